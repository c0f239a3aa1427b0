package se.samlad.analysis.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeededRandomTest {
  private static final int DRAWS = 200_000;

  @Test
  void sameSeedAndStreamGiveTheSameDraws() {
    assertThat(SeededRandom.stream(7, 3).nextLong())
        .isEqualTo(SeededRandom.stream(7, 3).nextLong());
    assertThat(SeededRandom.stream(7, 3).nextLong())
        .isNotEqualTo(SeededRandom.stream(7, 4).nextLong());
    assertThat(SeededRandom.stream(8, 3).nextLong())
        .isNotEqualTo(SeededRandom.stream(7, 3).nextLong());
  }

  @Test
  void drawsHaveTheMeanAndVarianceTheyPromise() {
    hasMoments(SeededRandom::nextDouble, 0.5, 1.0 / 12);
    hasMoments(SeededRandom::nextNormal, 0, 1);
    hasMoments(r -> r.nextGamma(0.3), 0.3, 0.3);
    hasMoments(r -> r.nextGamma(9), 9, 9);
    hasMoments(r -> r.nextPoisson(0.2), 0.2, 0.2);
    hasMoments(r -> r.nextPoisson(29), 29, 29);
    hasMoments(r -> r.nextPoisson(31), 31, 31);
    hasMoments(r -> r.nextPoisson(5000), 5000, 5000);
    hasMoments(r -> r.nextNegativeBinomial(6, 0.5), 6, 24);
    hasMoments(r -> r.nextBinomial(20, 0.3), 6, 4.2);
    hasMoments(r -> r.nextInt(7), 3, 4);
  }

  @Test
  void largePoissonDrawsFollowTheProbabilities() {
    SeededRandom random = new SeededRandom(5);
    Poisson poisson = Poisson.of(40);
    int[] seen = new int[200];
    for (int i = 0; i < DRAWS; i++) {
      seen[(int) random.nextPoisson(40)]++;
    }
    double chiSquare = 0;
    for (int k = 25; k <= 55; k++) {
      double expected = DRAWS * poisson.probability(k);
      chiSquare += (seen[k] - expected) * (seen[k] - expected) / expected;
    }
    assertThat(chiSquare).isLessThan(65);
  }

  private static void hasMoments(
      ToDoubleFunction<SeededRandom> draw, double mean, double variance) {
    SeededRandom random = new SeededRandom(11);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double x = draw.applyAsDouble(random) - mean;
      sum += x;
      squares += x * x;
    }
    double error = 4.5 * Math.sqrt(variance / DRAWS);
    assertThat(sum / DRAWS).isBetween(-error, error);
    assertThat(squares / DRAWS / variance).isBetween(0.95, 1.05);
  }
}
