package se.samlad.analysis.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

  private static long[] counts(long... counts) {
    return counts;
  }

  @Test
  void twoOfFourPlacesStandForEverything() {
    // sorted 0 0 1 3: sum of (2i - n - 1) x = -3*0 - 1*0 + 1*1 + 3*3 = 10; 10 / (4 * 4) = 0.625
    Concentration of = Concentration.of(counts(3, 0, 1, 0));
    assertThat(of.gini()).isCloseTo(0.625, within(1e-15));
    assertThat(of.unbiasedGini()).isCloseTo(0.625 * 4 / 3, within(1e-15));
    assertThat(of.lorenz()).containsExactly(0, 0, 0, 0.25, 1);
    assertThat(of.placesFor(0.75)).isEqualTo(1);
    assertThat(of.placesFor(0.76)).isEqualTo(2);
    assertThat(of.shareOfBusiest(1)).isEqualTo(0.75);
    assertThat(of.placesWithEvents()).isEqualTo(2);
  }

  @Test
  void fewEventsOnManyPlacesAreJudgedAgainstTheirMostEvenSpread() {
    // eight events on ten places, 5 2 1: G = .80, G' = 10/8 * (.80 - 1) + 1 = .75
    Concentration of = Concentration.of(counts(5, 2, 1, 0, 0, 0, 0, 0, 0, 0));
    assertThat(of.gini()).isCloseTo(0.8, within(1e-15));
    assertThat(of.generalisedGini()).isCloseTo(0.75, within(1e-15));
    assertThat(of.result().isSparse()).isTrue();
  }

  @Test
  void oneEventEachOnHalfThePlacesIsAsEvenAsItCanBe() {
    Concentration of = Concentration.of(counts(1, 0, 1, 0, 1, 0));
    assertThat(of.gini()).isCloseTo(0.5, within(1e-15));
    assertThat(of.generalisedGini()).isCloseTo(0, within(1e-15));
  }

  @Test
  void sameCountEverywhereIsNoConcentration() {
    Concentration.Result result = Concentration.of(counts(4, 4, 4, 4, 4)).result();
    assertThat(result.gini()).isCloseTo(0, within(1e-15));
    assertThat(result.share80()).isEqualTo(0.8);
  }

  @Test
  void orderAndScaleOfTheCountsDoNotMatter() {
    long[] counts = counts(7, 0, 3, 12, 1, 1, 40);
    long[] other = counts(400, 70, 30, 10, 10, 120, 0);
    assertThat(Concentration.of(other).gini())
        .isCloseTo(Concentration.of(counts).gini(), within(1e-15));
    assertThat(Concentration.of(other).lorenz())
        .containsExactly(Concentration.of(counts).lorenz());
  }

  @Test
  void singlePlaceHasAllAndNoUnbiasedGini() {
    Concentration of = Concentration.of(counts(3));
    assertThat(of.gini()).isZero();
    assertThat(of.unbiasedGini()).isNaN();
    assertThat(of.placesFor(0.01)).isEqualTo(1);
  }

  @Test
  void badCountsAreRefusedWithTheirValue() {
    assertThatThrownBy(() -> Concentration.of(counts()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 places");
    assertThatThrownBy(() -> Concentration.of(counts(1, -2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-2");
    assertThatThrownBy(() -> Concentration.of(counts(0, 0)))
        .isInstanceOf(Concentration.NoEvents.class);
    assertThatThrownBy(() -> Concentration.of(counts(1, 2)).placesFor(0))
        .hasMessageContaining("share");
    assertThatThrownBy(() -> Concentration.of(counts(1, 2)).shareOfBusiest(3))
        .hasMessageContaining("3");
  }

  @Test
  void tenMillionPlacesAreTheLimit() {
    long[] tooMany = new long[Concentration.MOST_PLACES + 1];
    assertThatThrownBy(() -> Concentration.of(tooMany)).hasMessageContaining("10000000");
    long[] most = new long[Concentration.MOST_PLACES / 10];
    Arrays.fill(most, 1);
    assertThat(Concentration.of(most).gini()).isCloseTo(0, within(1e-9));
  }
}
