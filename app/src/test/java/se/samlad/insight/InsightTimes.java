package se.samlad.insight;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.SelectionSql;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;

/**
 * Times the weekly picture on many incidents; no test, so only run when asked for: {@code mvn test -pl app -am -Dtest=InsightTimes
 * -Dsurefire.failIfNoSpecifiedTests=false -Dsamlad.incidents=100000}. Prints milliseconds and plans, asserts nothing.
 */
@SamladTest
class InsightTimes {

  private static final IsoWeek WEEK = new IsoWeek(2026, 46);
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
  Hotspots hotspots;

  @Autowired
  WeekFigures figures;

  @Autowired
  SelectedIncidents selected;

  @Autowired
  Coverage coverage;

  @Test
  void weeklyPictureOfManyIncidents() {
    int incidents = Integer.getInteger("samlad.incidents", 100_000);
    TestTown town = TestTown.in(tenancy, db, catalogue);
    UUID area = town.area("Hela", 0, 0);
    UUID owner = town.organisation("Bevakning", "GUARD_COMPANY");
    UUID group = town.group("Kommungruppen", true);
    town.asSystem(() -> fill(incidents, owner, area));
    for (Audience audience : List.of(new Audience.Coordinator(), new Audience.Group(group))) {
      for (String turn : List.of("cold", "again")) {
        CurrentActor.as(town.system(), () -> {
          time(
              audience,
              turn + " figures and matrix",
              () -> figures.of(audience, WEEK).incidents().value());
          time(
              audience,
              turn + " hotspots, 1,000 draws",
              () -> hotspots.run(audience, WEEK).hotspots().size());
          time(
              audience,
              turn + " list",
              () -> selected
                  .list(
                      audience,
                      HotspotFinder.selection(audience, WEEK.plus(-3), WEEK),
                      Optional.empty(),
                      1000)
                  .count());
        });
      }
      CurrentActor.as(
          town.system(),
          () -> time(
              audience,
              "stored hotspots",
              () -> tenancy
                  .readAs(town.system(), () -> hotspots.latest(audience, WEEK))
                  .tested()));
    }
    time(
        new Audience.Coordinator(),
        "coverage, 52 weeks",
        () -> tenancy.readAs(town.system(), () -> coverage.board(WEEK, 52)).asked());
    explain(town, new Audience.Group(group));
  }

  private static void time(Audience audience, String what, Supplier<Integer> work) {
    long start = System.nanoTime();
    int found = work.get();
    say(
        "%-12s %-32s %,8.0f ms, %,d",
        audience.getClass().getSimpleName(), what, (System.nanoTime() - start) / 1e6, found);
  }

  private void explain(TestTown town, Audience audience) {
    Actor viewer =
        CurrentActor.as(town.system(), (Supplier<Actor>) () -> audiences.actor(audience));
    tenancy.readAs(viewer, () -> {
      SelectionSql sql = SelectionSql.of(
          HotspotFinder.selection(audience, WEEK.plus(1 - CellHistory.REACH), WEEK));
      db.sql(
              "explain (analyze, buffers) " + sql.with()
                  + "select floor(easting / 250), floor(northing / 250), week, count(*) from incidents group by 1, 2, 3")
          .params(sql.parameters())
          .query(String.class)
          .list()
          .forEach(line -> say("%s", line));
      return 0;
    });
  }

  private void fill(int incidents, UUID owner, UUID area) {
    db.sql("set local statement_timeout = 0").update();
    db.sql("select setseed(0.42)").query(Object.class).optional();
    db.sql("""
            create temp table made on commit drop as
            select gen_random_uuid() as incident, gen_random_uuid() as source, i,
                   cast(:last as date) - 7 * (i % :weeks) as week,
                   case when random() < 0.67 then (1000 + 2000 * (i % 3)) + 300 * (random() + random() + random() - 1.5) else 9000 * random() end as east,
                   case when random() < 0.67 then (1000 + 2000 * (i / 3 % 3)) + 300 * (random() + random() + random() - 1.5) else 9000 * random() end as north
              from generate_series(1, :incidents) i
            """)
        .param("last", LocalDate.from(WEEK.monday()))
        .param("weeks", WEEKS)
        .param("incidents", incidents)
        .update();
    db.sql("""
            insert into samlad.incident (municipality_id, incident_id, number, created_at)
            select samlad.municipality(), incident, 't-' || i, now() from made
            """).update();
    db.sql("""
            insert into samlad.incident_source (municipality_id, source_id, incident_id, owner_org, source_kind, state, sharing_class,
                   category_group, area_id, week, received_at, state_at, passed_at)
            select samlad.municipality(), source, incident, :owner, 'GUARD_SYSTEM', 'PASSED', 'GROUP',
                   (array['SKADEGORELSE', 'SAMLING', 'ORDNING', 'TRAFIK'])[1 + i % 4], :area, week, week + 3, week + 3, week + 3
              from made
            """).param("owner", owner).param("area", area).update();
    db.sql("""
            insert into samlad.incident_detail (municipality_id, source_id, owner_org, category_code, catalogue_version, from_at, to_at,
                   lon, lat, easting, northing, precision_class)
            select samlad.municipality(), source, :owner, 'KLOTTER', 1, week + make_interval(hours => i % 160),
                   week + make_interval(hours => i % 160 + i % 3), 15, 59, :e + east, :n + north, 'EXACT'
              from made
            """)
        .param("owner", owner)
        .param("e", TestTown.EASTING)
        .param("n", TestTown.NORTHING)
        .update();
    db.sql("analyze samlad.incident, samlad.incident_source, samlad.incident_detail");
  }

  private static void say(String format, Object... arguments) {
    System.out.println(
        "TIDER " + String.format(Locale.ROOT, format, Arrays.copyOf(arguments, arguments.length)));
  }
}
