package se.samlad.insight.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionSql;

/** Incidents by 250 m cell, as whoever acts sees them. Only what lies at a point of its own counts: never an area, never a centroid. */
@Repository
public class CellStore {

  private static final String PLACED =
      " from incidents where easting is not null and precision_class in ('EXACT', 'ADDRESS', 'STREET')"
          + " and category_code <> all (:leftOut)\n";

  private final JdbcClient db;

  CellStore(JdbcClient db) {
    this.db = db;
  }

  /** How many incidents began in a cell in a week, named by its Monday. */
  public record WeekCount(int column, int row, LocalDate week, int count) {}

  /** An incident at its place. */
  public record Placed(
      UUID incident,
      String categoryGroup,
      @Nullable UUID area,
      Instant from,
      Instant to,
      double easting,
      double northing,
      String placeLabel,
      List<UUID> organisations) {}

  /** Counts of all cells and weeks of the selection. */
  public List<WeekCount> counts(IncidentSelection selection, Set<String> leftOut) {
    return SelectionSql.of(selection)
        .query(
            db,
            "select cast(floor(easting / 250) as int), cast(floor(northing / 250) as int), week, cast(count(*) as int)"
                + PLACED + " group by 1, 2, 3 order by 1, 2, 3")
        .param("leftOut", leftOut.toArray(String[]::new))
        .query((row, n) -> new WeekCount(
            row.getInt(1), row.getInt(2), row.getObject(3, LocalDate.class), row.getInt(4)))
        .list();
  }

  /** The incidents of the selection, in a fixed order. */
  public List<Placed> placed(IncidentSelection selection, Set<String> leftOut) {
    return SelectionSql.of(selection)
        .query(
            db,
            "select incident_id, category_group, area_id, sorted_at, from_at, to_at, easting, northing, place_label, organisations"
                + PLACED + " order by sorted_at, incident_id")
        .param("leftOut", leftOut.toArray(String[]::new))
        .query((row, n) -> {
          Timestamp sorted = row.getTimestamp("sorted_at");
          Instant from = sorted.toInstant();
          long span =
              row.getTimestamp("to_at").getTime() - row.getTimestamp("from_at").getTime();
          return new Placed(
              row.getObject("incident_id", UUID.class),
              row.getString("category_group"),
              row.getObject("area_id", UUID.class),
              from,
              from.plusMillis(span),
              row.getDouble("easting"),
              row.getDouble("northing"),
              row.getString("place_label"),
              List.of((UUID[]) row.getArray("organisations").getArray()));
        })
        .list();
  }

  /** Codes that never make a place hotspot outside their owner: against employees, sleeping places. */
  public Set<String> coarseOnly() {
    return Set.copyOf(db.sql("select distinct code from samlad.category where coarse_only")
        .query(String.class)
        .list());
  }
}
