package se.samlad.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Incidents that may be the same (Swedish: liknande nära): same group of categories, within the distance and hours of the category. */
@Service
@Transactional(readOnly = true)
public class DuplicateSuggestions {

  private static final String NEAR = """
              join samlad.incident_detail d on d.municipality_id = s.municipality_id and d.source_id = s.source_id
              join samlad.category c on c.municipality_id = s.municipality_id and c.version = d.catalogue_version and c.code = d.category_code
              join samlad.incident_detail od on od.municipality_id = s.municipality_id
                   and point(od.easting, od.northing) <@ circle(point(d.easting, d.northing), c.duplicate_meters)
                   and od.from_at <= d.to_at + make_interval(hours => c.duplicate_hours)
                   and od.to_at >= d.from_at - make_interval(hours => c.duplicate_hours)
              join samlad.incident_source o on o.municipality_id = s.municipality_id and o.source_id = od.source_id
                   and o.category_group = s.category_group and o.incident_id <> s.incident_id and o.state in ('NEW', 'PASSED')
      """;

  /** Whether a row of {@code incidents} has any, for {@link Incidents.Refine}. */
  static final String EXISTS = "exists (select 1 from samlad.incident_source s " + NEAR
      + " where s.incident_id = incidents.incident_id and s.state in ('NEW', 'PASSED') and d.precision_class <> 'CENTROID')";

  private static final int MOST = 20;

  private final JdbcClient db;

  DuplicateSuggestions(JdbcClient db) {
    this.db = db;
  }

  /**
   * A likeness.
   *
   * @param meters how far apart the two points are
   * @param easting metres, SWEREF 99 TM
   */
  public record Similar(
      UUID incident,
      String number,
      String category,
      String placeLabel,
      @Nullable Instant from,
      double meters,
      String state,
      double easting,
      double northing) {}

  /** Others near the incident that the actor sees, nearest first. */
  public List<Similar> near(UUID incident) {
    return db.sql("""
            select distinct on (o.incident_id) o.incident_id as incident, i.number, od.category_code as category, od.place_label,
                   od.from_at as "from", point(d.easting, d.northing) <-> point(od.easting, od.northing) as meters, o.state,
                   od.easting, od.northing
              from samlad.incident_source s
            """ + NEAR + """
              join samlad.incident i on i.municipality_id = o.municipality_id and i.incident_id = o.incident_id
             where s.incident_id = :incident and d.precision_class <> 'CENTROID'
             order by o.incident_id, meters
            """).param("incident", incident).query(Similar.class).list().stream()
        .sorted(Comparator.comparingDouble(Similar::meters))
        .limit(MOST)
        .toList();
  }

  /** How many others near each of the incidents the actor sees. */
  public Map<UUID, Integer> counts(Set<UUID> incidents) {
    Map<UUID, Integer> counts = new HashMap<>();
    if (!incidents.isEmpty()) {
      db.sql("select s.incident_id, count(distinct o.incident_id) from samlad.incident_source s "
              + NEAR + """
               where s.incident_id in (:incidents) and s.state in ('NEW', 'PASSED') and d.precision_class <> 'CENTROID'
               group by s.incident_id
              """)
          .param("incidents", incidents)
          .query(row -> {
            counts.put(row.getObject(1, UUID.class), row.getInt(2));
          });
    }
    return counts;
  }
}
