package se.samlad.meeting.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.calendar.Period;
import se.samlad.meeting.Decision;
import se.samlad.meeting.Meeting;
import se.samlad.meeting.Note;

/** Reads and writes meetings. */
@Repository
public class MeetingStore {

  private static final String SELECT = """
      select meeting_id, group_id, period_slug, covered_from, covered_to, secrecy, guests, started_at, closed_at, revision
        from samlad.meeting
      """;

  private final JdbcClient db;

  MeetingStore(JdbcClient db) {
    this.db = db;
  }

  public Optional<Meeting> find(UUID group, Period period) {
    return db.sql(SELECT + " where group_id = :group and period_slug = :period")
        .param("group", group)
        .param("period", period.slug())
        .query(MeetingStore::meeting)
        .optional();
  }

  /** Holds the meeting until the transaction ends. */
  public Optional<Meeting> hold(UUID group, Period period) {
    return db.sql(SELECT + " where group_id = :group and period_slug = :period for update")
        .param("group", group)
        .param("period", period.slug())
        .query(MeetingStore::meeting)
        .optional();
  }

  /** The group's meetings, newest first. */
  public List<Meeting> list(UUID group) {
    return db.sql(SELECT + " where group_id = :group order by first_day desc limit 60")
        .param("group", group)
        .query(MeetingStore::meeting)
        .list();
  }

  public void add(UUID id, Meeting meeting, Instant now, @Nullable UUID by) {
    db.sql("""
            insert into samlad.meeting
                   (municipality_id, meeting_id, group_id, period_slug, first_day, covered_from, covered_to, opened_at, opened_by)
            values (samlad.municipality(), :id, :group, :period, :first, :from, :to, :now, :by)
            on conflict (municipality_id, group_id, period_slug) do nothing
            """)
        .param("id", id)
        .param("group", meeting.group())
        .param("period", meeting.period().slug())
        .param("first", meeting.period().first())
        .param("from", meeting.coveredFrom())
        .param("to", meeting.coveredTo())
        .param("now", Timestamp.from(now))
        .param("by", by)
        .update();
  }

  public void start(UUID id, Instant now) {
    db.sql("""
            update samlad.meeting set started_at = coalesce(started_at, :now), revision = revision + 1 where meeting_id = :id
            """).param("now", Timestamp.from(now)).param("id", id).update();
  }

  public void setRoom(UUID id, boolean secrecy, boolean guests) {
    db.sql("""
            update samlad.meeting set secrecy = :secrecy, guests = :guests, revision = revision + 1 where meeting_id = :id
            """)
        .param("secrecy", secrecy)
        .param("guests", guests)
        .param("id", id)
        .update();
  }

  public void touch(UUID id) {
    db.sql("update samlad.meeting set revision = revision + 1 where meeting_id = :id")
        .param("id", id)
        .update();
  }

  public void close(UUID id, Instant now, @Nullable UUID by, String minutes) {
    db.sql("""
            update samlad.meeting
               set closed_at = :now, closed_by = :by, minutes = cast(:minutes as jsonb), revision = revision + 1
             where meeting_id = :id
            """)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("minutes", minutes)
        .param("id", id)
        .update();
  }

  public Optional<String> minutes(UUID id) {
    return db.sql(
            "select minutes::text from samlad.meeting where meeting_id = :id and minutes is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  public void clearAttendance(UUID id) {
    db.sql("delete from samlad.meeting_attendance where meeting_id = :id")
        .param("id", id)
        .update();
  }

  public void attend(UUID id, UUID member, @Nullable UUID organisation, boolean deputy) {
    db.sql("""
            insert into samlad.meeting_attendance (municipality_id, meeting_id, member_id, organisation_id, deputy)
            values (samlad.municipality(), :id, :member, :organisation, :deputy)
            """)
        .param("id", id)
        .param("member", member)
        .param("organisation", organisation)
        .param("deputy", deputy)
        .update();
  }

  public List<UUID> present(UUID id) {
    return db.sql("select member_id from samlad.meeting_attendance where meeting_id = :id")
        .param("id", id)
        .query(UUID.class)
        .list();
  }

  public void note(
      UUID id, String item, String words, boolean hidden, Instant now, @Nullable UUID by) {
    db.sql("""
            insert into samlad.meeting_note (municipality_id, meeting_id, item, words, hidden, by_member, at)
            values (samlad.municipality(), :id, :item, :words, :hidden, :by, :now)
            on conflict (municipality_id, meeting_id, item) do update
               set words = excluded.words, hidden = excluded.hidden, by_member = excluded.by_member, at = excluded.at
            """)
        .param("id", id)
        .param("item", item)
        .param("words", words)
        .param("hidden", hidden)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** By item, in the order they were written; of a hidden one the words only for its author and the coordinator. */
  public Map<String, Note> notes(UUID id) {
    Map<String, Note> notes = new LinkedHashMap<>();
    db.sql("""
            select item, hidden,
                   case when hidden and not samlad.has_role('COORDINATOR') and by_member is distinct from samlad.user_id() then ''
                        else words end as words
              from samlad.meeting_note
             where meeting_id = :id and words <> ''
             order by at
            """).param("id", id).query(row -> {
      notes.put(row.getString("item"), new Note(row.getString("words"), row.getBoolean("hidden")));
    });
    return notes;
  }

  /** Lets the group read a note; false when none waits. */
  public boolean showNote(UUID id, String item) {
    return db.sql("""
            update samlad.meeting_note set hidden = false where meeting_id = :id and item = :item and hidden
            """).param("id", id).param("item", item).update() == 1;
  }

  public void decide(
      UUID id, UUID measure, @Nullable UUID hotspot, Instant now, @Nullable UUID by) {
    db.sql("""
            insert into samlad.meeting_decision (municipality_id, meeting_id, measure_id, hotspot_id, at, by_member)
            values (samlad.municipality(), :id, :measure, :hotspot, :now, :by)
            """)
        .param("id", id)
        .param("measure", measure)
        .param("hotspot", hotspot)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .update();
  }

  public boolean withdraw(UUID id, UUID measure, Instant now) {
    return db.sql("""
            update samlad.meeting_decision set withdrawn_at = :now
             where meeting_id = :id and measure_id = :measure and withdrawn_at is null
            """)
            .param("id", id)
            .param("measure", measure)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** What was agreed and not taken back, in order. */
  public List<Decision> decisions(UUID id) {
    return db.sql("""
            select measure_id, hotspot_id, at
              from samlad.meeting_decision
             where meeting_id = :id and withdrawn_at is null
             order by at, measure_id
            """)
        .param("id", id)
        .query((row, n) -> new Decision(
            row.getObject("measure_id", UUID.class),
            row.getObject("hotspot_id", UUID.class),
            row.getTimestamp("at").toInstant()))
        .list();
  }

  private static Meeting meeting(ResultSet row, int n) throws SQLException {
    String slug = row.getString("period_slug");
    return new Meeting(
        row.getObject("meeting_id", UUID.class),
        row.getObject("group_id", UUID.class),
        Period.parse(slug)
            .orElseThrow(() -> new IllegalStateException("meeting with period " + slug)),
        row.getObject("covered_from", LocalDate.class),
        row.getObject("covered_to", LocalDate.class),
        row.getBoolean("secrecy"),
        row.getBoolean("guests"),
        instant(row, "started_at"),
        instant(row, "closed_at"),
        row.getInt("revision"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
