package se.samlad.analysis.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.samlad.analysis.effect.RateRatio.Parameters;
import se.samlad.analysis.effect.RateRatio.Word;

class RateRatioTest {

  @Test
  void handComputedPairOfOneAndThirteen() {
    RateRatio result = RateRatio.of(1, 104, 13, 104);
    assertThat(result.ratio()).isEqualTo(1.0 / 13, within(1e-15));
    // 15 of 16384 outcomes are as few, and as many the other way.
    assertThat(result.exactP()).isCloseTo(30.0 / 16384, within(1e-14));
    assertThat(result.midPValue()).isCloseTo(16.0 / 16384, within(1e-14));
    assertThat(result.n()).isEqualTo(14);
  }

  @Test
  void swappingThePeriodsInvertsTheRatio() {
    RateRatio one = RateRatio.of(11, 800, 20, 3000);
    RateRatio other = RateRatio.of(20, 3000, 11, 800);
    assertThat(other.ratio()).isCloseTo(1 / one.ratio(), within(1e-12));
    assertThat(other.exact().lower()).isCloseTo(1 / one.exact().upper(), within(1e-10));
    assertThat(other.midP().upper()).isCloseTo(1 / one.midP().lower(), within(1e-10));
    assertThat(other.exactP()).isCloseTo(one.exactP(), within(1e-12));
    assertThat(other.eTestP()).isCloseTo(one.eTestP(), within(1e-12));
  }

  @Test
  void unitOfTimeChangesNothing() {
    RateRatio weeks = RateRatio.of(7, 4, 12, 8);
    RateRatio days = RateRatio.of(7, 28, 12, 56);
    assertThat(days.ratio()).isCloseTo(weeks.ratio(), within(1e-14));
    assertThat(days.midP().lower()).isCloseTo(weeks.midP().lower(), within(1e-12));
    assertThat(days.eTestP()).isCloseTo(weeks.eTestP(), within(1e-12));
  }

  @Test
  void midPLiesInsideExact() {
    RateRatio result = RateRatio.of(6, 12, 3, 1);
    assertThat(result.midP().lower()).isGreaterThan(result.exact().lower());
    assertThat(result.midP().upper()).isLessThan(result.exact().upper());
    assertThat(result.medianRatio())
        .isBetween(result.midP().lower(), result.midP().upper());
  }

  @Test
  void noEventsAtAllSayNothing() {
    RateRatio result = RateRatio.of(0, 52, 0, 104);
    assertThat(result.ratio()).isNaN();
    assertThat(result.exact()).isEqualTo(new Estimate.Interval(0, Double.POSITIVE_INFINITY));
    assertThat(result.midP()).isEqualTo(new Estimate.Interval(0, Double.POSITIVE_INFINITY));
    assertThat(result.exactP()).isEqualTo(1);
    assertThat(result.midPValue()).isNaN();
    assertThat(result.word()).isEqualTo(Word.UNDECIDED);
  }

  @Test
  void noEventsBeforeGiveAnInfiniteRatioWithALowerLimit() {
    RateRatio result = RateRatio.of(20, 10, 0, 10);
    assertThat(result.ratio()).isInfinite();
    assertThat(result.exact().upper()).isInfinite();
    assertThat(result.exact().lower()).isGreaterThan(1);
    assertThat(result.word()).isEqualTo(Word.MORE);
  }

  @Test
  void hugeCountsAgreeWithTheNormalApproximation() {
    RateRatio result = RateRatio.of(1_000_000, 52, 1_002_000, 52);
    assertThat(result.midP().lower()).isCloseTo(result.wald().lower(), within(1e-6));
    assertThat(result.exact().upper()).isCloseTo(result.wald().upper(), within(3e-6));
    assertThat(result.eTestP()).isCloseTo(result.midPValue(), within(1e-3));
  }

  @Test
  void sameSeedGivesTheSameStabilityOnAnyNumberOfThreads() {
    RateRatio result = RateRatio.of(12, 10, 40, 10);
    double one = result.stability(1000, 7, 1);
    assertThat(result.stability(1000, 7, 3)).isEqualTo(one);
    assertThat(one).isGreaterThan(0.9);
    assertThat(RateRatio.of(10, 10, 12, 10).stability(1000, 7, 1)).isGreaterThan(0.8);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> RateRatio.of(-1, 1, 1, 1)).hasMessageContaining("at least 0: -1");
    assertThatThrownBy(() -> RateRatio.of(1, 0, 1, 1)).hasMessageContaining("above 0: 0.0");
    assertThatThrownBy(() -> RateRatio.of(1, Double.NaN, 1, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Parameters(1, 1, 1, 1, 1)).hasMessageContaining("level");
    assertThatThrownBy(() -> RateRatio.of(1, 1, 1, 1).stability(0, 1, 1))
        .hasMessageContaining("draws");
  }
}
