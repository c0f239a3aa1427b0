package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.samlad.analysis.distribution.SeededRandom;

class PooledDispersionTest {
  static int[][] town(int cells, int windows, double mean, double dispersion, long seed) {
    SeededRandom random = new SeededRandom(seed);
    int[][] counts = new int[cells][windows];
    for (int[] row : counts) {
      double own = mean * random.nextGamma(1);
      for (int j = 0; j < windows; j++) {
        row[j] = (int) random.nextNegativeBinomial(own, dispersion);
      }
    }
    return counts;
  }

  @Test
  void findsTheDispersionThatTheTownWasMadeWith() {
    assertThat(PooledDispersion.of(town(2000, 13, 2, 0.5, 1)).value()).isCloseTo(0.5, within(0.06));
    assertThat(PooledDispersion.of(town(5000, 13, 0.3, 1.5, 2)).value())
        .isCloseTo(1.5, within(0.3));
    assertThat(PooledDispersion.of(town(2000, 13, 2, 0, 3)).value()).isLessThan(0.03);
  }

  @Test
  void withoutInformationItIsPoisson() {
    assertThat(PooledDispersion.of(new int[][] {})).isEqualTo(PooledDispersion.fixed(0));
    assertThat(PooledDispersion.of(new int[][] {{0, 0, 0}, {1, 0, 0}, {9}}).value())
        .isZero();
  }

  @Test
  void missingWindowsAreLeftOut() {
    int missing = PooledDispersion.MISSING;
    int[][] whole = {{1, 9, 2, 0}, {3, 3, 8}};
    int[][] holes = {{1, missing, 9, 2, 0}, {3, 3, missing, missing, 8}};
    assertThat(PooledDispersion.of(holes)).isEqualTo(PooledDispersion.of(whole));
  }

  @Test
  void aNegativeCountIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PooledDispersion.of(new int[][] {{-2, 3}}));
  }

  /** A town whose counts come in clumps of one size: the variance is a multiple of the mean. */
  private static int[][] clumps(int cells, double ratio, long seed) {
    SeededRandom random = new SeededRandom(seed);
    int[][] counts = new int[cells][13];
    for (int[] row : counts) {
      double own = 3 * random.nextGamma(0.5) / 0.5;
      for (int j = 0; j < row.length; j++) {
        row[j] = (int) random.nextNegativeBinomial(own, (ratio - 1) / own);
      }
    }
    return counts;
  }

  @Test
  void clumpsGiveSmallPlacesTheLargerDispersion() {
    PooledDispersion clumped = PooledDispersion.of(clumps(3000, 2.5, 4));
    assertThat(clumped.share()).isGreaterThan(0.7);
    for (double mean : new double[] {2, 5, 10}) {
      assertThat(1 + mean * clumped.at(mean)).as("mean %s", mean).isCloseTo(2.5, within(0.3));
    }
    PooledDispersion lively = PooledDispersion.of(town(3000, 13, 3, 0.5, 5));
    assertThat(lively.share()).isLessThan(0.3);
    assertThat(lively.at(10)).isCloseTo(0.5, within(0.1));
  }

  @Test
  void isTheValueAtTheMeanOfTheRows() {
    PooledDispersion dispersion = new PooledDispersion(0.4, 0.5, 6, 10, 100);
    assertThat(dispersion.at(6)).isEqualTo(0.4);
    assertThat(dispersion.at(3)).isCloseTo(0.6, within(1e-12));
    assertThat(dispersion.at(0)).isEqualTo(PooledDispersion.LARGEST);
    assertThat(PooledDispersion.fixed(0.4).at(0)).isEqualTo(0.4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PooledDispersion(0.4, 1.1, 6, 10, 100))
        .withMessageContaining("share 1.1");
  }
}
