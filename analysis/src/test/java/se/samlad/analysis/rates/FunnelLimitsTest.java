package se.samlad.analysis.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.samlad.analysis.Reference;
import se.samlad.analysis.distribution.Poisson;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

class FunnelLimitsTest {

  private static final String SET = "funnel/areas40";

  /** The reference finds exact limits by a root finder that stops up to 2.4e-5 short; see the tails below. */
  private static final double ROOT_FINDER = 5e-5;

  private static final double[] PROBABILITIES = {0.001, 0.025, 0.975, 0.999};

  private final Csv input = Reference.csv(SET, "input.csv");
  private final Csv expected = Reference.csv(SET, "expected.csv");
  private final AreaCounts areas =
      new AreaCounts(input.numbers("cases"), input.numbers("population"));

  @Test
  void limitsAgreeWithTheReference() {
    double[] cases = FunnelLimits.of(areas).expected();
    agrees("expected", cases);
    for (double p : PROBABILITIES) {
      double[] interpolated = new double[cases.length];
      double[] staircase = new double[cases.length];
      for (int i = 0; i < cases.length; i++) {
        interpolated[i] = FunnelLimits.limit(cases[i], p);
        staircase[i] = FunnelLimits.staircase(cases[i], p);
      }
      agrees("funnel_interp_" + p, interpolated);
      agrees("funnel_qpois_" + p, staircase);
    }
  }

  @Test
  void overdispersionAgreesWithTheReference() {
    FunnelLimits.Result result = FunnelLimits.of(areas);
    Json parameters = Json.read(Reference.folder(SET).resolve("expected.json"));
    assertThat(result.phi()).isCloseTo(parameters.get("phi").number(), within(1e-9));
    agrees("ratio", result.ratio());
    agrees("z_sqrt", result.z());
    agrees("z_adj", result.adjustedZ());
  }

  @Test
  void intervalsOfRatesAgreeWithTheReference() {
    for (int i = 0; i < areas.size(); i++) {
      double cases = areas.cases()[i];
      double population = areas.population()[i];
      agrees("byar", i, RateIntervals.byar(cases, population, 0.95), 1e-9);
      agrees("wald", i, RateIntervals.wald(cases, population, 0.95), 1e-9);
      agrees("exact", i, RateIntervals.exact(cases, population, 0.95), ROOT_FINDER);
    }
  }

  @Test
  void exactLimitsLeaveTheirTailsToTheLastDigits() {
    for (long cases = 1; cases < 400; cases += 7) {
      RateIntervals.Interval interval = RateIntervals.exact(cases, 1, 0.95);
      assertThat(new Poisson(interval.low()).atLeast(cases)).isCloseTo(0.025, within(1e-13));
      assertThat(new Poisson(interval.high()).atMost(cases)).isCloseTo(0.025, within(1e-13));
    }
  }

  @Test
  void limitsDrawnStayAtOrAboveZeroAndWidenWithOverdispersion() {
    assertThat(FunnelLimits.limit(2, 0.001)).isNegative();
    assertThat(FunnelLimits.shown(2, 0.001)).isZero();
    assertThat(FunnelLimits.shown(50, 0.975, 4) - 1)
        .isCloseTo(2 * (FunnelLimits.shown(50, 0.975) - 1), within(1e-12));
    assertThat(FunnelLimits.shown(50, 0.975, 0.3)).isEqualTo(FunnelLimits.shown(50, 0.975));
  }

  @Test
  void interpolatedLimitLiesWithinOneCountBelowTheStaircase() {
    for (double mean = 0.3; mean < 200; mean *= 1.3) {
      double count = FunnelLimits.limit(mean, 0.975) * mean;
      long stair = new Poisson(mean).quantile(0.975);
      assertThat(count).isBetween(stair - 1.0, (double) stair);
    }
  }

  @Test
  void zeroCasesHaveAnUpperLimitOfMinusLogOfTheTail() {
    RateIntervals.Interval interval = RateIntervals.exact(0, 1, 0.95);
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(-Math.log(0.025), within(1e-12));
  }

  @Test
  void oneAreaStandsExactlyAtTheWhole() {
    FunnelLimits.Result one =
        FunnelLimits.of(new AreaCounts(new double[] {7}, new double[] {1000}));
    assertThat(one.ratio()).containsExactly(1);
    assertThat(one.adjustedZ()).containsExactly(0);
  }

  @Test
  void badInputIsRefusedByName() {
    assertThatThrownBy(() -> FunnelLimits.of(new AreaCounts(new double[2], new double[] {1, 2})))
        .isInstanceOf(FunnelLimits.NoCases.class);
    assertThatThrownBy(() -> FunnelLimits.of(new AreaCounts(new double[] {1.5}, new double[] {1})))
        .hasMessageContaining("1.5");
    assertThatThrownBy(() -> RateIntervals.exact(-1, 1, 0.95)).hasMessageContaining("-1");
    assertThatThrownBy(() -> RateIntervals.exact(1, 0, 0.95)).hasMessageContaining("population");
    assertThatThrownBy(() -> RateIntervals.byar(1, 1, 1)).hasMessageContaining("level");
  }

  private void agrees(String column, double[] ours) {
    double[] theirs = expected.numbers(column);
    for (int i = 0; i < theirs.length; i++) {
      agrees(column, i, ours[i], theirs[i], 1e-9);
    }
  }

  private void agrees(String kind, int area, RateIntervals.Interval ours, double tolerance) {
    agrees(kind, area, ours.low(), expected.number(area, kind + "_lo"), tolerance);
    agrees(kind, area, ours.high(), expected.number(area, kind + "_hi"), tolerance);
  }

  private static void agrees(String what, int area, double ours, double theirs, double tolerance) {
    assertThat(ours)
        .as("%s of area %d", what, area + 1)
        .isCloseTo(theirs, within(tolerance * Math.abs(theirs) + 1e-12));
  }
}
