package se.samlad.analysis.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.season.MannKendall.Word;

class MannKendallTest {

  @Test
  void handComputedSeriesOfFive() {
    MannKendall result = MannKendall.of(new double[] {1, 3, 2, 4, 5});
    assertThat(result.s()).isEqualTo(8);
    assertThat(result.variance()).isCloseTo(5 * 4 * 15 / 18.0, within(1e-12));
    assertThat(result.z()).isCloseTo(7 / Math.sqrt(300 / 18.0), within(1e-12));
    assertThat(result.tauA()).isEqualTo(0.8);
    assertThat(result.slope()).isEqualTo(1);
  }

  @Test
  void tiesMakeTheVarianceSmaller() {
    MannKendall result = MannKendall.of(new double[] {1, 1, 2, 3});
    assertThat(result.s()).isEqualTo(5);
    assertThat(result.variance()).isCloseTo((4 * 3 * 13 - 2 * 1 * 9) / 18.0, within(1e-12));
  }

  @Test
  void turningTheSeriesRoundTurnsTheTrend() {
    double[] series = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
    double[] turned = new double[series.length];
    Arrays.setAll(turned, i -> series[series.length - 1 - i]);
    assertThat(MannKendall.of(turned).s()).isEqualTo(-MannKendall.of(series).s());
    assertThat(MannKendall.of(turned).slope()).isEqualTo(-MannKendall.of(series).slope());
    assertThat(MannKendall.of(turned).p()).isEqualTo(MannKendall.of(series).p());
  }

  @Test
  void constantSeriesHasNoTrend() {
    MannKendall result = MannKendall.of(new double[12]);
    assertThat(result.s()).isZero();
    assertThat(result.variance()).isZero();
    assertThat(result.z()).isZero();
    assertThat(result.p()).isEqualTo(1);
    assertThat(result.tauB()).isNaN();
    assertThat(result.word()).isEqualTo(Word.NO_TREND_SEEN);
  }

  @Test
  void risingSeriesIsSaidToRise() {
    double[] series = new double[30];
    Arrays.setAll(series, i -> i + 3 * (i % 2));
    assertThat(MannKendall.of(series).word()).isEqualTo(Word.RISING);
  }

  @Test
  void seriesThatRemembersIsJudgedMoreCarefully() {
    double[] series = new double[60];
    Arrays.setAll(series, i -> Math.sin(i / 8.0) + i * 0.01);
    MannKendall result = MannKendall.of(series);
    assertThat(result.allowingForMemory().variance()).isGreaterThan(result.variance());
    assertThat(result.allowingForMemory().p()).isGreaterThan(result.p());
  }

  @Test
  void seriesThatCannotBeJudgedAreRefused() {
    assertThatThrownBy(() -> MannKendall.of(new double[3])).hasMessageContaining("4 to 5,000");
    assertThatThrownBy(() -> MannKendall.of(new double[5001])).hasMessageContaining("5,001");
    assertThatThrownBy(() -> MannKendall.of(new double[] {1, 2, Double.NaN, 4}))
        .hasMessage("value 3 is NaN");
    assertThatThrownBy(() -> new MannKendall.Parameters(0)).hasMessageContaining("level");
  }
}
