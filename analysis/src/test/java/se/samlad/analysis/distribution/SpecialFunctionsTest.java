package se.samlad.analysis.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values come from mpmath at 40 digits. */
class SpecialFunctionsTest {
  private static void same(double actual, double expected, double relative) {
    assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * relative + 1e-300));
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, 6.9071788853838536825",
    "0.5, 0.57236494292470008707",
    "1.5, -0.12078223763524522235",
    "3.7, 1.4280723266653879219",
    "14.2, 23.074221024158361955",
    "171.3, 708.11494703899682429",
    "1e6, 12815504.56914761166",
    "1e12, 26631021115915.651636"
  })
  void logGammaAgreesWithFortyDigits(double x, double expected) {
    same(SpecialFunctions.logGamma(x), expected, 1e-13);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.1, 0.3452791539814229706, 0.6547208460185770294",
    "3, 2, 0.32332358381693654053, 0.67667641618306345947",
    "10, 40, 0.99999999607406777371, 3.9259322262861881947e-9",
    "200, 20, 1.3068459128037486e-126, 1",
    "1000, 1000, 0.5042052441802155085, 0.4957947558197844915",
    "1e6, 1002000, 0.97719590410123013724, 0.022804095898769862758",
    "0.01, 5, 0.99998824648058724915, 0.000011753519412750848619"
  })
  void bothGammaTailsKeepTheirDigits(double a, double x, double lower, double upper) {
    if (lower > 1e-100) {
      same(SpecialFunctions.gammaP(a, x), lower, 2e-12);
    }
    same(SpecialFunctions.gammaQ(a, x), upper, 2e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5, 0.3, 0.36901011956554538276, 0.63098988043445461724",
    "2, 3, 0.9, 0.9963, 0.0037",
    "50, 900, 0.2, 1.0, 1.5546633846311070348e-39",
    "1000, 1000, 0.45, 3.6831988690075610066e-6, 0.99999631680113099244",
    "0.1, 8, 0.001, 0.64447983109855426134, 0.35552016890144573866",
    "20, 0.3, 0.999, 0.65872649912889539753, 0.34127350087110460247"
  })
  void bothBetaTailsKeepTheirDigits(double a, double b, double x, double lower, double upper) {
    same(SpecialFunctions.beta(x, a, b), lower, 2e-12);
    same(SpecialFunctions.beta(1 - x, x, b, a), upper, 2e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.8875370839817151078",
    "1, 0.15729920705028513066",
    "2, 0.0046777349810472658379",
    "5, 1.5374597944280348502e-12",
    "20, 5.3958656116079009289e-176",
    "-1.5, 1.9661051464753107271"
  })
  void erfcIsExactFarOut(double x, double expected) {
    same(SpecialFunctions.erfc(x), expected, 1e-13);
    assertThat(SpecialFunctions.erf(x)).isCloseTo(1 - expected, within(4e-15));
  }

  @Test
  void inversesUndoTheFunctions() {
    for (double a : new double[] {0.05, 0.5, 1, 7, 300, 20000}) {
      for (double p : new double[] {1e-200, 1e-12, 0.025, 0.5, 0.9}) {
        double lower = SpecialFunctions.inverseGammaP(a, p);
        if (lower > 1e-290) {
          same(SpecialFunctions.gammaP(a, lower), p, 1e-9);
        }
        same(SpecialFunctions.gammaQ(a, SpecialFunctions.inverseGammaQ(a, p)), p, 1e-9);
        for (double b : new double[] {0.5, 3, 800}) {
          double x = SpecialFunctions.inverseBeta(p, a, b);
          if (x > 1e-290 && x < 1 - 1e-6) {
            same(SpecialFunctions.beta(x, a, b), p, 1e-8);
          }
        }
      }
    }
  }

  @Test
  void theEdgesAreAnsweredAndTheRestIsRefused() {
    assertThat(SpecialFunctions.gammaP(2, 0)).isZero();
    assertThat(SpecialFunctions.gammaQ(2, Double.POSITIVE_INFINITY)).isZero();
    assertThat(SpecialFunctions.inverseGammaQ(2, 0)).isInfinite();
    assertThat(SpecialFunctions.inverseBeta(1, 2, 3)).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> SpecialFunctions.logGamma(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> SpecialFunctions.gammaP(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> SpecialFunctions.beta(Double.NaN, 2, 3));
  }
}
