package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.samlad.analysis.distribution.Binomial;
import se.samlad.analysis.distribution.SpecialFunctions;

class PredictiveCountTest {
  @Test
  void withoutDispersionItIsTheBinomialTest() {
    for (int history : new int[] {0, 3, 40, 900}) {
      PredictiveCount predictive = new PredictiveCount(history, 13, 0);
      for (int count : new int[] {0, 1, 5, 30, 120}) {
        Binomial given = Binomial.of(history + count, 1.0 / 14);
        assertThat(predictive.upperMidP(count))
            .isCloseTo(given.upperMidP(count), within(1e-11 * given.upperMidP(count)));
        assertThat(predictive.upperP(count))
            .isCloseTo(given.atLeast(count), within(1e-11 * given.atLeast(count)));
        assertThat(predictive.lowerMidP(count)).isCloseTo(given.lowerMidP(count), within(1e-11));
      }
    }
  }

  @Test
  void withDispersionItIsTheBetaBinomialTest() {
    double size = 1 / 0.4;
    long total = 31;
    double sum = 0;
    for (int k = 12; k <= total; k++) {
      double log = SpecialFunctions.logChoose(total, k)
          + logBeta(k + size, total - k + 13 * size)
          - logBeta(size, 13 * size);
      sum += Math.exp(log) * (k == 12 ? 0.5 : 1);
    }
    assertThat(new PredictiveCount(19, 13, 0.4).upperMidP(12)).isCloseTo(sum, within(1e-12));
  }

  private static double logBeta(double a, double b) {
    return SpecialFunctions.logGamma(a)
        + SpecialFunctions.logGamma(b)
        - SpecialFunctions.logGamma(a + b);
  }

  @Test
  void theIntervalHoldsWhatTheTestDoesNotReject() {
    for (long history : new long[] {0, 1, 7, 65, 1300}) {
      for (double dispersion : new double[] {0, 0.1, 2, 30}) {
        PredictiveCount predictive = new PredictiveCount(history, 13, dispersion);
        long lower = predictive.lower(0.05);
        long upper = predictive.upper(0.05);
        assertThat(lower).isLessThanOrEqualTo((long) Math.ceil(predictive.expected()));
        assertThat(upper).isGreaterThanOrEqualTo((long) Math.floor(predictive.expected()));
        assertThat(predictive.upperMidP(upper + 1)).isLessThan(0.05);
        assertThat(lower == 0 || predictive.lowerMidP(lower - 1) < 0.05).isTrue();
      }
    }
  }

  @Test
  void aShortHistoryWidensTheInterval() {
    assertThat(new PredictiveCount(60, 6, 0).upper(0.05))
        .isGreaterThan(new PredictiveCount(600, 60, 0).upper(0.05));
    assertThat(new PredictiveCount(60, 6, 0.3).upper(0.05))
        .isGreaterThan(new PredictiveCount(60, 6, 0).upper(0.05));
  }

  @Test
  void anEmptyHistoryExpectsNothing() {
    PredictiveCount predictive = new PredictiveCount(0, 13, 0.5);
    assertThat(predictive.expected()).isZero();
    assertThat(predictive.lower(0.05)).isZero();
    assertThat(predictive.upperMidP(0)).isEqualTo(0.5);
    assertThat(predictive.upperMidP(6)).isLessThan(0.001);
  }

  @Test
  void aCountFarOutStillHasAChanceAboveZero() {
    assertThat(new PredictiveCount(20, 13, 0).upperMidP(200)).isGreaterThan(0).isLessThan(1e-150);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PredictiveCount(-1, 13, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new PredictiveCount(1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new PredictiveCount(1, 13, Double.NaN));
  }

  @Test
  void exactIntervalHoldsWhatTheCautiousTestLetsPassAndContainsTheOther() {
    for (double dispersion : new double[] {0, 0.4}) {
      PredictiveCount count = new PredictiveCount(65, 13, dispersion);
      long upper = count.exactUpper(0.025);
      assertThat(count.upperP(upper)).isGreaterThanOrEqualTo(0.025);
      assertThat(count.upperP(upper + 1)).isLessThan(0.025);
      assertThat(upper).isGreaterThanOrEqualTo(count.upper(0.025));
      long lower = count.exactLower(0.025);
      assertThat(count.lowerP(lower)).isGreaterThanOrEqualTo(0.025);
      assertThat(lower == 0 || count.lowerP(lower - 1) < 0.025).isTrue();
      assertThat(lower).isLessThanOrEqualTo(count.lower(0.025));
      assertThat(count.lowerP(7) + count.upperP(7))
          .isCloseTo(2 * count.upperP(7) - 2 * count.upperMidP(7) + 1, within(1e-12));
    }
  }
}
