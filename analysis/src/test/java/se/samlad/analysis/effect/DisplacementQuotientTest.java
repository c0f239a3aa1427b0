package se.samlad.analysis.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.samlad.analysis.effect.DisplacementQuotient.Reading;

class DisplacementQuotientTest {

  @Test
  void handComputedQuotient() {
    DisplacementQuotient result = quotient(100, 60, 50, 60, 200, 200);
    assertThat(result.success()).isCloseTo(-0.2, within(1e-15));
    assertThat(result.buffer()).isCloseTo(0.05, within(1e-15));
    assertThat(result.quotient()).isCloseTo(-0.25, within(1e-15));
    assertThat(result.grossEffect()).isEqualTo(40);
    assertThat(result.totalNetEffect()).isCloseTo(30, within(1e-12));
    assertThat(result.n()).isEqualTo(670);
  }

  @Test
  void readingFollowsTheQuotient() {
    assertThat(quotient(100, 60, 50, 60, 200, 200).reading())
        .isEqualTo(Reading.DISPLACEMENT_SMALLER_THAN_EFFECT);
    assertThat(quotient(100, 60, 50, 90, 200, 200).reading())
        .isEqualTo(Reading.DISPLACEMENT_OUTWEIGHS);
    assertThat(quotient(100, 60, 50, 40, 200, 200).reading()).isEqualTo(Reading.DIFFUSION);
    assertThat(quotient(100, 60, 80, 20, 200, 200).reading())
        .isEqualTo(Reading.DIFFUSION_GREATER_THAN_EFFECT);
    assertThat(quotient(100, 60, 50, 50, 200, 200).reading()).isEqualTo(Reading.NEITHER);
  }

  @Test
  void withoutAnEffectNoQuotientIsShown() {
    DisplacementQuotient worse = quotient(100, 120, 50, 40, 200, 200);
    assertThat(worse.reading()).isEqualTo(Reading.NOT_INTERPRETABLE);
    assertThat(worse.quotientToShow()).isEmpty();
    DisplacementQuotient same = quotient(100, 100, 50, 40, 200, 200);
    assertThat(same.reading()).isEqualTo(Reading.UNDEFINED);
    assertThat(same.quotientToShow()).isEmpty();
    assertThat(quotient(100, 60, 50, 60, 200, 200).quotientToShow()).isPresent();
  }

  @Test
  void figureWithAnIntervalStandsBesideIt() {
    WeightedDisplacementDifference beside = quotient(100, 60, 50, 60, 200, 210).beside();
    assertThat(beside.local().value()).isEqualTo(-50);
    assertThat(beside.displacement().value()).isEqualTo(0);
  }

  @Test
  void silentControlLeavesItUndefined() {
    assertThatThrownBy(() -> quotient(100, 60, 50, 60, 0, 200))
        .hasMessageContaining("the control has no events before");
    assertThatThrownBy(() -> quotient(100, 60, 50, 60, 200, 0)).hasMessageContaining("after");
    BeforeAfter uneven = new BeforeAfter(1, 1, 4, 8);
    assertThatThrownBy(() -> DisplacementQuotient.of(uneven, uneven, uneven))
        .hasMessageContaining("equal length");
  }

  private static DisplacementQuotient quotient(
      double r0, double r1, double d0, double d1, double c0, double c1) {
    return DisplacementQuotient.of(
        BeforeAfter.of(r0, r1), BeforeAfter.of(d0, d1), BeforeAfter.of(c0, c1));
  }
}
