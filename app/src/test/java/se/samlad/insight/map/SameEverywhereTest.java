package se.samlad.insight.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.demo.simulation.Simulation;
import se.samlad.demo.simulation.SimulationPlan;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.Incidents;
import se.samlad.incident.RandomSelections;
import se.samlad.insight.SelectedIncidents;
import se.samlad.insight.WeekFigures;
import se.samlad.insight.WeekMatrix;
import se.samlad.insight.jdbc.FigureStore;
import se.samlad.support.SamladTest;

/**
 * List, count, matrix, chart, figure and map hold the same incidents, for random selections and every audience; and a map of many, drawn
 * from counts, is the map of its points. {@code -Dsamlad.selections=200} tries more than the suite does.
 */
@SamladTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameEverywhereTest {

  private static final int SELECTIONS = Integer.getInteger("samlad.selections", 50);
  private static final int WEEKS = 14;

  @Autowired
  private Simulation simulation;

  @Autowired
  private PointSets points;

  @Autowired
  private SelectedIncidents selected;

  @Autowired
  private Incidents incidents;

  @Autowired
  private FigureStore figures;

  @Autowired
  private WeekFigures weeks;

  @Autowired
  private Audiences audiences;

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  private MunicipalityId town;
  private List<Audience> seen;
  private RandomSelections selections;

  @BeforeAll
  void fillATown() {
    String slug = "lika" + Ids.next().toString().replace("-", "").substring(20);
    town = simulation
        .fill(new SimulationPlan(slug, "Likstad", 1000, WEEKS, 6), done -> {})
        .id();
    seen = CurrentActor.as(
        Actor.system(town), (Supplier<List<Audience>>) () -> audiences.choices(Actor.system(town)));
    selections = tenancy.readAs(
        Actor.system(town),
        () -> new RandomSelections(
            ids("select area_id from samlad.area order by name"),
            ids("select organisation_id from samlad.organisation order by name"),
            List.of("SKADEGORELSE", "KLOTTER", "SAMLING", "INCIDENT_MOT_ANSTALLD"),
            List.of("vägen", "Centrum"),
            IsoWeek.of(db.sql("select max(week) from samlad.incident_source")
                    .query(LocalDate.class)
                    .single())
                .sunday(),
            WEEKS));
  }

  @Test
  void listCountMatrixChartFigureAndMapHoldTheSame() {
    int found = 0;
    for (int n = 0; n < SELECTIONS; n++) {
      Audience audience = seen.get(n % seen.size());
      IncidentSelection asked = selections.draw(5_000 + n);
      String what = n + ": " + audience + " " + asked;
      found += as(() -> {
        IncidentSelection selection = selected.seen(audience, asked);
        SelectedIncidents.Listed listed =
            selected.list(audience, asked, Optional.empty(), Integer.MAX_VALUE);
        assertThat(listed.rows()).as(what).hasSize(listed.count());
        WeekMatrix matrix = selected.matrix(audience, asked, Optional.empty());
        assertThat(matrix.timed() + matrix.untimed()).as(what).isEqualTo(listed.count());
        assertThat(points.of(audience, selection).points().total())
            .as(what)
            .isEqualTo(listed.count());
        Actor viewer = audiences.actor(audience);
        tenancy.readAs(viewer, () -> {
          assertThat(incidents.count(selection)).as(what).isEqualTo(listed.count());
          int charted = figures.byWeekAndGroup(selection).stream()
              .mapToInt(FigureStore.GroupWeek::count)
              .sum();
          assertThat(charted).as(what).isEqualTo(listed.count());
          return true;
        });
        return listed.count();
      });
    }
    assertThat(found).as("the selections are not all empty").isGreaterThan(SELECTIONS);
  }

  @Test
  void aFigureOfWholeWeeksIsTheListsCount() {
    IsoWeek last = IsoWeek.of(selections.last());
    for (Audience audience : seen) {
      IncidentSelection month = IncidentSelection.ofWeeks(last.plus(-3), last);
      as(() -> {
        int listed = selected.list(audience, month, Optional.empty(), 1).count();
        assertThat(weeks.of(audience, month).total().value()).as(audience.key()).isEqualTo(listed);
        return listed;
      });
    }
  }

  @Test
  void aMapFromCountsIsTheMapOfItsPoints() {
    for (int n = 0; n < SELECTIONS / 2; n++) {
      Audience audience = seen.get(n % seen.size());
      IncidentSelection selection = selections.draw(9_000 + n);
      Actor viewer = as(() -> audiences.actor(audience));
      MapPoints few = tenancy.readAs(viewer, () -> points.read(viewer, selection, 1_000_000));
      MapPoints many = tenancy.readAs(viewer, () -> points.read(viewer, selection, 0));
      assertThat(many.total()).isEqualTo(few.total());
      assertThat(many.withoutPoint()).isEqualTo(few.withoutPoint());
      assertThat(many.outsideAreas()).isEqualTo(few.outsideAreas());
      selections.areas().forEach(area -> assertThat(many.inArea(area)).isEqualTo(few.inArea(area)));
      TileAddress wide = TileAddress.at(11, 35_430 / 65_536.0, 19_471 / 65_536.0);
      TileAddress near = TileAddress.at(16, 35_430 / 65_536.0, 19_471 / 65_536.0);
      if (many instanceof Crowd) {
        assertThat(squares(many, wide)).isEqualTo(squares(few, wide));
        assertThat(IncidentTiles.make(many, near)).hasSameSizeAs(IncidentTiles.make(few, near));
      }
    }
  }

  private static List<String> squares(MapPoints points, TileAddress address) {
    List<String> squares = new ArrayList<>();
    points
        .cells(IncidentTiles.cellSide(address.z()))
        .in(address.envelope(0))
        .forEach(cell -> squares.add(cell.id() + "=" + cell.count()));
    squares.sort(String::compareTo);
    return squares;
  }

  private <T> T as(Supplier<T> work) {
    return CurrentActor.as(Actor.system(town), work);
  }

  private List<UUID> ids(String sql) {
    return db.sql(sql).query(UUID.class).list();
  }
}
