package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static se.samlad.analysis.aberration.PooledDispersion.MISSING;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Reference;
import se.samlad.analysis.aberration.FarringtonWeek.Basis;
import se.samlad.analysis.aberration.FlexibleFarrington.Parameters;
import se.samlad.analysis.aberration.FlexibleFarrington.Threshold;
import se.samlad.analysis.distribution.Poisson;
import se.samlad.analysis.distribution.SeededRandom;

class FlexibleFarringtonTest {

  /** Weeks with a summer twice as busy as winter. */
  private static int[] weeks(int number, long seed) {
    SeededRandom random = new SeededRandom(seed);
    int[] counts = new int[number];
    for (int week = 0; week < number; week++) {
      counts[week] = (int) random.nextPoisson(12 * (1 - Math.cos(2 * Math.PI * week / 52) / 3));
    }
    return counts;
  }

  @Test
  void evenSeriesExpectsItsLevelAndBoundsItByThePoissonQuantile() {
    int[] even = new int[300];
    Arrays.fill(even, 7);
    FarringtonWeek week = FlexibleFarrington.latest(even, Parameters.defaults());
    assertThat(week.basis()).isEqualTo(Basis.PAST_YEARS);
    assertThat(week.expected()).isCloseTo(7, within(1e-9));
    assertThat(week.dispersion()).isEqualTo(1);
    assertThat(week.bound()).isEqualTo(Poisson.of(7).quantile(0.99));
    assertThat(week.alarm()).isFalse();
    even[299] = 15;
    assertThat(FlexibleFarrington.latest(even, Parameters.defaults()).alarm()).isTrue();
  }

  @Test
  void summerIsNotAnAlarmWherePastSummersWereBusy() {
    int[] counts = weeks(5 * 52 + 27, 11);
    FarringtonWeek summer = FlexibleFarrington.latest(counts, Parameters.defaults());
    assertThat(summer.expected()).isBetween(13.0, 19.0);
    FarringtonWeek flat = FlexibleFarrington.latest(weeks(5 * 52 + 1, 11), Parameters.defaults());
    assertThat(flat.expected()).isBetween(6.0, 10.5);
  }

  @Test
  void belowThreeYearsItFallsBackToEarsAndSaysSo() {
    int[] counts = weeks(3 * 52 + 3, 5);
    FarringtonWeek young = FlexibleFarrington.latest(counts, Parameters.defaults());
    assertThat(young.basis()).isEqualTo(Basis.RECENT_WEEKS);
    assertThat(young.fellBack()).isTrue();
    assertThat(young.years()).isZero();
    assertThat(young.bound())
        .isEqualTo(Ears.latest(counts, Ears.Parameters.of(Ears.Method.C1)).upper());
    FarringtonWeek old = FlexibleFarrington.latest(weeks(3 * 52 + 4, 5), Parameters.defaults());
    assertThat(old.basis()).isEqualTo(Basis.PAST_YEARS);
    assertThat(old.years()).isEqualTo(3);
    FarringtonWeek newborn = FlexibleFarrington.latest(new int[] {1, 2, 30}, Parameters.defaults());
    assertThat(newborn.basis()).isEqualTo(Basis.INSUFFICIENT);
    assertThat(newborn.alarm()).isFalse();
  }

  @Test
  void fewEventsOfLateNeverAlarm() {
    int[] counts = new int[300];
    for (int week = 0; week < 290; week += 20) {
      counts[week] = 1;
    }
    counts[299] = 4;
    FarringtonWeek four = FlexibleFarrington.latest(counts, Parameters.defaults());
    assertThat(four.basis()).isEqualTo(Basis.TOO_FEW_EVENTS);
    assertThat(four.upper()).isNaN();
    assertThat(four.count()).isGreaterThan((int) four.bound());
    assertThat(four.alarm()).isFalse();
    counts[297] = 1;
    assertThat(FlexibleFarrington.latest(counts, Parameters.defaults()).alarm()).isTrue();
  }

  @Test
  void missingWeeksAreLeftOutAndTooManyFallBack() {
    int[] counts = weeks(320, 3);
    FarringtonWeek whole = FlexibleFarrington.latest(counts, Parameters.defaults());
    int[] holes = counts.clone();
    Arrays.fill(holes, 100, 120, MISSING);
    FarringtonWeek some = FlexibleFarrington.latest(holes, Parameters.defaults());
    assertThat(some.referenceWeeks()).isEqualTo(whole.referenceWeeks() - 20);
    assertThat(some.expected()).isBetween(0.8 * whole.expected(), 1.25 * whole.expected());
    Arrays.fill(holes, 50, 200, MISSING);
    assertThat(FlexibleFarrington.latest(holes, Parameters.defaults()).fellBack())
        .isTrue();
    holes[319] = MISSING;
    assertThat(FlexibleFarrington.latest(holes, Parameters.defaults()).basis())
        .isEqualTo(Basis.INSUFFICIENT);
  }

  @Test
  void pastOutbreakDoesNotHideANewOne() {
    int[] counts = weeks(320, 3);
    double calm = FlexibleFarrington.latest(counts, Parameters.defaults()).bound();
    for (int week = 210; week < 214; week++) {
      counts[week] = 90;
    }
    double after = FlexibleFarrington.latest(counts, Parameters.defaults()).bound();
    Parameters unweighted = new Parameters(
        5, 3, 10, 26, Double.POSITIVE_INFINITY, true, 0.05, 0.01, Threshold.NB_PLUGIN, 5, 4, 52);
    double hidden = FlexibleFarrington.latest(counts, unweighted).bound();
    assertThat(after).isLessThan(2 * calm);
    assertThat(hidden).isGreaterThan(1.2 * after);
  }

  @Test
  void quietSeriesExpectsNothing() {
    FarringtonWeek week = FlexibleFarrington.latest(new int[400], Parameters.defaults());
    assertThat(week.expected()).isCloseTo(0, within(1e-6));
    assertThat(week.alarm()).isFalse();
    int[] burst = new int[400];
    burst[399] = 6;
    assertThat(FlexibleFarrington.latest(burst, Parameters.defaults()).alarm()).isTrue();
  }

  @Test
  void thresholdsAgreeOnTheModelAndDifferInTheBound() {
    int[] counts = Reference.csv("aberration/synth_est_weekly", "input.csv").integers("count");
    Parameters parameters = Parameters.defaults();
    FarringtonWeek plugin = FlexibleFarrington.latest(counts, parameters);
    FarringtonWeek muan =
        FlexibleFarrington.latest(counts, parameters.withThreshold(Threshold.MUAN));
    FarringtonWeek delta =
        FlexibleFarrington.latest(counts, parameters.withThreshold(Threshold.DELTA));
    assertThat(muan.expected()).isEqualTo(plugin.expected()).isEqualTo(delta.expected());
    assertThat(muan.bound()).isGreaterThan(plugin.bound());
    assertThat(delta.bound()).isNotEqualTo(Math.rint(delta.bound()));
    assertThat(plugin.bound())
        .isGreaterThan(
            FlexibleFarrington.latest(counts, parameters.withAlpha(0.05)).bound());
  }

  @Test
  void oldFormFallsBackAlikeAndLooksAtFewerWeeks() {
    int[] counts = weeks(300, 9);
    Farrington1996.Result result =
        Farrington1996.run(counts, 0, Farrington1996.Parameters.defaults(), Progress.silent());
    assertThat(result.weeks().get(100).fellBack()).isTrue();
    FarringtonWeek last = result.weeks().get(299);
    assertThat(last.basis()).isEqualTo(Basis.PAST_YEARS);
    assertThat(last.referenceWeeks()).isEqualTo(5 * 7);
    assertThat(last.exceedance() > 1).isEqualTo(last.alarm());
  }

  @Test
  void longWorkCanBeCancelled() {
    Progress impatient = new Progress() {
      private long seen;

      @Override
      public void done(long units, long ofUnits) {
        seen = units;
        assertThat(ofUnits).isEqualTo(100);
      }

      @Override
      public boolean cancelled() {
        return seen >= 3;
      }
    };
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () -> FlexibleFarrington.run(weeks(400, 1), 300, Parameters.defaults(), impatient))
        .withMessageContaining("week 304");
  }

  @Test
  void refusesParametersOutOfRange() {
    Parameters usual = Parameters.defaults();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> usual.withYears(2))
        .withMessageContaining("years must be at least 3: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> usual.withPeriods(50))
        .withMessageContaining("weeks per year must be at least 56: 52");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> usual.withAlpha(Double.NaN))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlexibleFarrington.run(new int[] {-7}, 0, usual, Progress.silent()))
        .withMessageContaining("week 1: -7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FlexibleFarrington.latest(new int[0], usual));
  }
}
