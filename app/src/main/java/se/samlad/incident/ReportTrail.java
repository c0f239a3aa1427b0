package se.samlad.incident;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.calendar.IsoWeek;

/** From what an audience sees back to the reported incidents behind it, every witness of a merged one included. Passed sources only. */
@Service
@Transactional(readOnly = true)
public class ReportTrail {

  private final JdbcClient db;

  ReportTrail(JdbcClient db) {
    this.db = db;
  }

  /** An incident of a report, by its ordinal from 0. */
  public record Item(UUID report, int ordinal) {}

  private static final String PASSED = """
      select s.report_id as report, s.ordinal
        from samlad.incident_source s
        left join samlad.incident_detail d on d.municipality_id = s.municipality_id and d.source_id = s.source_id
       where s.source_kind = 'REPORT' and s.state = 'PASSED' and s.report_id is not null
         and (case when 'TIME' = any (s.flags) then s.received_at else d.from_at end >= :start
              and case when 'TIME' = any (s.flags) then s.received_at else d.from_at end < :end
              or d.from_at is null and s.week >= :firstWeek and s.week <= :last)
      """;

  /** What the acting audience sees of the days, both included; what it sees by week only counts where its week begins in them. */
  public List<Item> passedIn(LocalDate first, LocalDate last) {
    return days(db.sql(PASSED), first, last).query(Item.class).list();
  }

  /** What the acting audience sees of days before {@code day} that was passed at a moment or later: it came too late for what was made then. */
  public List<Item> passedSince(Instant moment, LocalDate day) {
    return db.sql("""
            select s.report_id as report, s.ordinal
              from samlad.incident_source s
              left join samlad.incident_detail d on d.municipality_id = s.municipality_id and d.source_id = s.source_id
             where s.source_kind = 'REPORT' and s.state = 'PASSED' and s.report_id is not null
               and s.passed_at >= :moment
               and (case when 'TIME' = any (s.flags) then s.received_at else d.from_at end < :end
                    or d.from_at is null and s.week < :day)
            """)
        .param("moment", Timestamp.from(moment))
        .param("end", Timestamp.from(start(day)))
        .param("day", day)
        .query(Item.class)
        .list();
  }

  /**
   * Of those, what fits a phenomenon and a place.
   *
   * @param categories codes of groups or categories
   * @param easting metres, SWEREF 99 TM; null when the place is an area
   * @param area when there is no point; null means the whole of what the actor sees
   */
  public List<Item> passedIn(
      LocalDate first,
      LocalDate last,
      List<String> categories,
      @Nullable Double easting,
      @Nullable Double northing,
      double radiusMeters,
      @Nullable UUID area) {
    String where = easting == null
        ? " and (cast(:area as uuid) is null or s.area_id = cast(:area as uuid))"
        : " and point(d.easting, d.northing) <@ circle(point(:easting, :northing), :radius) and d.precision_class <> 'CENTROID'";
    var query = days(
            db.sql(
                PASSED + " and (s.category_group = any (:codes) or d.category_code = any (:codes))"
                    + where),
            first,
            last)
        .param("codes", categories.toArray(String[]::new));
    return (easting == null
            ? query.param("area", area == null ? null : area.toString())
            : query
                .param("easting", easting)
                .param("northing", northing)
                .param("radius", radiusMeters))
        .query(Item.class)
        .list();
  }

  private static JdbcClient.StatementSpec days(
      JdbcClient.StatementSpec query, LocalDate first, LocalDate last) {
    return query
        .param("start", Timestamp.from(start(first)))
        .param("end", Timestamp.from(start(last.plusDays(1))))
        .param("firstWeek", first.with(DayOfWeek.MONDAY))
        .param("last", last);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(IsoWeek.ZONE).toInstant();
  }
}
