package se.samlad.insight.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.storage.Ids;
import se.samlad.support.TestTown;

/** Passed incidents of one week in a test's town, at places given in metres from its corner. */
final class PlantedIncidents {

  static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  private final TestTown town;
  private final JdbcClient db;
  private final UUID owner;
  private final List<Runnable> waiting = new ArrayList<>();
  private int number;

  PlantedIncidents(TestTown town, JdbcClient db, UUID owner) {
    this.town = town;
    this.db = db;
    this.owner = owner;
  }

  /** Writes what was added, all in one transaction. */
  void write() {
    if (!waiting.isEmpty()) {
      town.asSystem(() -> waiting.forEach(Runnable::run));
      waiting.clear();
    }
  }

  void add(
      UUID area, double east, double north, String precision, String category, String sharing) {
    UUID incident = Ids.next();
    UUID source = Ids.next();
    double easting = TestTown.EASTING + east;
    double northing = TestTown.NORTHING + north;
    Sweref99.Geographic at = Sweref99.TM.unproject(northing, easting);
    waiting.add(() -> {
      db.sql("""
              insert into samlad.incident (municipality_id, incident_id, number, created_at)
              values (samlad.municipality(), :id, :number, now())
              """).param("id", incident).param("number", "2026-" + ++number).update();
      db.sql("""
              insert into samlad.incident_source (municipality_id, source_id, incident_id, owner_org, source_kind, state, sharing_class,
                     category_group, area_id, week, received_at, state_at, passed_at)
              values (samlad.municipality(), :source, :incident, :owner, 'GUARD_SYSTEM', 'PASSED', :sharing,
                      (select coalesce(parent_code, code) from samlad.category where code = :category), :area, :week, now(), clock_timestamp(), now())
              """)
          .param("source", source)
          .param("incident", incident)
          .param("owner", owner)
          .param("sharing", sharing)
          .param("category", category)
          .param("area", area)
          .param("week", MONDAY)
          .update();
      db.sql("""
              insert into samlad.incident_detail (municipality_id, source_id, owner_org, category_code, catalogue_version, from_at, to_at,
                     lon, lat, easting, northing, precision_class)
              values (samlad.municipality(), :source, :owner, :category, 1, :from, :from, :lon, :lat, :easting, :northing, :precision)
              """)
          .param("source", source)
          .param("owner", owner)
          .param("category", category)
          .param("from", java.sql.Timestamp.valueOf(MONDAY.plusDays(2).atTime(20, 0)))
          .param("lon", at.lon())
          .param("lat", at.lat())
          .param("easting", easting)
          .param("northing", northing)
          .param("precision", precision)
          .update();
    });
  }
}
