package se.samlad.incident;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.reporting.SimilarIncidents;

/**
 * Finds what a reporter's own organisation has reported near by. A reporter may not read colleagues' reports, so the system looks, with the
 * reporter's organisations as the limit, and tells category, place and time alone. Her own reports are not among them.
 */
@Service
class SimilarToReport implements SimilarIncidents {

  private final Categories categories;
  private final Tenancy tenancy;
  private final JdbcClient db;

  SimilarToReport(Categories categories, Tenancy tenancy, JdbcClient db) {
    this.categories = categories;
    this.tenancy = tenancy;
    this.db = db;
  }

  @Override
  public List<Similar> near(Sketch sketch, int most) {
    Actor actor = CurrentActor.get();
    Category category = categories.find(sketch.category()).orElse(null);
    if (category == null || category.coarseOnly() || actor.organisations().isEmpty()) {
      return List.of();
    }
    return tenancy.readAs(
        Actor.system(actor.municipality()), () -> near(sketch, category, actor, most));
  }

  private List<Similar> near(Sketch sketch, Category category, Actor actor, int most) {
    Sweref99.Point at = Sweref99.TM.project(sketch.lon(), sketch.lat());
    return db.sql("""
            select * from (
              select distinct on (s.incident_id) s.incident_id as incident, d.category_code, d.place_label as place, d.from_at as "from",
                     point(d.easting, d.northing) <-> point(:easting, :northing) as meters
                from samlad.incident_detail d
                join samlad.incident_source s on s.municipality_id = d.municipality_id and s.source_id = d.source_id
                join samlad.report r on r.municipality_id = s.municipality_id and r.report_id = s.report_id
                left join samlad.category c
                  on c.municipality_id = d.municipality_id and c.version = d.catalogue_version and c.code = d.category_code
               where point(d.easting, d.northing) <@ circle(point(:easting, :northing), :reach)
                 and d.from_at <= cast(:to as timestamptz) + make_interval(hours => :hours)
                 and d.to_at >= cast(:from as timestamptz) - make_interval(hours => :hours)
                 and d.precision_class <> 'CENTROID'
                 and s.owner_org in (:organisations)
                 and s.category_group = :group
                 and s.state in ('NEW', 'PASSED')
                 and not coalesce(c.coarse_only, false)
                 and r.member_id <> :member
                 and r.withdrawn_at is null
               order by s.incident_id, meters) nearest
             order by meters, incident
             limit :most
            """)
        .param("easting", at.easting())
        .param("northing", at.northing())
        .param("reach", (double) category.duplicateMeters())
        .param("hours", category.duplicateHours())
        .param("from", Timestamp.from(sketch.from()))
        .param("to", Timestamp.from(sketch.to()))
        .param("organisations", actor.organisations())
        .param("group", category.group())
        .param("member", actor.requireUser())
        .param("most", most)
        .query(Similar.class)
        .list();
  }
}
