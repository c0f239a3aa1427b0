package se.samlad.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samlad.analysis.Reference;
import se.samlad.analysis.patrol.PatrolPlan.Route;
import se.samlad.analysis.patrol.PatrolPlan.Stop;
import se.samlad.analysis.patrol.PatrolPlanner.Parameters;
import se.samlad.analysis.table.Json;

class PatrolPlannerTest {

  private static final Parameters SEARCH = new Parameters(1, 2000, 0, 0);

  static Stream<Json> instances() {
    return Json.read(Reference.folder("orienteering").resolve("instances.json")).items().stream();
  }

  @ParameterizedTest
  @MethodSource("instances")
  void findsTheProvenOptimumOfSmallInstances(Json instance) {
    PatrolPlan plan = plan(instance, Parameters.of(1));
    assertThat(plan.exact()).isTrue();
    assertThat(plan.score()).isEqualTo(instance.get("optimal_score").number());
    assertThat(plan.gap()).isZero();
    assertDrivable(plan);
  }

  @Test
  void searchReachesTheOptimumInAtLeastHalfAndNearlyInAll() {
    List<Double> shares = instances()
        .map(instance ->
            plan(instance, SEARCH).score() / instance.get("optimal_score").number())
        .toList();
    assertThat(shares).allSatisfy(share -> assertThat(share).isBetween(0.95, 1.0));
    assertThat(shares.stream().filter(share -> share == 1))
        .hasSizeGreaterThanOrEqualTo(shares.size() / 2);
  }

  @ParameterizedTest
  @MethodSource("instances")
  void upperBoundIsNeverBelowTheOptimum(Json instance) {
    PatrolPlan plan = plan(instance, SEARCH);
    assertThat(plan.upperBound())
        .isGreaterThanOrEqualTo(instance.get("optimal_score").number());
    assertThat(plan.exact()).isFalse();
    assertDrivable(plan);
  }

  @Test
  void sameSeedGivesTheSamePlan() {
    Town town = new Town(80, 5);
    assertThat(town.plan(SEARCH)).isEqualTo(town.plan(SEARCH));
    assertThat(town.plan(SEARCH).parameters()).isEqualTo(SEARCH);
  }

  @Test
  void manyVisitsWithHoursAndObjectsGiveADrivablePlan() {
    Town town = new Town(120, 8);
    PatrolPlan plan = town.plan(SEARCH);
    assertDrivable(plan);
    assertThat(plan.gap()).isBetween(0.0, 0.6);
    assertThat(plan.routes().get(0).stops())
        .allSatisfy(stop -> assertThat(stop.visit().object()).isEqualTo("centre"));
  }

  @Test
  void crewWaitsForAPlaceToOpenAndLeavesBeforeItCloses() {
    Visit late = new Visit("square", 1, 5, 15, 100, 115, "");
    Visit shut = new Visit("garage", 2, 50, 15, 0, 12, "");
    TravelTimes travel = TravelTimes.ofMatrix(new double[][] {{0, 10, 10}, {10, 0, 5}, {10, 5, 0}});
    PatrolPlan plan =
        PatrolPlanner.of(List.of(late, shut), List.of(Crew.from("car", 0, 0, 125)), travel, 1);
    assertThat(plan.routes().get(0).stops()).containsExactly(new Stop(late, 10, 100, 115));
    assertThat(plan.routes().get(0).finish()).isEqualTo(125);
  }

  @Test
  void onlyCrewsBoundToAnObjectServeIt() {
    Visit school = new Visit("school yard", 1, 9, 10, 0, 200, "school");
    TravelTimes travel = TravelTimes.ofMatrix(new double[][] {{0, 5}, {5, 0}});
    Crew elsewhere = new Crew("guards", 0, 0, 0, 100, Set.of("housing"));
    Crew there = new Crew("hosts", 0, 0, 0, 100, Set.of("school"));
    PatrolPlan plan = PatrolPlanner.of(List.of(school), List.of(elsewhere, there), travel, 1);
    assertThat(plan.routes()).extracting(route -> route.stops().size()).containsExactly(0, 1);
  }

  @Test
  void searchAgreesWithTheExactPlanUnderHoursAndObjects() {
    int equal = 0;
    for (int seed = 0; seed < 20; seed++) {
      Town town = new Town(11, seed);
      double exact = town.plan(Parameters.of(1)).score();
      double found = town.plan(SEARCH).score();
      assertThat(found).isBetween(0.9 * exact, exact + 1e-9);
      equal += found > exact - 1e-9 ? 1 : 0;
    }
    assertThat(equal).isGreaterThanOrEqualTo(16);
  }

  @Test
  void toleranceDrawsDifferentPlansThatAreNearlyAsGood() {
    Town small = new Town(12, 3);
    Town large = new Town(60, 3);
    for (Town town : List.of(small, large)) {
      double best =
          town.plan(new Parameters(1, 500, 0, PatrolPlanner.EXACT_VISITS)).score();
      List<PatrolPlan> drawn = IntStream.range(0, 6)
          .mapToObj(seed -> town.plan(new Parameters(seed, 500, 0.1, PatrolPlanner.EXACT_VISITS)))
          .toList();
      assertThat(drawn).allSatisfy(plan -> assertThat(plan.score()).isGreaterThan(0.8 * best));
      assertThat(drawn.stream().map(PatrolPlannerTest::order).distinct()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void nothingToVisitOrNobodyToGoGivesAnEmptyPlan() {
    TravelTimes travel = TravelTimes.ofMatrix(new double[][] {{0}});
    assertThat(PatrolPlanner.of(List.of(), List.of(Crew.from("car", 0, 0, 60)), travel, 1)
            .score())
        .isZero();
    PatrolPlan nobody =
        PatrolPlanner.of(List.of(Visit.anytime("square", 0, 3, 10)), List.of(), travel, 1);
    assertThat(nobody.routes()).isEmpty();
    assertThat(nobody.gap()).isZero();
  }

  @Test
  void identicalPlacesAreVisitedWithoutDriving() {
    TravelTimes travel = TravelTimes.straight(new double[][] {{0, 0}, {0, 0}, {0, 0}}, 30, 1.3);
    List<Visit> visits = List.of(Visit.anytime("a", 1, 1, 10), Visit.anytime("b", 2, 1, 10));
    PatrolPlan plan = PatrolPlanner.of(visits, List.of(Crew.from("car", 0, 0, 20)), travel, 1);
    assertThat(plan.score()).isEqualTo(2);
    assertThat(plan.routes().get(0).finish()).isCloseTo(20, within(1e-12));
  }

  @Test
  void impossibleInputIsRefusedByName() {
    TravelTimes travel = TravelTimes.ofMatrix(new double[][] {{0, 30}, {30, 0}});
    Crew rushed = new Crew("car", 0, 1, 0, 20, Set.of());
    assertThatThrownBy(() -> PatrolPlanner.of(List.of(), List.of(rushed), travel, 1))
        .isInstanceOf(PatrolPlanner.ShiftTooShort.class);
    Visit nowhere = Visit.anytime("nowhere", 7, 1, 10);
    assertThatThrownBy(() -> PatrolPlanner.of(List.of(nowhere), List.of(), travel, 1))
        .hasMessageContaining("location 7");
    assertThatThrownBy(() -> Visit.anytime("x", 0, Double.NaN, 10)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> TravelTimes.ofMatrix(new double[][] {{0, -1}, {1, 0}}))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> TravelTimes.straight(new double[][] {{0, 0}}, 0, 1.3))
        .hasMessageContaining("km/h");
  }

  private static void assertDrivable(PatrolPlan plan) {
    List<String> names = new ArrayList<>();
    for (Route route : plan.routes()) {
      double time = route.crew().from();
      for (Stop stop : route.stops()) {
        assertThat(stop.arrives()).isGreaterThanOrEqualTo(time - 1e-9);
        assertThat(stop.begins())
            .isGreaterThanOrEqualTo(Math.max(stop.arrives(), stop.visit().opens()));
        assertThat(stop.leaves()).isLessThanOrEqualTo(stop.visit().closes());
        time = stop.leaves();
        names.add(stop.visit().name());
      }
      assertThat(route.finish()).isBetween(time - 1e-9, route.crew().to());
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  private static String order(PatrolPlan plan) {
    return plan.routes().stream()
        .map(route -> route.stops().stream()
            .map(stop -> stop.visit().name())
            .collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | "));
  }

  private static PatrolPlan plan(Json instance, Parameters parameters) {
    double[][] minutes =
        instance.get("minutes").items().stream().map(Json::numbers).toArray(double[][]::new);
    double[] scores = instance.get("score").numbers();
    double[] service = instance.get("service_minutes").numbers();
    List<Visit> visits = IntStream.range(0, scores.length)
        .mapToObj(i -> Visit.anytime("stop " + i, i + 1, scores[i], service[i]))
        .toList();
    double limit = instance.get("max_minutes").number();
    List<Crew> crews = IntStream.range(0, instance.get("teams").integer())
        .mapToObj(i -> Crew.from("car " + i, 0, 0, limit))
        .toList();
    return new PatrolPlanner(parameters).plan(visits, crews, TravelTimes.ofMatrix(minutes));
  }

  /** A drawn town of 6 x 6 km with two crews, one bound to the centre's object, and opening hours for a third. */
  private static final class Town {
    private final List<Visit> visits = new ArrayList<>();
    private final TravelTimes travel;

    Town(int places, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] points = new double[places + 1][];
      points[places] = new double[] {3000, 3000};
      for (int i = 0; i < places; i++) {
        points[i] = new double[] {random.nextInt(6000), random.nextInt(6000)};
        double opens = i % 3 == 0 ? 1080 + random.nextInt(120) : 0;
        visits.add(new Visit(
            "place " + i,
            i,
            1 + random.nextInt(30),
            10 + random.nextInt(6),
            opens,
            i % 3 == 0 ? opens + 60 : 2000,
            i % 2 == 0 ? "centre" : "housing"));
      }
      travel = TravelTimes.straight(points, 30, 1.3);
    }

    PatrolPlan plan(Parameters parameters) {
      int depot = travel.locations() - 1;
      Crew bound = new Crew("bound", depot, depot, 1080, 1200, Set.of("centre"));
      return new PatrolPlanner(parameters)
          .plan(visits, List.of(bound, Crew.from("free", depot, 1100, 1260)), travel);
    }
  }
}
