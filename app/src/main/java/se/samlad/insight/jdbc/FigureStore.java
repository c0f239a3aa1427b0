package se.samlad.insight.jdbc;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionSql;

/** Counts a selection as whoever acts sees it. */
@Repository
public class FigureStore {

  private final JdbcClient db;

  FigureStore(JdbcClient db) {
    this.db = db;
  }

  /** Incidents of a category group in a week, named by its Monday; and those of them not yet passed. */
  public record GroupWeek(LocalDate week, String categoryGroup, int count, int unreviewed) {}

  public List<GroupWeek> byWeekAndGroup(IncidentSelection selection) {
    return SelectionSql.of(selection).query(db, """
            select week, category_group, cast(count(*) as int) as count, cast(count(*) filter (where state = 'NEW') as int) as unreviewed
              from incidents
             group by week, category_group
            """).query(GroupWeek.class).list();
  }

  /** Takes the interval of each incident whose time is seen. */
  @FunctionalInterface
  public interface Spans {
    void span(long fromMillis, long toMillis);
  }

  /** Hands over when each incident of the selection began and ended; the result is how many tell no time. */
  public int spans(IncidentSelection selection, Spans spans) {
    int[] untimed = {0};
    RowCallbackHandler each = row -> {
      var sorted = row.getTimestamp(1);
      if (sorted == null) {
        untimed[0]++;
      } else {
        long length = row.getTimestamp(3).getTime() - row.getTimestamp(2).getTime();
        spans.span(sorted.getTime(), sorted.getTime() + length);
      }
    };
    SelectionSql.of(selection)
        .query(db, "select sorted_at, from_at, to_at from incidents")
        .withFetchSize(5000)
        .query(each);
    return untimed[0];
  }

  /** How many organisations the selection's incidents come from. */
  public int organisations(IncidentSelection selection) {
    return SelectionSql.of(selection)
        .query(
            db, "select cast(count(distinct o) as int) from incidents, unnest(organisations) as o")
        .query(Integer.class)
        .single();
  }

  /** Offences in police records, in weeks and areas; none chosen means all. */
  public int recordedCrime(IsoWeek first, IsoWeek last, Set<UUID> areas) {
    return db.sql("""
            select cast(coalesce(sum(offences), 0) as int)
              from samlad.crime_record
             where week between :first and :last
               and undone_at is null
               and (:everywhere or area_id = any (cast(:areas as uuid[])))
            """)
        .param("first", first.monday())
        .param("last", last.monday())
        .param("everywhere", areas.isEmpty())
        .param(
            "areas",
            areas.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}")))
        .query(Integer.class)
        .single();
  }
}
