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
    assertThat(PooledDispersion.of(new int[][] {})).isEqualTo(new PooledDispersion(0, 0, 0));
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
}
