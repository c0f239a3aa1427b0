package se.samlad.analysis.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountDistributionTest {
  private static final List<CountDistribution> SOME = List.of(
      Poisson.of(0.2),
      Poisson.of(4),
      Poisson.of(900),
      NegativeBinomial.of(0.2, 3),
      NegativeBinomial.of(12, 0.4),
      NegativeBinomial.of(12, 1e-9),
      NegativeBinomial.of(300, 0.05),
      Binomial.of(30, 0.1),
      Binomial.of(1, 0.5));

  /** Expected values from mpmath at 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "5, 0.5, 12, 0.078113702918501519545",
    "0.2, 2, 5, 0.00053733360275645261709",
    "50, 0.02, 120, 2.3276130379678201441e-8",
    "3, 1e-4, 9, 0.0038090702102671750976",
    "20, 3, 1, 0.74596704799063369698",
    "20, 1e-8, 45, 1.0602664036684437649e-6"
  })
  void negativeBinomialTailsAgreeWithFortyDigits(
      double mean, double dispersion, long k, double expected) {
    assertThat(NegativeBinomial.of(mean, dispersion).atLeast(k))
        .isCloseTo(expected, within(expected * 1e-11));
  }

  @Test
  void tailsAndProbabilitiesAddUp() {
    for (CountDistribution each : SOME) {
      double sum = 0;
      for (int k = 0; k < 2000; k++) {
        sum += each.probability(k);
        assertThat(each.atMost(k)).as("%s at most %d", each, k).isCloseTo(sum, within(1e-11));
        assertThat(each.atMost(k) + each.atLeast(k + 1))
            .as("%s at %d", each, k)
            .isCloseTo(1, within(1e-12));
      }
      assertThat(sum).isCloseTo(1, within(1e-11));
    }
  }

  @Test
  void quantileIsTheFirstCountThatReachesTheShare() {
    for (CountDistribution each : SOME) {
      for (double p : new double[] {0, 1e-9, 0.025, 0.5, 0.95, 0.999999}) {
        long k = each.quantile(p);
        assertThat(each.atMost(k)).isGreaterThanOrEqualTo(p - 1e-15);
        assertThat(k == 0 || each.atMost(k - 1) < p + 1e-15)
            .as("%s at %s", each, p)
            .isTrue();
      }
    }
  }

  @Test
  void nothingExpectedIsCertain() {
    for (CountDistribution each :
        List.of(Poisson.of(0), NegativeBinomial.of(0, 2), Binomial.of(0, 0.3))) {
      assertThat(each.probability(0)).isEqualTo(1);
      assertThat(each.atLeast(1)).isZero();
      assertThat(each.quantile(0.99)).isZero();
    }
  }

  @Test
  void dispersionTowardsZeroIsPoisson() {
    assertThat(NegativeBinomial.of(7, 1e-12).atLeast(15))
        .isCloseTo(Poisson.of(7).atLeast(15), within(1e-12));
  }

  @Test
  void notANumberIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Poisson.of(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> NegativeBinomial.of(1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Binomial.of(3, 1.5));
  }

  @ParameterizedTest
  @CsvSource({
    "1e-200, -30.205594179579643063",
    "1e-10, -6.3613409024040562047",
    "0.025, -1.9599639845400542355",
    "0.3, -0.52440051270804078404",
    "0.9, 1.281551565544600467"
  })
  void normalQuantilesAgreeWithFortyDigits(double p, double expected) {
    assertThat(Normal.STANDARD.quantile(p)).isCloseTo(expected, within(Math.abs(expected) * 4e-15));
  }

  /** Expected values from scipy 1.17. */
  @ParameterizedTest
  @CsvSource({
    "0.975, 4, 2.7764451051977934",
    "1e-10, 7, -53.83557948467374",
    "0.6, 200, 0.25368437919014747"
  })
  void studentQuantilesAgree(double p, double freedom, double expected) {
    assertThat(new StudentT(freedom).quantile(p))
        .isCloseTo(expected, within(Math.abs(expected) * 1e-10));
  }
}
