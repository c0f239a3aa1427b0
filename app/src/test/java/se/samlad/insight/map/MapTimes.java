package se.samlad.insight.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.ground.geography.tile.World;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionSql;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/**
 * Times the map on many incidents; no test, so only run when asked for: {@code mvn test -pl app -am -Dtest=MapTimes
 * -Dsurefire.failIfNoSpecifiedTests=false -Dsamlad.incidents=100000}. Prints milliseconds and plans, asserts nothing.
 */
@SamladTest
class MapTimes {

  private static final LocalDate LAST = LocalDate.of(2026, 11, 16);
  private static final int WEEKS = 260;

  @Autowired
  Tenancy tenancy;

  @Autowired
  JdbcClient db;

  @Autowired
  DefaultCatalogue catalogue;

  @Autowired
  Audiences audiences;

  @Autowired
  PointSets points;

  @Test
  void tilesOfManyIncidents() {
    int incidents = Integer.getInteger("samlad.incidents", 100_000);
    TestTown town = TestTown.in(tenancy, db, catalogue);
    List<UUID> areas = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      areas.add(town.area("Område " + i, i % 6, i / 6));
    }
    UUID owner = town.organisation("Bevakning", "GUARD_COMPANY");
    UUID group = town.group("Kommungruppen", true);
    long start = System.nanoTime();
    town.asSystem(() -> fill(incidents, owner, areas));
    say("filled with %,d incidents over %d weeks in %.0f s", incidents, WEEKS, since(start) / 1000);
    for (Audience audience : List.of(new Audience.Coordinator(), new Audience.Group(group))) {
      for (int weeks : new int[] {1, 4, 52, WEEKS}) {
        time(town, audience, weeks);
      }
    }
    explain(town, new Audience.Group(group), 4);
  }

  private void time(TestTown town, Audience audience, int weeks) {
    IncidentSelection selection =
        IncidentSelection.between(LAST.plusWeeks(1 - weeks), LAST.plusWeeks(1));
    long start = System.nanoTime();
    MapPoints read = read(town, audience, selection).points();
    double cold = since(start);
    start = System.nanoTime();
    read(town, audience, selection);
    double held = since(start);
    say(
        "%-12s %3d weeks: %,d points read in %.0f ms, held %.1f ms",
        audience.getClass().getSimpleName(), weeks, read.total(), cold, held);
    for (int zoom : new int[] {9, 11, 13, 15, 16}) {
      say("    zoom %2d %s", zoom, tiles(read, zoom));
    }
  }

  private PointSets.Read read(TestTown town, Audience audience, IncidentSelection selection) {
    return CurrentActor.as(
        town.system(), (Supplier<PointSets.Read>) () -> points.of(audience, selection));
  }

  private static String tiles(MapPoints read, int zoom) {
    Coordinate northWest = World.of(TestTown.EASTING, TestTown.NORTHING + 6000);
    Coordinate southEast = World.of(TestTown.EASTING + 6000, TestTown.NORTHING);
    TileAddress first = TileAddress.at(zoom, northWest.x, northWest.y);
    TileAddress last = TileAddress.at(zoom, southEast.x, southEast.y);
    List<Double> times = new ArrayList<>();
    long bytes = 0;
    for (int x = first.x(); x <= last.x(); x++) {
      for (int y = first.y(); y <= last.y(); y++) {
        long start = System.nanoTime();
        bytes = Math.max(bytes, IncidentTiles.make(read, new TileAddress(zoom, x, y)).length);
        times.add(since(start));
      }
    }
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%4d tiles, first %.1f ms, median %.2f ms, p95 %.2f ms, largest %,d bytes, %s",
        sorted.length,
        times.getFirst(),
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.95)],
        bytes,
        IncidentTiles.pointsAt(read, zoom) ? "points" : "squares");
  }

  private void explain(TestTown town, Audience audience, int weeks) {
    Actor viewer =
        CurrentActor.as(town.system(), (Supplier<Actor>) () -> audiences.actor(audience));
    tenancy.readAs(viewer, () -> {
      SelectionSql sql =
          SelectionSql.of(IncidentSelection.between(LAST.plusWeeks(1 - weeks), LAST.plusWeeks(1)));
      db.sql(
              "explain (analyze, buffers) " + sql.with()
                  + "select incident_id, category_group, category_code, area_id, easting, northing, precision_class from incidents")
          .params(sql.parameters())
          .query(String.class)
          .list()
          .forEach(line -> say("%s", line));
      return 0;
    });
  }

  /** Two thirds of the places lie near one of nine busy points, the rest anywhere; weeks are equal. */
  private void fill(int incidents, UUID owner, List<UUID> areas) {
    db.sql("set local statement_timeout = 0").update();
    db.sql("select setseed(0.42)").query(Object.class).list();
    db.sql("""
            create temp table made on commit drop as
            select gen_random_uuid() as incident, gen_random_uuid() as source, i,
                   cast(:last as date) - 7 * (i % :weeks) as week,
                   greatest(1, least(5999, case when random() < 0.67 then (1000 + 2000 * (i % 3)) + 300 * (random() + random() + random() - 1.5) else 6000 * random() end)) as east,
                   greatest(1, least(5999, case when random() < 0.67 then (1000 + 2000 * (i / 3 % 3)) + 300 * (random() + random() + random() - 1.5) else 6000 * random() end)) as north
              from generate_series(1, :incidents) i
            """)
        .param("last", LAST)
        .param("weeks", WEEKS)
        .param("incidents", incidents)
        .update();
    db.sql("""
            insert into samlad.incident (municipality_id, incident_id, number, created_at)
            select samlad.municipality(), incident, 'm-' || i, now() from made
            """).update();
    db.sql("""
            insert into samlad.incident_source (municipality_id, source_id, incident_id, owner_org, source_kind, state, sharing_class,
                   category_group, area_id, week, received_at, state_at, passed_at)
            select samlad.municipality(), source, incident, :owner, 'GUARD_SYSTEM', 'PASSED', 'GROUP', 'SKADEGORELSE',
                   (cast(:areas as uuid[]))[1 + floor(east / 1000)::int + 6 * floor(north / 1000)::int], week, week + 3, week + 3, week + 3
              from made
            """)
        .param("owner", owner)
        .param(
            "areas",
            areas.stream()
                .map(UUID::toString)
                .collect(java.util.stream.Collectors.joining(",", "{", "}")))
        .update();
    db.sql("""
            insert into samlad.incident_detail (municipality_id, source_id, owner_org, category_code, catalogue_version, from_at, to_at,
                   lon, lat, easting, northing, precision_class)
            select samlad.municipality(), source, :owner, 'KLOTTER', 1, week + interval '2 days 20 hours', week + interval '2 days 20 hours',
                   15, 59, :e + east, :n + north, 'EXACT'
              from made
            """)
        .param("owner", owner)
        .param("e", TestTown.EASTING)
        .param("n", TestTown.NORTHING)
        .update();
    db.sql("analyze samlad.incident, samlad.incident_source, samlad.incident_detail");
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void say(String format, Object... arguments) {
    System.out.println(
        "TIDER " + String.format(Locale.ROOT, format, Arrays.copyOf(arguments, arguments.length)));
  }
}
