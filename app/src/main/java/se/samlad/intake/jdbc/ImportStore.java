package se.samlad.intake.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.intake.Import;
import se.samlad.intake.Import.Note;
import se.samlad.intake.Import.Refusal;
import se.samlad.intake.Import.State;
import se.samlad.intake.Mapping;
import se.samlad.intake.Profile;
import se.samlad.intake.RowProblem;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes imports, their row errors and the settings of profiles, in the caller's transaction. */
@Repository
public class ImportStore {

  private static final String COLUMNS = """
      select import_id, profile, owner_org, on_word_of, sharing_class, file_name, file_bytes, dry_run, state, created_at, created_by, ended_at,
             profile_name, mapping, weeks, held_until, rows_total, rows_read, accepted, offences, already, changed, wrong, missing, first_day, last_day, notes, refusal
        from samlad.import_run
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  ImportStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** On whose word a profile is used. */
  public record Standing(UUID owner, String onWordOf, String sharingClass) {}

  public Optional<Standing> standing(Profile profile) {
    return db.sql(
            "select owner_org as owner, on_word_of, sharing_class from samlad.import_profile where profile = :profile")
        .param("profile", profile.slug())
        .query(Standing.class)
        .optional();
  }

  public void setStanding(Profile profile, Standing standing, @Nullable UUID by, Instant at) {
    db.sql("""
            insert into samlad.import_profile (municipality_id, profile, owner_org, on_word_of, sharing_class, set_at, set_by)
            values (samlad.municipality(), :profile, :owner, :word, :class, :at, :by)
            on conflict (municipality_id, profile) do update
               set owner_org = excluded.owner_org, on_word_of = excluded.on_word_of, sharing_class = excluded.sharing_class,
                   set_at = excluded.set_at, set_by = excluded.set_by
            """)
        .param("profile", profile.slug())
        .param("owner", standing.owner())
        .param("word", standing.onWordOf())
        .param("class", standing.sharingClass())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  public void add(Import run) {
    db.sql("""
            insert into samlad.import_run (municipality_id, import_id, profile, owner_org, on_word_of, sharing_class, file_name, file_bytes,
                   dry_run, state, created_at, created_by, profile_name, mapping)
            values (samlad.municipality(), :id, :profile, :owner, :word, :class, :name, :bytes, :dryRun, :state, :at, :by, :profileName,
                   cast(:mapping as jsonb))
            """)
        .param("id", run.id())
        .param("profile", run.profile().slug())
        .param("owner", run.owner())
        .param("word", run.onWordOf())
        .param("class", run.sharingClass())
        .param("name", run.fileName())
        .param("bytes", run.fileBytes())
        .param("dryRun", run.dryRun())
        .param("state", run.state().name())
        .param("at", Timestamp.from(run.createdAt()))
        .param("by", run.createdBy())
        .param("profileName", run.profile().name())
        .param("mapping", json.writeValueAsString(run.profile().mapping()))
        .update();
  }

  public Optional<Import> find(UUID id) {
    return db.sql(COLUMNS + " where import_id = :id")
        .param("id", id)
        .query((row, n) -> run(row))
        .optional();
  }

  public Optional<Import> lock(UUID id) {
    return db.sql(COLUMNS + " where import_id = :id for update")
        .param("id", id)
        .query((row, n) -> run(row))
        .optional();
  }

  public List<Import> list(int limit, int offset) {
    return db.sql(COLUMNS + " order by created_at desc, import_id limit :limit offset :offset")
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> run(row))
        .list();
  }

  /** The saved sources, by name. */
  public List<Profile> profiles() {
    return db.sql(
            "select profile, name, mapping from samlad.import_profile where mapping is not null order by name, profile")
        .query((row, n) -> new Profile(
            row.getString(1), row.getString(2), json.readValue(row.getString(3), Mapping.class)))
        .list();
  }

  /** Remembers how a source is read. */
  public void setMapping(Profile profile) {
    db.sql(
            "update samlad.import_profile set name = :name, mapping = cast(:mapping as jsonb) where profile = :profile")
        .param("name", profile.name())
        .param("mapping", json.writeValueAsString(profile.mapping()))
        .param("profile", profile.slug())
        .update();
  }

  /** Says how a draft is read. */
  public void draw(UUID id, Profile profile, Standing standing) {
    db.sql("""
            update samlad.import_run
               set profile = :profile, profile_name = :name, mapping = cast(:mapping as jsonb), owner_org = :owner, on_word_of = :word,
                   sharing_class = :class
             where import_id = :id and state = 'DRAFT'
            """)
        .param("id", id)
        .param("profile", profile.slug())
        .param("name", profile.name())
        .param("mapping", json.writeValueAsString(profile.mapping()))
        .param("owner", standing.owner())
        .param("word", standing.onWordOf())
        .param("class", standing.sharingClass())
        .update();
  }

  public void setState(UUID id, State state, Instant endedAt) {
    db.sql("update samlad.import_run set state = :state, ended_at = :at where import_id = :id")
        .param("id", id)
        .param("state", state.name())
        .param("at", Timestamp.from(endedAt))
        .update();
  }

  /** Begins a reading from its start, whatever an earlier attempt had counted. */
  public void start(
      UUID id, boolean dryRun, int rowsTotal, @Nullable LocalDate heldUntil, Instant at) {
    db.sql("delete from samlad.import_error where import_id = :id")
        .param("id", id)
        .update();
    db.sql("""
            update samlad.import_run
               set state = 'RUNNING', dry_run = :dryRun, started_at = :at, ended_at = null, rows_total = :total, rows_read = 0, accepted = 0,
                   offences = 0, already = 0, changed = 0, wrong = 0, missing = 0, first_day = null, last_day = null, notes = '{}', weeks = '{}', held_until = :held,
                   refusal = null
             where import_id = :id and state in ('WAITING', 'RUNNING')
            """)
        .param("id", id)
        .param("dryRun", dryRun)
        .param("total", rowsTotal)
        .param("held", heldUntil)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** How far the reading has come. */
  public record Progress(
      int rowsRead,
      int accepted,
      long offences,
      int already,
      int changed,
      int wrong,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      Map<Note, Integer> notes,
      Map<LocalDate, Integer> weeks) {}

  /** Tells how far it has come; false when somebody stopped it. */
  public boolean progress(UUID id, Progress now) {
    return db.sql("""
            update samlad.import_run
               set rows_read = :read, accepted = :accepted, offences = :offences, already = :already, changed = :changed, wrong = :wrong,
                   first_day = :first, last_day = :last, notes = cast(:notes as jsonb), weeks = cast(:weeks as jsonb)
             where import_id = :id and state = 'RUNNING'
            """)
            .param("id", id)
            .param("read", now.rowsRead())
            .param("accepted", now.accepted())
            .param("offences", now.offences())
            .param("already", now.already())
            .param("changed", now.changed())
            .param("wrong", now.wrong())
            .param("first", now.firstDay())
            .param("last", now.lastDay())
            .param("notes", json.writeValueAsString(now.notes()))
            .param("weeks", json.writeValueAsString(now.weeks()))
            .update()
        == 1;
  }

  public void end(UUID id, State state, int missing, Instant at) {
    db.sql(
            "update samlad.import_run set state = :state, missing = :missing, ended_at = :at where import_id = :id and state = 'RUNNING'")
        .param("id", id)
        .param("state", state.name())
        .param("missing", missing)
        .param("at", Timestamp.from(at))
        .update();
  }

  public void refuse(UUID id, State state, Refusal why, Instant at) {
    db.sql("""
            update samlad.import_run
               set state = :state, refusal = cast(:why as jsonb), ended_at = :at
             where import_id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("why", json.writeValueAsString(why))
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Waits to be read again, this time to be written. */
  public void confirm(UUID id) {
    db.sql(
            "update samlad.import_run set dry_run = false, state = 'WAITING', rows_read = 0 where import_id = :id")
        .param("id", id)
        .update();
  }

  public void undone(UUID id, @Nullable UUID by, Instant at) {
    db.sql("""
            update samlad.import_run set state = 'UNDONE', undone_at = :at, undone_by = :by where import_id = :id
            """).param("id", id).param("at", Timestamp.from(at)).param("by", by).update();
  }

  public void remove(UUID id) {
    db.sql("delete from samlad.import_run where import_id = :id")
        .param("id", id)
        .update();
  }

  /** Trial runs nobody followed up: what they looked through is gone after a day. */
  public int removeTrialsBefore(Instant moment) {
    return db.sql("""
            delete from samlad.import_run
             where dry_run and state in ('DRAFT', 'DONE', 'REFUSED', 'FAILED', 'CANCELLED') and created_at < :moment
            """).param("moment", Timestamp.from(moment)).update();
  }

  public void addError(UUID id, UUID owner, RowProblem problem) {
    db.sql("""
            insert into samlad.import_error (municipality_id, import_id, row_number, field, owner_org, message_key, arguments)
            values (samlad.municipality(), :id, :number, :field, :owner, :key, cast(:arguments as jsonb))
            on conflict do nothing
            """)
        .param("id", id)
        .param("number", problem.number())
        .param("field", problem.field())
        .param("owner", owner)
        .param("key", problem.messageKey())
        .param("arguments", json.writeValueAsString(problem.arguments()))
        .update();
  }

  public List<RowProblem> errors(UUID id, int limit, int offset) {
    return db.sql("""
            select row_number, field, message_key, arguments
              from samlad.import_error
             where import_id = :id
             order by row_number, field
             limit :limit offset :offset
            """)
        .param("id", id)
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> new RowProblem(
            row.getInt(1),
            row.getString(2),
            row.getString(3),
            List.of(json.readValue(row.getString(4), String[].class))))
        .list();
  }

  private Import run(ResultSet row) throws SQLException {
    Map<Note, Integer> notes = new EnumMap<>(Note.class);
    json.readTree(row.getString("notes"))
        .properties()
        .forEach(
            entry -> notes.put(Note.valueOf(entry.getKey()), entry.getValue().asInt()));
    SortedMap<LocalDate, Integer> weeks = new TreeMap<>();
    json.readTree(row.getString("weeks"))
        .properties()
        .forEach(
            entry -> weeks.put(LocalDate.parse(entry.getKey()), entry.getValue().asInt()));
    String refusal = row.getString("refusal");
    return new Import(
        row.getObject("import_id", UUID.class),
        profile(row),
        row.getObject("owner_org", UUID.class),
        row.getString("on_word_of"),
        row.getString("sharing_class"),
        row.getString("file_name"),
        row.getLong("file_bytes"),
        row.getBoolean("dry_run"),
        State.valueOf(row.getString("state")),
        row.getTimestamp("created_at").toInstant(),
        row.getObject("created_by", UUID.class),
        instant(row, "ended_at"),
        row.getInt("rows_total"),
        row.getInt("rows_read"),
        row.getInt("accepted"),
        row.getLong("offences"),
        row.getInt("already"),
        row.getInt("changed"),
        row.getInt("wrong"),
        row.getInt("missing"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        notes,
        weeks,
        row.getObject("held_until", LocalDate.class),
        refusal == null ? List.of() : List.of(json.readValue(refusal, Refusal.class)));
  }

  /** Runs from before mappings were kept are of the sources that come with the system. */
  private Profile profile(ResultSet row) throws SQLException {
    String slug = row.getString("profile");
    String mapping = row.getString("mapping");
    return mapping == null
        ? Profile.find(slug).orElseThrow()
        : new Profile(slug, row.getString("profile_name"), json.readValue(mapping, Mapping.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
