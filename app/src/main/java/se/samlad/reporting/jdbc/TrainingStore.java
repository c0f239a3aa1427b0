package se.samlad.reporting.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has passed the course, and whether it is asked for. */
@Repository
public class TrainingStore {

  private final JdbcClient db;

  TrainingStore(JdbcClient db) {
    this.db = db;
  }

  public boolean asked() {
    return db.sql("""
            select not demo and coalesce(settings ->> 'trainingAsked', '') = 'true'
              from samlad.municipality
             where municipality_id = samlad.municipality()
            """).query(Boolean.class).optional().orElse(false);
  }

  public boolean demo() {
    return db.sql(
            "select demo from samlad.municipality where municipality_id = samlad.municipality()")
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  public void ask(boolean asked) {
    db.sql("""
            update samlad.municipality
               set settings = settings || jsonb_build_object('trainingAsked', cast(:asked as boolean))
             where municipality_id = samlad.municipality()
            """).param("asked", asked).update();
  }

  public Optional<Instant> passedAt(UUID member) {
    return db.sql(
            "select max(passed_at) from samlad.training_record where member_id = :member having max(passed_at) is not null")
        .param("member", member)
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  public void add(UUID id, UUID member, Instant at, int version) {
    db.sql("""
            insert into samlad.training_record (municipality_id, record_id, member_id, passed_at, course_version)
            values (samlad.municipality(), :id, :member, :at, :version)
            """)
        .param("id", id)
        .param("member", member)
        .param("at", Timestamp.from(at))
        .param("version", version)
        .update();
  }

  /** An organisation's reporters and how many passed since a moment. */
  public record Count(UUID organisation, int reporters, int trained) {}

  public List<Count> counts(Instant since) {
    return db.sql("""
            select r.organisation_id as organisation, count(distinct m.member_id) as reporters,
                   count(distinct m.member_id) filter (where exists (
                     select 1 from samlad.training_record t
                      where t.municipality_id = m.municipality_id and t.member_id = m.member_id and t.passed_at >= :since)) as trained
              from samlad.member_role r
              join samlad.member m on m.municipality_id = r.municipality_id and m.member_id = r.member_id
             where r.role = 'REPORTER' and m.active and not m.service_account
             group by r.organisation_id
            """).param("since", Timestamp.from(since)).query(Count.class).list();
  }

  /** A reporter and when the course was last passed. */
  public record ReporterRow(
      UUID member, String name, @Nullable Instant passedAt) {}

  public List<ReporterRow> reporters(UUID organisation) {
    return db.sql("""
            select m.member_id, m.display_name, max(t.passed_at)
              from samlad.member_role r
              join samlad.member m on m.municipality_id = r.municipality_id and m.member_id = r.member_id
              left join samlad.training_record t on t.municipality_id = m.municipality_id and t.member_id = m.member_id
             where r.organisation_id = :organisation and r.role = 'REPORTER' and m.active and not m.service_account
             group by m.member_id, m.display_name
             order by m.display_name, m.member_id
            """)
        .param("organisation", organisation)
        .query((row, n) -> {
          Timestamp passed = row.getTimestamp(3);
          return new ReporterRow(
              row.getObject(1, UUID.class),
              row.getString(2),
              passed == null ? null : passed.toInstant());
        })
        .list();
  }

  /** Somebody whose course is about to stop counting. */
  public record Due(UUID member, Locale language, Instant passedAt) {}

  /** Reporters whose last pass lies between two moments. Asked as the system. */
  public List<Due> passedBetween(Instant first, Instant last) {
    return db.sql("""
            select m.member_id, m.language, max(t.passed_at)
              from samlad.training_record t
              join samlad.member m on m.municipality_id = t.municipality_id and m.member_id = t.member_id
             where m.active
             group by m.member_id, m.language
            having max(t.passed_at) between :first and :last
            """)
        .param("first", Timestamp.from(first))
        .param("last", Timestamp.from(last))
        .query((row, n) -> new Due(
            row.getObject(1, UUID.class),
            Locale.of(row.getString(2)),
            row.getTimestamp(3).toInstant()))
        .list();
  }
}
