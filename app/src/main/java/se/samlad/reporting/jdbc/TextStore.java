package se.samlad.reporting.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.reporting.ReportTexts.Id;
import se.samlad.reporting.ReportTexts.Standing;
import se.samlad.reporting.ReportTexts.State;

/** Texts of reported items and who may review them, in the caller's transaction and as far as the actor may read. */
@Repository
public class TextStore {

  private static final String SELECT = """
      select text, state, shared, handed_over
        from samlad.report_text
       where report_id = :report and version = :version and ordinal = :ordinal
      """;

  private final JdbcClient db;

  TextStore(JdbcClient db) {
    this.db = db;
  }

  /** A text with where it stands. */
  public record Stored(String text, Standing standing) {}

  public Optional<Standing> standing(Id id) {
    return find(id).map(Stored::standing);
  }

  public Optional<Stored> find(Id id) {
    return of(SELECT, id).query(TextStore::stored).optional();
  }

  public Optional<Stored> locked(Id id) {
    return of(SELECT + " for update", id).query(TextStore::stored).optional();
  }

  public void change(Id id, String text, String state) {
    of("""
            update samlad.report_text set text = :text, state = :state
             where report_id = :report and version = :version and ordinal = :ordinal
            """, id).param("text", text).param("state", state).update();
  }

  public void setState(Id id, String state, @Nullable Instant reviewedAt) {
    of("""
            update samlad.report_text
               set state = :state, reviewed_at = :at, reviewed_by = case when cast(:at as timestamptz) is null then null else samlad.user_id() end,
                   shared = shared and :state <> 'DOUBTFUL'
             where report_id = :report and version = :version and ordinal = :ordinal
            """, id)
        .param("state", state)
        .param("at", reviewedAt == null ? null : Timestamp.from(reviewedAt))
        .update();
  }

  /** Whether the actor would still read the text as a doubtful one. */
  public boolean mayDoubt(Id id) {
    return of("""
            select organisation_id = any ((select samlad.coordinated())::uuid[]) or (samlad.has_role('COORDINATOR') and handed_over)
              from samlad.report_text
             where report_id = :report and version = :version and ordinal = :ordinal
            """, id).query(Boolean.class).single();
  }

  /** Sets whether groups read the text; false when that changed nothing. */
  public boolean share(Id id, boolean shared) {
    return of("""
            update samlad.report_text set shared = :shared
             where report_id = :report and version = :version and ordinal = :ordinal
               and shared <> :shared and (state in ('CLEAR', 'REVIEWED') or not :shared)
            """, id).param("shared", shared).update() == 1;
  }

  /** A choice by which an organisation lets the EST coordinator review its doubtful texts. */
  public record Handover(
      UUID organisation,
      Instant at,
      @Nullable UUID by,
      String reason,
      @Nullable Instant revokedAt) {}

  /** All choices there have been, the newest first. */
  public List<Handover> handovers() {
    return db.sql("""
            select organisation_id, handed_at, handed_by, reason, revoked_at
              from samlad.text_review_handover
             order by handed_at desc
            """)
        .query((row, n) -> new Handover(
            row.getObject(1, UUID.class),
            row.getTimestamp(2).toInstant(),
            row.getObject(3, UUID.class),
            row.getString(4),
            row.getTimestamp(5) == null ? null : row.getTimestamp(5).toInstant()))
        .list();
  }

  public void addHandover(UUID organisation, Instant at, String reason) {
    db.sql("""
            insert into samlad.text_review_handover (municipality_id, organisation_id, handed_at, handed_by, reason)
            values (samlad.municipality(), :organisation, :at, samlad.user_id(), :reason)
            """)
        .param("organisation", organisation)
        .param("at", Timestamp.from(at))
        .param("reason", reason)
        .update();
  }

  /** Ends the standing choice; false when there is none. */
  public boolean endHandover(UUID organisation, Instant at) {
    return db.sql("""
            update samlad.text_review_handover set revoked_at = :at
             where organisation_id = :organisation and revoked_at is null
            """)
            .param("organisation", organisation)
            .param("at", Timestamp.from(at))
            .update()
        > 0;
  }

  /** Keeps the texts themselves in step with the choice. */
  public void markHandedOver(UUID organisation, boolean handedOver) {
    db.sql("""
            update samlad.report_text set handed_over = :handedOver
             where organisation_id = :organisation and handed_over <> :handedOver
            """)
        .param("organisation", organisation)
        .param("handedOver", handedOver)
        .update();
  }

  private JdbcClient.StatementSpec of(String sql, Id id) {
    return db.sql(sql)
        .param("report", id.report())
        .param("version", id.version())
        .param("ordinal", id.ordinal());
  }

  private static Stored stored(ResultSet row, int n) throws SQLException {
    String text = row.getString("text");
    return new Stored(
        text,
        new Standing(
            State.valueOf(row.getString("state")),
            row.getBoolean("shared"),
            row.getBoolean("handed_over"),
            text.length()));
  }
}
