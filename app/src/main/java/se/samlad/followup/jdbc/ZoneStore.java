package se.samlad.followup.jdbc;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.followup.EvaluationPlan;
import se.samlad.followup.Zone.Part;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionSql;

/** Counts incidents by zone and week, as whoever acts sees them. A street or area given as one point is no point. */
@Repository
public class ZoneStore {

  private static final String AT_A_POINT =
      "easting is not null and precision_class not in ('AREA', 'CENTROID')";

  private static final String ZONED = """
      select *, case
               when point(easting, northing) <@ circle(point(:easting, :northing), :radius) then 'TARGET'
               when point(easting, northing) <@ circle(point(:easting, :northing), :outer) then 'BUFFER'
               when point(easting, northing) <@ circle(point(:controlEasting, :controlNorthing), :radius) then 'CONTROL'
               when point(easting, northing) <@ circle(point(:controlEasting, :controlNorthing), :outer) then 'CONTROL_BUFFER'
             end as part
        from incidents
       where """ + " " + AT_A_POINT;

  private final JdbcClient db;

  ZoneStore(JdbcClient db) {
    this.db = db;
  }

  /** Incidents of a zone in a week, named by its Monday. */
  public record PartWeek(Part part, LocalDate week, int count) {}

  /** An incident's place. */
  public record Spot(double easting, double northing) {}

  public List<PartWeek> byPartAndWeek(EvaluationPlan plan, IncidentSelection selection) {
    return zoned(plan, selection, """
            select part, week, cast(count(*) as int) as count
              from zoned
             where part is not null
             group by part, week
            """).query(PartWeek.class).list();
  }

  /** Organisations heard from the zones in the selection. */
  public Set<UUID> organisations(EvaluationPlan plan, IncidentSelection selection) {
    return new HashSet<>(zoned(plan, selection, """
            select distinct o
              from zoned, unnest(organisations) as o
             where part is not null
            """).query(UUID.class).list());
  }

  /** Where the selection's incidents lie. */
  public List<Spot> spots(IncidentSelection selection) {
    return SelectionSql.of(selection)
        .query(db, "select easting, northing from incidents where " + AT_A_POINT)
        .query(Spot.class)
        .list();
  }

  private JdbcClient.StatementSpec zoned(
      EvaluationPlan plan, IncidentSelection selection, String select) {
    return SelectionSql.of(selection)
        .query(db, select.replace("from zoned", "from (" + ZONED + ") as zoned"))
        .param("easting", plan.easting())
        .param("northing", plan.northing())
        .param("radius", plan.radiusMeters())
        .param("outer", plan.outerMeters())
        .param("controlEasting", plan.controlEasting())
        .param("controlNorthing", plan.controlNorthing());
  }
}
