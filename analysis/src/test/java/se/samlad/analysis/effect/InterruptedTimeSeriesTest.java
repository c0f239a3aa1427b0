package se.samlad.analysis.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.effect.InterruptedTimeSeries.Parameters;

class InterruptedTimeSeriesTest {

  private static final Parameters PLAIN = new Parameters(60, 52, 0, 4, 0.95);

  @Test
  void noiselessBreakIsFoundExactly() {
    double[] counts = new double[100];
    Arrays.setAll(counts, i -> Math.exp(3 + 0.01 * (i + 1) + (i >= 60 ? -0.5 : 0)));
    InterruptedTimeSeries result = InterruptedTimeSeries.of(counts, PLAIN);
    assertThat(result.levelRatio()).isCloseTo(Math.exp(-0.5), within(1e-9));
    assertThat(result.slopeRatio()).isCloseTo(1, within(1e-9));
    assertThat(result.dispersion()).isCloseTo(0, within(1e-9));
  }

  @Test
  void fewerThanChanceAllowsDoesNotMakeTheWordSurer() {
    double[] counts = new double[100];
    Arrays.setAll(counts, i -> Math.exp(0.5 + (i >= 60 ? -0.2 : 0)));
    InterruptedTimeSeries result = InterruptedTimeSeries.of(counts, PLAIN);
    assertThat(result.word()).isEqualTo(RateRatio.Word.UNDECIDED);
  }

  @Test
  void halvedLevelGivesTheWordFewerWithItsStability() {
    double[] counts = simulated(30, 0.5, 2);
    InterruptedTimeSeries result = InterruptedTimeSeries.of(counts, Parameters.of(60));
    assertThat(result.word()).isEqualTo(RateRatio.Word.FEWER);
    assertThat(result.levelInterval().contains(0.5)).isTrue();
    double stability = result.stability(counts, 200, 9, 1);
    assertThat(stability).isGreaterThan(0.9).isEqualTo(result.stability(counts, 200, 9, 2));
  }

  @Test
  void missingWeeksAreLeftOutRatherThanZero() {
    double[] counts = simulated(20, 1, 5);
    double[] holes = counts.clone();
    for (int i = 3; i < holes.length; i += 10) {
      holes[i] = Double.NaN;
    }
    InterruptedTimeSeries result = InterruptedTimeSeries.of(holes, Parameters.of(60));
    assertThat(result.missing()).isEqualTo(12);
    assertThat(result.n()).isEqualTo(108);
    double whole = InterruptedTimeSeries.of(counts, Parameters.of(60)).levelRatio();
    assertThat(result.levelRatio()).isCloseTo(whole, within(0.15));
  }

  @Test
  void noNegativeBinomialIsFittedWhereThereIsNoClustering() {
    double[] counts = new double[100];
    Arrays.fill(counts, 7);
    assertThatThrownBy(() -> InterruptedTimeSeries.negativeBinomial(counts, PLAIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no more than Poisson");
  }

  @Test
  void tooLittleToGoOnIsRefused() {
    assertThatThrownBy(
            () -> InterruptedTimeSeries.of(new double[20], new Parameters(15, 52, 0, 4, 0.9)))
        .hasMessageContaining("at least 8 weeks with data");
    double[] silentAfter = simulated(20, 0, 6);
    assertThatThrownBy(() -> InterruptedTimeSeries.of(silentAfter, Parameters.of(60)))
        .hasMessage("there are no events at all after the start");
    double[] negative = simulated(20, 1, 6);
    negative[7] = -1;
    assertThatThrownBy(() -> InterruptedTimeSeries.of(negative, Parameters.of(60)))
        .hasMessage("week 8 has the count -1.0");
    assertThatThrownBy(() -> Parameters.of(0)).hasMessageContaining("weeks before 0");
  }

  private static double[] simulated(double mean, double ratio, long seed) {
    SeededRandom random = new SeededRandom(seed);
    double[] counts = new double[120];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = random.nextPoisson(i < 60 ? mean : mean * ratio);
    }
    return counts;
  }
}
