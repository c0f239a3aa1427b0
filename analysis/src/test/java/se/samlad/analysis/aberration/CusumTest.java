package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static se.samlad.analysis.aberration.PooledDispersion.MISSING;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.analysis.Reference;
import se.samlad.analysis.aberration.Cusum.Parameters;
import se.samlad.analysis.aberration.Cusum.Transform;
import se.samlad.analysis.table.Csv;

class CusumTest {
  private static final String FOLDER = "aberration/synth_est_weekly";

  @ParameterizedTest
  @EnumSource(Transform.class)
  void agreesWithSurveillance(Transform transform) {
    int[] counts = Reference.csv(FOLDER, "input.csv").integers("count");
    Csv expected = Reference.csv(FOLDER, "expected_cusum.csv");
    int from = expected.integers("t")[0] - 1;
    String column = "cusum_" + transform.name().toLowerCase(java.util.Locale.ROOT);
    Cusum.Result result = Cusum.run(counts, from, Parameters.defaults().withTransform(transform));
    double[] upper = expected.numbers(column + "_upper");
    int[] alarm = expected.integers(column + "_alarm");
    assertThat(result.weeks()).hasSize(upper.length);
    for (int i = 0; i < upper.length; i++) {
      Cusum.Week week = result.weeks().get(i);
      assertThat(week.upper())
          .as("week %d", week.week() + 1)
          .isCloseTo(upper[i], Percentage.withPercentage(1e-7));
      assertThat(week.alarm()).as("week %d", week.week() + 1).isEqualTo(alarm[i] == 1);
    }
  }

  @Test
  void smallSurplusesAddUpToAnAlarm() {
    int[] counts = {4, 4, 4, 4, 8, 8, 8, 8};
    Parameters parameters = new Parameters(Transform.STANDARD, 1, 2.5);
    Cusum.Result result = Cusum.run(counts, 4, parameters);
    assertThat(result.mean()).isEqualTo(4);
    assertThat(result.weeks().stream().map(Cusum.Week::sum)).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(result.weeks().stream().map(Cusum.Week::alarm))
        .containsExactly(false, false, true, true);
    assertThat(result.weeks().get(2).upper()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource(Transform.class)
  void upperBoundIsTheCountAtWhichTheSumReachesTheThreshold(Transform transform) {
    int[] counts = {5, 6, 4, 5, 6, 7, 5, 0};
    Parameters parameters = Parameters.defaults().withTransform(transform);
    Cusum.Week last = Cusum.run(counts, 4, parameters).weeks().get(3);
    counts[7] = (int) Math.ceil(last.upper());
    assertThat(Cusum.run(counts, 4, parameters).weeks().get(3).alarm()).isTrue();
    counts[7] = (int) Math.ceil(last.upper()) - 1;
    assertThat(Cusum.run(counts, 4, parameters).weeks().get(3).alarm()).isFalse();
  }

  @Test
  void weekWithoutDataLeavesTheSumAsItWas() {
    Parameters parameters = new Parameters(Transform.STANDARD, 1, 2.5);
    Cusum.Result result = Cusum.run(new int[] {4, MISSING, 4, 8, MISSING, 8}, 3, parameters);
    assertThat(result.known()).isEqualTo(2);
    assertThat(result.weeks().stream().map(Cusum.Week::sum)).containsExactly(1.0, 1.0, 2.0);
    Cusum.Result zero = Cusum.run(new int[] {4, MISSING, 4, 8, 0, 8}, 3, parameters);
    assertThat(zero.weeks().get(1).sum()).isZero();
  }

  @Test
  void nothingBeforeOrNothingButZerosIsInsufficient() {
    Cusum.Result none = Cusum.run(new int[] {9, 9}, 0, Parameters.defaults());
    assertThat(none.sufficient()).isFalse();
    assertThat(none.alarms()).isEmpty();
    Cusum.Result zeros = Cusum.run(new int[] {0, 0, 0, 9}, 3, Parameters.defaults());
    assertThat(zeros.sufficient()).isFalse();
    assertThat(zeros.mean()).isZero();
    assertThat(zeros.weeks().get(0).upper()).isNaN();
  }

  @Test
  void countAtTheMeanIsStandardisedToNothing() {
    for (Transform transform : Transform.values()) {
      assertThat(transform.standardised(12, 12)).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parameters(Transform.ROSSI, -0.1, 2))
        .withMessageContaining("-0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parameters(Transform.ROSSI, 1, 0))
        .withMessageContaining("above 0: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cusum.run(new int[3], 5, Parameters.defaults()))
        .withMessageContaining("0..3: 5");
  }
}
