package se.samlad.analysis.aberration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  /** The worked example of the 1995 paper: four of fifteen stand at 0.05. */
  private static final double[] PAPER = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0
  };

  @Test
  void keepsTheFourOfThePaper() {
    assertThat(BenjaminiHochberg.kept(PAPER, 0.05))
        .containsExactly(
            true, true, true, true, false, false, false, false, false, false, false, false, false,
            false, false);
    assertThat(BenjaminiHochberg.adjusted(PAPER)[3]).isCloseTo(0.0095 * 15 / 4, within(1e-15));
  }

  @Test
  void testsLeftOutCountAsOne() {
    assertThat(BenjaminiHochberg.kept(new double[] {0.03, 0.2}, 0.1)).containsExactly(true, false);
    assertThat(BenjaminiHochberg.kept(new double[] {0.03, 0.2}, 0.1, 4))
        .containsExactly(false, false);
  }

  @Test
  void simesIsTheSmallestAdjusted() {
    assertThat(BenjaminiHochberg.simes(new double[] {0.04, 0.04, 0.5}))
        .isCloseTo(0.06, within(1e-15));
    assertThat(BenjaminiHochberg.simes(new double[0])).isEqualTo(1);
  }

  @Test
  void nothingToTestKeepsNothingAndNaNIsRefused() {
    assertThat(BenjaminiHochberg.kept(new double[0], 0.1)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenjaminiHochberg.kept(new double[] {Double.NaN}, 0.1));
  }
}
