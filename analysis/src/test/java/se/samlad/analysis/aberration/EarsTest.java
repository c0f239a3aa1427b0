package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static se.samlad.analysis.aberration.PooledDispersion.MISSING;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.analysis.Reference;
import se.samlad.analysis.aberration.Ears.Method;
import se.samlad.analysis.aberration.Ears.Parameters;
import se.samlad.analysis.table.Csv;

class EarsTest {
  private static final String FOLDER = "aberration/synth_est_weekly";
  private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);

  @ParameterizedTest
  @CsvSource({
    "C1, C1, 7, 0, 0.001",
    "C2, C2, 7, 0, 0.001",
    "C3, C3, 7, 0, 0.025",
    "C1_b14_minsigma0.5_a0.01, C1, 14, 0.5, 0.01"
  })
  void agreesWithSurveillance(
      String column, Method method, int baseline, double least, double alpha) {
    int[] counts = Reference.csv(FOLDER, "input.csv").integers("count");
    Csv expected = Reference.csv(FOLDER, "expected_ears.csv");
    int from = expected.integers("t")[0] - 1;
    Ears.Result result = Ears.run(counts, from, new Parameters(method, baseline, least, alpha));
    double[] upper = expected.numbers(column + "_upper");
    int[] alarm = expected.integers(column + "_alarm");
    assertThat(result.weeks()).hasSize(upper.length);
    for (int i = 0; i < upper.length; i++) {
      Ears.Week week = result.weeks().get(i);
      assertThat(week.upper()).as("week %d", week.week() + 1).isCloseTo(upper[i], NINE_DIGITS);
      assertThat(week.alarm()).as("week %d", week.week() + 1).isEqualTo(alarm[i] == 1);
    }
  }

  @Test
  void boundIsMeanPlusThreeDeviationsOfSevenWeeks() {
    int[] counts = {2, 4, 4, 4, 5, 5, 4, 9};
    Ears.Week week = Ears.latest(counts, Parameters.of(Method.C1));
    assertThat(week.mean()).isEqualTo(4);
    assertThat(week.upper()).isCloseTo(4 + 3.090232306167813, within(1e-12));
    assertThat(week.alarm()).isTrue();
    assertThat(week.known()).isEqualTo(7);
  }

  @Test
  void gapKeepsASlowRiseOutOfItsOwnBaseline() {
    int[] counts = {3, 4, 3, 4, 3, 4, 3, 9, 9, 9};
    assertThat(Ears.latest(counts, Parameters.of(Method.C1)).alarm()).isFalse();
    assertThat(Ears.latest(counts, Parameters.of(Method.C2)).alarm()).isTrue();
    assertThat(Ears.latest(counts, Parameters.of(Method.C3)).mean())
        .isEqualTo(Ears.latest(counts, Parameters.of(Method.C2)).mean());
  }

  @Test
  void missingWeekIsNotAZero() {
    int[] zero = {4, 5, 4, 0, 5, 4, 5, 7};
    int[] missing = zero.clone();
    missing[3] = MISSING;
    Ears.Week withGap = Ears.latest(missing, Parameters.of(Method.C1));
    assertThat(withGap.known()).isEqualTo(6);
    assertThat(withGap.mean()).isEqualTo(4.5);
    assertThat(withGap.alarm()).isTrue();
    assertThat(Ears.latest(zero, Parameters.of(Method.C1)).alarm()).isFalse();
    missing[7] = MISSING;
    assertThat(Ears.latest(missing, Parameters.of(Method.C1)).sufficient()).isFalse();
  }

  @Test
  void tooShortABaselineIsInsufficientRatherThanCalm() {
    Ears.Result result = Ears.run(new int[] {1, 2, 3, 50}, 0, Parameters.of(Method.C1));
    assertThat(result.weeks()).noneMatch(Ears.Week::sufficient).noneMatch(Ears.Week::alarm);
    int[] gaps = {MISSING, MISSING, MISSING, MISSING, MISSING, 2, 3, 50};
    assertThat(Ears.latest(gaps, Parameters.of(Method.C1)).sufficient()).isFalse();
  }

  @Test
  void evenBaselineHasTheLeastDeviation() {
    int[] quiet = new int[12];
    quiet[11] = 1;
    assertThat(Ears.latest(quiet, Parameters.of(Method.C1)).alarm()).isFalse();
    quiet[11] = 2;
    assertThat(Ears.latest(quiet, Parameters.of(Method.C1)).alarm()).isTrue();
    Parameters bare = Parameters.of(Method.C1).withLeastDeviation(0);
    assertThat(Ears.latest(quiet, bare).upper()).isZero();
    int[] burst = new int[13];
    burst[11] = 3;
    burst[12] = 1;
    assertThat(
            Ears.latest(burst, Parameters.of(Method.C3).withLeastDeviation(0)).alarm())
        .isTrue();
  }

  @Test
  void scaleOfTheBoundFollowsTheCounts() {
    int[] counts = {3, 8, 5, 6, 2, 9, 4, 11};
    int[] tenfold = Arrays.stream(counts).map(each -> 10 * each).toArray();
    Parameters bare = Parameters.of(Method.C1).withLeastDeviation(0);
    assertThat(Ears.latest(tenfold, bare).upper())
        .isCloseTo(10 * Ears.latest(counts, bare).upper(), within(1e-9));
  }

  @Test
  void refusesWhatItCannotJudge() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parameters.of(Method.C1).withBaseline(2))
        .withMessageContaining("at least 3 weeks: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parameters.of(Method.C1).withAlpha(0.5))
        .withMessageContaining("0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parameters.of(Method.C1).withLeastDeviation(Double.NaN))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ears.run(new int[] {1, -2}, 0, Parameters.of(Method.C1)))
        .withMessageContaining("week 2: -2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ears.run(new int[3], 4, Parameters.of(Method.C1)))
        .withMessageContaining("0..3: 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ears.latest(new int[0], Parameters.of(Method.C1)));
    assertThat(Ears.run(new int[0], 0, Parameters.of(Method.C1)).weeks()).isEmpty();
  }
}
