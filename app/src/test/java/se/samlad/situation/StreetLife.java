package se.samlad.situation;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Ids;
import se.samlad.support.TestTown;

/** Passed incidents for the pictures' tests: so many in a week, at one place, in the evenings. */
public final class StreetLife {

  private static final double EASTING = TestTown.EASTING + 320;
  private static final double NORTHING = TestTown.NORTHING + 330;

  private final TestTown town;
  private final JdbcClient db;
  private final UUID owner;
  private final UUID area;

  public StreetLife(TestTown town, JdbcClient db, UUID owner, UUID area) {
    this.town = town;
    this.db = db;
    this.owner = owner;
    this.area = area;
  }

  /** The incidents, in the order they began. */
  public List<UUID> in(IsoWeek week, int times) {
    return java.util.stream.IntStream.range(0, times)
        .mapToObj(i -> add(week.monday().plusDays(4 + i % 2), 18 + i % 4))
        .toList();
  }

  private UUID add(LocalDate day, int hour) {
    UUID incident = Ids.next();
    UUID source = Ids.next();
    Timestamp at = Timestamp.from(day.atTime(hour, 10).atZone(IsoWeek.ZONE).toInstant());
    Sweref99.Geographic place = Sweref99.TM.unproject(NORTHING, EASTING);
    town.asSystem(() -> {
      db.sql(
              "insert into samlad.incident (municipality_id, incident_id, number, created_at) values (samlad.municipality(), :id, :number, :at)")
          .param("id", incident)
          .param("number", "S-" + incident)
          .param("at", at)
          .update();
      db.sql("""
              insert into samlad.incident_source (municipality_id, source_id, incident_id, owner_org, source_kind, state, sharing_class,
                     category_group, area_id, week, received_at, state_at, passed_at)
              values (samlad.municipality(), :source, :incident, :owner, 'EARLIER_SYSTEM', 'PASSED', 'GROUP',
                     'SKADEGORELSE', :area, :week, :at, :at, :at)
              """)
          .param("source", source)
          .param("incident", incident)
          .param("owner", owner)
          .param("area", area)
          .param("week", IsoWeek.of(day).monday())
          .param("at", at)
          .update();
      db.sql("""
              insert into samlad.incident_detail (municipality_id, source_id, owner_org, category_code, catalogue_version, from_at, to_at,
                     lon, lat, easting, northing, precision_class, place_label)
              values (samlad.municipality(), :source, :owner, 'KLOTTER', 1, :at, :at, :lon, :lat, :easting, :northing, 'EXACT', 'Torget')
              """)
          .param("source", source)
          .param("owner", owner)
          .param("at", at)
          .param("lon", place.lon())
          .param("lat", place.lat())
          .param("easting", EASTING)
          .param("northing", NORTHING)
          .update();
    });
    return incident;
  }
}
