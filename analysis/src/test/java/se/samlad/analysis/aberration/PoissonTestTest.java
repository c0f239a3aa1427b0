package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.analysis.distribution.Poisson;

class PoissonTestTest {

  /** Garwood's table as R 4.2.2's poisson.test prints it, and the mid-p limits as roots of R's ppois and dpois. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 3.68887945411394, 0, 2.995732273554",
    "1, 0.0253178079842899, 5.5716433909388989, 0.050020344835336, 4.931860524706773",
    "5, 1.62348639011842, 11.66833207932267, 1.8319948085284, 11.0824156649920",
    "10, 4.79538869613243, 18.39035604201778, 5.0795218472173, 17.8248536965697",
    "100, 81.3639912509232, 121.6267937924264, 81.791821092012, 121.103490897458"
  })
  void intervalsAgreeWithPublishedTables(
      int count, double low, double high, double midLow, double midHigh) {
    PoissonTest.Interval exact = PoissonTest.exact(count, 0.95);
    assertThat(exact.lower()).isCloseTo(low, within(1e-12 * (1 + low)));
    assertThat(exact.upper()).isCloseTo(high, within(1e-12 * (1 + high)));
    PoissonTest.Interval midP = PoissonTest.midP(count, 0.95);
    assertThat(midP.lower()).isCloseTo(midLow, within(1e-10 * (1 + midLow)));
    assertThat(midP.upper()).isCloseTo(midHigh, within(1e-10 * (1 + midHigh)));
  }

  @Test
  void nineWhereFiveWereExpected() {
    PoissonTest test = PoissonTest.of(9, 5);
    assertThat(test.upperP()).isCloseTo(0.0680936347218486, within(1e-14));
    assertThat(test.upperMidP())
        .isCloseTo(test.upperP() - Poisson.of(5).probability(9) / 2, within(1e-15));
    assertThat(test.twoSidedP()).isCloseTo(2 * 0.0680936347218486, within(1e-14));
    assertThat(test.twoSidedMidP()).isLessThan(test.twoSidedP());
    assertThat(PoissonTest.of(4, 5).lowerP()).isCloseTo(0.440493285065212, within(1e-14));
  }

  @Test
  void intervalHoldsExactlyTheMeansThatItsTestDoesNotReject() {
    for (int count = 0; count < 30; count++) {
      for (double mean = 0.05; mean < 60; mean += 0.37) {
        PoissonTest test = PoissonTest.of(count, mean);
        assertThat(test.exact().contains(mean)).isEqualTo(test.twoSidedP() >= 0.05);
        assertThat(test.midP().contains(mean)).isEqualTo(test.twoSidedMidP() >= 0.05);
      }
    }
  }

  @Test
  void midPLiesWithinExact() {
    for (long count : new long[] {0, 1, 2, 7, 60, 5_000, 10_000_000}) {
      for (double level : new double[] {0.5, 0.9, 0.998}) {
        PoissonTest.Interval exact = PoissonTest.exact(count, level);
        PoissonTest.Interval midP = PoissonTest.midP(count, level);
        assertThat(midP.lower()).isGreaterThanOrEqualTo(exact.lower());
        assertThat(midP.upper()).isLessThan(exact.upper());
      }
    }
  }

  @Test
  void zeroExpectedMakesAnyEventImpossible() {
    assertThat(PoissonTest.of(0, 0).twoSidedP()).isEqualTo(1);
    assertThat(PoissonTest.of(0, 0).upperMidP()).isEqualTo(0.5);
    assertThat(PoissonTest.of(1, 0).upperP()).isZero();
    assertThat(PoissonTest.of(0, 3).exact().lower()).isZero();
  }

  @Test
  void refusesWhatIsNoCountOrLevel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PoissonTest.of(-1, 3))
        .withMessageContaining("-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PoissonTest.of(1, Double.NaN))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PoissonTest.of(1, Double.POSITIVE_INFINITY))
        .withMessageContaining("Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PoissonTest.of(1, 3, 1))
        .withMessageContaining("1.0");
  }
}
