package se.samlad.meeting;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Ids;
import se.samlad.support.TestTown;

/** A year of quiet weeks and a place where much more happened in the last four: eight of graffiti and four of gatherings. */
final class PlantedPlace {

  private final TestTown town;
  private final JdbcClient db;
  private final UUID owner;
  private final UUID area;

  PlantedPlace(TestTown town, JdbcClient db, UUID owner, UUID area) {
    this.town = town;
    this.db = db;
    this.owner = owner;
    this.area = area;
  }

  void write(IsoWeek last) {
    town.asSystem(() -> {
      for (int ago = 0; ago < 60; ago++) {
        one(last.plus(-ago), 1, 800, 800, "NEDSKRAPNING", "SKADEGORELSE");
      }
      for (int i = 0; i < 12; i++) {
        boolean graffiti = i < 8;
        one(
            last.plus(-(i % 4)),
            4 + i % 2,
            320 + 9 * i,
            560 + 7 * i,
            graffiti ? "KLOTTER" : "UTOMHUS",
            graffiti ? "SKADEGORELSE" : "SAMLING");
      }
    });
  }

  private void one(IsoWeek week, int day, double east, double north, String code, String group) {
    UUID incident = Ids.next();
    UUID source = Ids.next();
    Instant at = week.monday().plusDays(day).atTime(21, 10).atZone(IsoWeek.ZONE).toInstant();
    double easting = TestTown.EASTING + east;
    double northing = TestTown.NORTHING + north;
    Sweref99.Geographic point = Sweref99.TM.unproject(northing, easting);
    db.sql("""
            insert into samlad.incident (municipality_id, incident_id, number, created_at)
            values (samlad.municipality(), :id, :number, now())
            """).param("id", incident).param("number", "P-" + incident).update();
    db.sql("""
            insert into samlad.incident_source (municipality_id, source_id, incident_id, owner_org, source_kind, state, sharing_class,
                   category_group, area_id, week, received_at, state_at, passed_at)
            values (samlad.municipality(), :source, :id, :owner, 'EARLIER_SYSTEM', 'PASSED', 'GROUP', :group, :area, :week, :at, :at, :at)
            """)
        .param("source", source)
        .param("id", incident)
        .param("owner", owner)
        .param("group", group)
        .param("area", area)
        .param("week", week.monday())
        .param("at", Timestamp.from(at))
        .update();
    db.sql("""
            insert into samlad.incident_detail (municipality_id, source_id, owner_org, category_code, catalogue_version, from_at, to_at, lon,
                   lat, easting, northing, precision_class, place_label)
            values (samlad.municipality(), :source, :owner, :code, 1, :at, :at, :lon, :lat, :e, :n, 'EXACT', 'Torget')
            """)
        .param("source", source)
        .param("owner", owner)
        .param("code", code)
        .param("at", Timestamp.from(at))
        .param("lon", point.lon())
        .param("lat", point.lat())
        .param("e", easting)
        .param("n", northing)
        .update();
  }
}
