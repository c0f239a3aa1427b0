package se.samlad.feedback.jdbc;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.feedback.Told;
import se.samlad.feedback.Told.Kind;
import se.samlad.incident.ReportTrail.Item;
import se.samlad.measure.Outcome;

/** Appends and reads what reporters are told, in the caller's transaction. */
@Repository
public class FeedbackStore {

  private final JdbcClient db;

  FeedbackStore(JdbcClient db) {
    this.db = db;
  }

  /** Appends to each reported incident that is not withdrawn, unless it was told before; returns how many were new. */
  public int tell(
      List<Item> items,
      Kind kind,
      String subject,
      String period,
      @Nullable UUID measure,
      @Nullable Outcome outcome,
      Instant at) {
    return db.sql("""
            insert into samlad.feedback_told (municipality_id, told_id, report_id, ordinal, member_id, organisation_id, kind, subject, period,
                   measure_id, outcome, told_at)
            select r.municipality_id, gen_random_uuid(), r.report_id, i.ordinal, r.member_id, r.organisation_id, :kind, :subject, :period,
                   :measure, :outcome, :at
              from (select distinct cast(report as uuid) as report, cast(ordinal as int) as ordinal
                      from unnest(:reports, :ordinals) as u (report, ordinal)) i
              join samlad.report r on r.report_id = i.report and r.municipality_id = samlad.municipality()
             where r.withdrawn_at is null
            on conflict (municipality_id, report_id, ordinal, kind, subject) do nothing
            """)
        .param("kind", kind.name())
        .param("subject", subject)
        .param("period", period)
        .param("measure", measure)
        .param("outcome", outcome == null ? null : outcome.name())
        .param("at", Timestamp.from(at))
        .param(
            "reports", items.stream().map(item -> item.report().toString()).toArray(String[]::new))
        .param(
            "ordinals",
            items.stream().map(item -> String.valueOf(item.ordinal())).toArray(String[]::new))
        .update();
  }

  /** Those of the incidents that no picture of the group has had before. */
  public List<Item> inNoPicture(List<Item> items, UUID group) {
    Set<Item> told = new HashSet<>(
        db.sql("""
            select report_id as report, ordinal from samlad.feedback_told
             where kind = 'IN_PICTURE' and subject like :subject
            """).param("subject", group + "/%").query(Item.class).list());
    return items.stream().filter(item -> !told.contains(item)).toList();
  }

  /** The incidents that have been told that the measure was decided. */
  public List<Item> toldOf(UUID measure) {
    return db.sql("""
            select report_id as report, ordinal from samlad.feedback_told
             where measure_id = :measure and kind = 'MEASURE_DECIDED'
            """).param("measure", measure).query(Item.class).list();
  }

  public void answer(UUID measure, String words, Instant at) {
    db.sql("""
            insert into samlad.feedback_answer (municipality_id, measure_id, words, told_at)
            values (samlad.municipality(), :measure, :words, :at)
            on conflict (municipality_id, measure_id) do update set words = excluded.words, told_at = excluded.told_at
            """)
        .param("measure", measure)
        .param("words", words)
        .param("at", Timestamp.from(at))
        .update();
  }

  public List<Told> about(Collection<UUID> reports) {
    return db.sql("""
            select t.report_id, t.ordinal, t.kind, t.period, a.words, t.outcome, t.told_at
              from samlad.feedback_told t
              left join samlad.feedback_answer a on a.municipality_id = t.municipality_id and a.measure_id = t.measure_id
             where t.report_id = any (cast(:reports as uuid[]))
             order by t.told_at, t.told_id
            """)
        .param("reports", literal(reports))
        .query((row, n) -> new Told(
            row.getObject("report_id", UUID.class),
            row.getInt("ordinal"),
            Kind.valueOf(row.getString("kind")),
            row.getString("period"),
            row.getString("words"),
            Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf).orElse(null),
            row.getTimestamp("told_at").toInstant()))
        .list();
  }

  public Map<UUID, Integer> reached(Collection<UUID> measures) {
    Map<UUID, Integer> reached = new HashMap<>();
    db.sql("""
            select measure_id, count(distinct report_id)::int
              from samlad.feedback_told
             where measure_id = any (cast(:measures as uuid[])) and kind = 'MEASURE_DECIDED'
             group by measure_id
            """).param("measures", literal(measures)).query(row -> {
      reached.put(row.getObject(1, UUID.class), row.getInt(2));
    });
    return reached;
  }

  /** Reports of a time, and how many of them were answered. */
  public record Count(int answered, int reports) {}

  public Count answered(Instant from, Instant before, Duration within) {
    return db.sql("""
            select count(*) filter (where exists (
                     select 1 from samlad.feedback_told t
                      where t.municipality_id = r.municipality_id and t.report_id = r.report_id
                        and t.told_at <= r.received_at + make_interval(secs => :seconds)))::int as answered,
                   count(*)::int as reports
              from samlad.report r
             where r.received_at >= :from and r.received_at < :before and r.withdrawn_at is null
            """)
        .param("from", Timestamp.from(from))
        .param("before", Timestamp.from(before))
        .param("seconds", (double) within.toSeconds())
        .query(Count.class)
        .single();
  }

  private static String literal(Collection<UUID> ids) {
    return ids.stream()
        .map(UUID::toString)
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }
}
