package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.demo.simulation.Simulation;
import se.samlad.demo.simulation.SimulationPlan;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.SamladTest;

/**
 * The quick way to a selection gives what the plain way gives, for random selections and all kinds of viewers; and list, pages, count and
 * export are the same incidents. {@code -Dsamlad.selections=200} tries more than the suite does.
 */
@SamladTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelectionLawTest {

  private static final int SELECTIONS = Integer.getInteger("samlad.selections", 60);
  private static final int WEEKS = 16;

  /** Every column that both have, written as one text a row. */
  private static final String FACTS = """
      select concat_ws('|', incident_id, number, source_id, owner_org, state, flags, category_group, category_code, area_id, week, from_at, to_at,
                       sorted_at, placed_at, received_at, lon, lat, easting, northing, precision_class, place_label, severity, suspected, indoors,
                       ongoing, sources, (select string_agg(o::text, ',' order by o) from unnest(organisations) as o))
        from incidents
       order by incident_id
      """;

  @Autowired
  private Simulation simulation;

  @Autowired
  private Incidents incidents;

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  private MunicipalityId town;
  private List<Actor> viewers;
  private RandomSelections selections;

  @BeforeAll
  void fillATownWithEverythingThatMakesIncidentsHard() {
    String slug = "lag" + Ids.next().toString().replace("-", "").substring(20);
    town = simulation
        .fill(new SimulationPlan(slug, "Lagstad", 1500, WEEKS, 5), done -> {})
        .id();
    tenancy.as(Actor.system(town), this::disturb);
    tenancy.readAs(Actor.system(town), () -> {
      List<UUID> areas = ids("select area_id from samlad.area order by name");
      List<UUID> organisations =
          ids("select organisation_id from samlad.organisation order by name");
      viewers = viewers(areas, organisations);
      selections = new RandomSelections(
          areas,
          organisations,
          List.of("SKADEGORELSE", "KLOTTER", "SAMLING", "NARKOTIKA", "INCIDENT_MOT_ANSTALLD"),
          List.of("vägen", "Centrum", "%", "2026-12", "_", "finns inte"),
          last(),
          WEEKS);
      return true;
    });
  }

  @Test
  void theQuickWayGivesWhatThePlainWayGives() {
    int rows = 0;
    for (int n = 0; n < SELECTIONS; n++) {
      Actor viewer = viewers.get(n % viewers.size());
      IncidentSelection selection = selections.draw(n);
      List<String> plain = read(
          viewer,
          PlainSelection.of(selection).with(),
          PlainSelection.of(selection).parameters());
      List<String> quick = CurrentActor.as(viewer, (Supplier<List<String>>) () -> {
        SelectionSql sql = SelectionSql.of(selection);
        return read(viewer, sql.with(), sql.parameters());
      });
      assertThat(quick).as(n + ": " + viewer + " " + selection).isEqualTo(plain);
      rows += plain.size();
    }
    assertThat(rows).as("the selections are not all empty").isGreaterThan(SELECTIONS);
  }

  @Test
  void listPagesCountAndExportHoldTheSame() {
    for (int n = 0; n < SELECTIONS; n++) {
      Actor viewer = viewers.get(n % viewers.size());
      IncidentSelection selection = selections.draw(1_000 + n);
      tenancy.readAs(viewer, () -> {
        List<UUID> listed =
            incidents.list(selection, 10_000, 0).stream().map(IncidentRow::id).toList();
        List<UUID> exported = new ArrayList<>();
        incidents.forEach(selection, row -> exported.add(row.id()));
        assertThat(exported).as(viewer + " " + selection).isEqualTo(listed);
        assertThat(paged(selection)).as(viewer + " " + selection).isEqualTo(listed);
        assertThat(incidents.count(selection)).isEqualTo(listed.size());
        return true;
      });
    }
  }

  private List<UUID> paged(IncidentSelection selection) {
    List<UUID> ids = new ArrayList<>();
    Optional<IncidentPage.Place> after = Optional.empty();
    do {
      IncidentPage page = incidents.page(selection, 37, after);
      page.rows().forEach(row -> ids.add(row.id()));
      after = page.next();
    } while (after.isPresent());
    return ids;
  }

  private List<String> read(Actor viewer, String with, Map<String, Object> parameters) {
    return tenancy.readAs(
        viewer,
        () -> db.sql(with + FACTS).params(parameters).query(String.class).list());
  }

  /** Merges within and between weeks, splits again, doubted times, places outside every area, and classes and states changed afterwards. */
  private void disturb() {
    db.sql("""
            update samlad.incident_source s
               set incident_id = o.incident_id
              from (select source_id, incident_id, lead(incident_id) over (order by hashtext(source_id::text)) as next from samlad.incident_source) m
              join samlad.incident o on o.incident_id = m.next
             where s.source_id = m.source_id and hashtext(s.source_id::text) % 11 = 0
            """).update();
    db.sql("""
            update samlad.incident_source s
               set incident_id = (select i.incident_id from samlad.incident i
                                   where not exists (select 1 from samlad.incident_source x where x.incident_id = i.incident_id)
                                   order by i.incident_id limit 1)
             where s.source_id = (select max(source_id::text)::uuid from samlad.incident_source where not lone)
            """).update();
    db.sql(
            "update samlad.incident_source set flags = array['TIME', 'TEXT'] where hashtext(source_id::text) % 17 = 0")
        .update();
    db.sql(
            "update samlad.incident_source set area_id = null where hashtext(source_id::text) % 13 = 0")
        .update();
    db.sql("""
            update samlad.incident_source set state = 'NEW', passed_at = null where hashtext(source_id::text) % 7 = 0
            """).update();
    db.sql(
            "update samlad.incident_source set sharing_class = 'OWNER' where hashtext(source_id::text) % 19 = 0")
        .update();
    db.sql("delete from samlad.incident_source where hashtext(source_id::text) % 41 = 0")
        .update();
  }

  private List<Actor> viewers(List<UUID> areas, List<UUID> organisations) {
    UUID police = organisations.get(organisations.size() / 2);
    Set<UUID> some = Set.of(areas.get(0), areas.get(2), areas.get(3));
    return List.of(
        person(EnumSet.of(Role.COORDINATOR), Set.of(), Set.of(), false),
        person(EnumSet.of(Role.GROUP_MEMBER), Set.of(), Set.of(), true),
        person(EnumSet.of(Role.GROUP_MEMBER), Set.of(), some, false),
        person(EnumSet.of(Role.ORGANISATION_COORDINATOR), Set.of(police), null, false),
        person(
            EnumSet.of(Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER),
            Set.of(police, organisations.getFirst()),
            some,
            false),
        person(EnumSet.of(Role.LEADERSHIP), Set.of(), null, false),
        person(EnumSet.of(Role.LEADERSHIP, Role.GROUP_MEMBER), Set.of(), some, false),
        person(EnumSet.of(Role.REPORTER), Set.of(), null, false),
        Actor.system(town));
  }

  /** Somebody; no areas at all means no group. */
  private Actor person(
      Set<Role> roles,
      Set<UUID> coordinated,
      @org.jspecify.annotations.Nullable Set<UUID> areas,
      boolean whole) {
    return new Actor(
        town,
        ActorKind.PERSON,
        Ids.next(),
        roles,
        coordinated,
        coordinated,
        areas == null || roles.contains(Role.COORDINATOR) ? Set.of() : Set.of(Ids.next()),
        areas == null ? Set.of() : areas,
        whole,
        null);
  }

  private List<UUID> ids(String sql) {
    return db.sql(sql).query(UUID.class).list();
  }

  private LocalDate last() {
    return IsoWeek.of(db.sql("select max(week) from samlad.incident_source")
            .query(LocalDate.class)
            .single())
        .sunday();
  }
}
