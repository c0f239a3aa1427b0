package se.samlad.situation.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.Ids;
import se.samlad.situation.BlockKind;
import se.samlad.situation.PictureBlock;
import se.samlad.situation.PictureState;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPicture.Signature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The pictures and their blocks, as rows. */
@Component
public class PictureStore {

  private static final String SELECT = """
      select p.picture_id, p.group_id, p.period, p.version, p.state, p.covered, p.meeting_on, p.saved_at,
             p.signed_at, p.signed_by, p.signed_name, p.shared_at
        from samlad.situation_picture p
       where p.municipality_id = samlad.municipality()
      """;

  private static final String LATEST = """
         and not exists (select 1 from samlad.situation_picture n
                          where n.municipality_id = p.municipality_id and n.group_id = p.group_id
                            and n.period = p.period and n.version > p.version)
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  PictureStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  public Optional<SituationPicture> find(UUID picture) {
    return db.sql(SELECT + " and p.picture_id = :picture")
        .param("picture", picture)
        .query(PictureStore::picture)
        .optional()
        .map(found -> withBlocks(List.of(found)).getFirst());
  }

  /** The version the actor may see that has the highest number. */
  public Optional<SituationPicture> latest(UUID group, Period period) {
    return db.sql(SELECT
            + " and p.group_id = :group and p.period = :period order by p.version desc limit 1")
        .param("group", group)
        .param("period", period.slug())
        .query(PictureStore::picture)
        .optional()
        .map(found -> withBlocks(List.of(found)).getFirst());
  }

  public List<SituationPicture> versions(UUID group, Period period) {
    return withBlocks(
        db.sql(SELECT + " and p.group_id = :group and p.period = :period order by p.version desc")
            .param("group", group)
            .param("period", period.slug())
            .query(PictureStore::picture)
            .list());
  }

  /** The last version of each group and period, newest period first, from one picture on. */
  public List<SituationPicture> list(int limit, int offset) {
    return withBlocks(db.sql(SELECT + LATEST
            + " order by p.period_first desc, p.group_id, p.picture_id limit :limit offset :offset")
        .param("limit", limit)
        .param("offset", offset)
        .query(PictureStore::picture)
        .list());
  }

  /** The signed picture of the group that tells about the time just before, for what became of it. */
  public Optional<SituationPicture> signedBefore(UUID group, LocalDate periodFirst) {
    return db.sql(SELECT + """
               and p.group_id = :group and p.period_first < :first and p.signed_at is not null
             order by p.period_first desc, p.version desc
             limit 1
            """)
        .param("group", group)
        .param("first", periodFirst)
        .query(PictureStore::picture)
        .optional()
        .map(found -> withBlocks(List.of(found)).getFirst());
  }

  /** Adds the picture; false when that version is there already. */
  public boolean add(SituationPicture picture) {
    int added = db.sql("""
            insert into samlad.situation_picture
                   (municipality_id, picture_id, group_id, period, period_first, version, state, covered, meeting_on, saved_at)
            values (samlad.municipality(), :id, :group, :period, :first, :version, 'DRAFT', :covered, :meeting, :at)
            on conflict (municipality_id, group_id, period, version) do nothing
            """)
        .param("id", picture.id())
        .param("group", picture.group())
        .param("period", picture.period().slug())
        .param("first", picture.period().first())
        .param("version", picture.version())
        .param("covered", picture.covered().slug())
        .param("meeting", picture.meetingOn())
        .param("at", Timestamp.from(picture.savedAt()))
        .update();
    if (added == 1) {
      picture.blocks().forEach(block -> addBlock(picture.id(), block));
    }
    return added == 1;
  }

  private void addBlock(UUID picture, PictureBlock block) {
    db.sql("""
            insert into samlad.situation_block
                   (municipality_id, picture_id, kind, ordinal, heading, section, body, proposals, done)
            values (samlad.municipality(), :picture, :kind, :ordinal, :heading, :section, :body, cast(:proposals as jsonb), :done)
            """)
        .param("picture", picture)
        .param("kind", block.kind().name())
        .param("ordinal", block.ordinal())
        .param("heading", block.heading())
        .param("section", block.section())
        .param("body", block.text())
        .param("proposals", json.writeValueAsString(block.proposals()))
        .param("done", block.done())
        .update();
  }

  /** Saves the block if nobody saved it since the revision; the new revision, or empty when somebody did. */
  public Optional<Integer> write(UUID picture, PictureBlock block, int from, Instant at) {
    Optional<Integer> revision = db.sql("""
            update samlad.situation_block
               set body = :body, proposals = cast(:proposals as jsonb), done = :done,
                   revision = revision + 1, saved_at = :at, saved_by = samlad.user_id()
             where municipality_id = samlad.municipality()
               and picture_id = :picture
               and kind = :kind
               and revision = :from
            returning revision
            """)
        .param("body", block.text())
        .param("proposals", json.writeValueAsString(block.proposals()))
        .param("done", block.done())
        .param("at", Timestamp.from(at))
        .param("picture", picture)
        .param("kind", block.kind().name())
        .param("from", from)
        .query(Integer.class)
        .optional();
    revision.ifPresent(saved -> touch(picture, at));
    return revision;
  }

  private void touch(UUID picture, Instant at) {
    db.sql("""
            update samlad.situation_picture
               set saved_at = :at
             where municipality_id = samlad.municipality() and picture_id = :picture
            """).param("at", Timestamp.from(at)).param("picture", picture).update();
  }

  /** Holds the picture against other changes of its state until the transaction ends. */
  public Optional<SituationPicture> locked(UUID picture) {
    return db.sql(SELECT + " and p.picture_id = :picture for update of p")
        .param("picture", picture)
        .query(PictureStore::picture)
        .optional()
        .map(found -> withBlocks(List.of(found)).getFirst());
  }

  public void setState(UUID picture, PictureState state, Instant at) {
    db.sql("""
            update samlad.situation_picture
               set state = :state, shared_at = case when :state = 'SHARED' then cast(:at as timestamptz) end
             where municipality_id = samlad.municipality() and picture_id = :picture
            """)
        .param("state", state.name())
        .param("at", Timestamp.from(at))
        .param("picture", picture)
        .update();
    addEvent(picture, state == PictureState.DRAFT ? "REOPENED" : state.name(), at);
  }

  public void sign(UUID picture, Signature signature) {
    db.sql("""
            update samlad.situation_picture
               set state = 'SIGNED', signed_at = :at, signed_by = :member, signed_name = :name
             where municipality_id = samlad.municipality() and picture_id = :picture
            """)
        .param("at", Timestamp.from(signature.at()))
        .param("member", signature.member())
        .param("name", signature.name())
        .param("picture", picture)
        .update();
    addEvent(picture, "SIGNED", signature.at());
  }

  public void setCovered(UUID picture, Period covered, Instant at) {
    db.sql("""
            update samlad.situation_picture
               set covered = :covered, saved_at = :at
             where municipality_id = samlad.municipality() and picture_id = :picture
            """)
        .param("covered", covered.slug())
        .param("at", Timestamp.from(at))
        .param("picture", picture)
        .update();
    addEvent(picture, "COVERED_CHANGED", at);
  }

  public void addEvent(UUID picture, String kind, Instant at) {
    db.sql("""
            insert into samlad.situation_event (municipality_id, event_id, picture_id, kind, at, by_member)
            values (samlad.municipality(), :id, :picture, :kind, :at, samlad.user_id())
            """)
        .param("id", Ids.next())
        .param("picture", picture)
        .param("kind", kind)
        .param("at", Timestamp.from(at))
        .update();
  }

  private static SituationPicture picture(ResultSet row, int n) throws SQLException {
    Instant signedAt = instant(row, "signed_at");
    return new SituationPicture(
        row.getObject("picture_id", UUID.class),
        row.getObject("group_id", UUID.class),
        period(row, "period"),
        row.getInt("version"),
        PictureState.valueOf(row.getString("state")),
        period(row, "covered"),
        row.getObject("meeting_on", LocalDate.class),
        row.getTimestamp("saved_at").toInstant(),
        signedAt == null
            ? null
            : new Signature(
                row.getObject("signed_by", UUID.class), row.getString("signed_name"), signedAt),
        instant(row, "shared_at"),
        List.of());
  }

  private List<SituationPicture> withBlocks(List<SituationPicture> pictures) {
    Map<UUID, List<PictureBlock>> blocks = new HashMap<>();
    db.sql("""
            select picture_id, kind, ordinal, heading, section, body, proposals::text as proposals, done, revision, saved_at
              from samlad.situation_block
             where municipality_id = samlad.municipality() and picture_id = any (:pictures)
             order by ordinal
            """)
        .param("pictures", pictures.stream().map(SituationPicture::id).toArray(UUID[]::new))
        .query((ResultSet row) -> {
          blocks
              .computeIfAbsent(row.getObject("picture_id", UUID.class), id -> new ArrayList<>())
              .add(block(row));
        });
    return pictures.stream()
        .map(picture -> picture.with(blocks.getOrDefault(picture.id(), List.of())))
        .toList();
  }

  private PictureBlock block(ResultSet row) throws SQLException {
    return new PictureBlock(
        BlockKind.valueOf(row.getString("kind")),
        row.getInt("ordinal"),
        row.getString("heading"),
        row.getString("section"),
        row.getString("body"),
        json.readValue(row.getString("proposals"), new TypeReference<Map<String, String>>() {}),
        row.getBoolean("done"),
        row.getInt("revision"),
        instant(row, "saved_at"));
  }

  private static Period period(ResultSet row, String column) throws SQLException {
    String slug = row.getString(column);
    return Period.parse(slug)
        .orElseThrow(() -> new IllegalStateException("no period is named " + slug));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
