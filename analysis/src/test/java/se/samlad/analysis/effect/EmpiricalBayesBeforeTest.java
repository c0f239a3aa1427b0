package se.samlad.analysis.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.effect.EmpiricalBayesBefore.State;

class EmpiricalBayesBeforeTest {
  @Test
  void theWorstPlaceFallsBackByWhatIsSaid() {
    double observed = 0;
    double expected = 0;
    double next = 0;
    for (int i = 0; i < 300; i++) {
      SeededRandom random = SeededRandom.stream(4, i);
      double[] rate = new double[60];
      int[] counts = new int[60];
      int worst = 0;
      for (int j = 0; j < 60; j++) {
        rate[j] = 2 * random.nextGamma(3);
        counts[j] = (int) random.nextPoisson(rate[j]);
        worst = counts[j] > counts[worst] ? j : worst;
      }
      observed += counts[worst];
      expected += EmpiricalBayesBefore.of(counts, worst).expected();
      next += random.nextPoisson(rate[worst]);
    }
    assertThat(next).isLessThan(0.92 * observed);
    assertThat(expected / next).isCloseTo(1, within(0.05));
  }

  @Test
  void placesThatDifferByChanceAloneReturnToTheirMean() {
    int[] counts = {3, 4, 5, 4, 4, 3, 5, 4, 4, 4, 5, 3};
    EmpiricalBayesBefore result = EmpiricalBayesBefore.of(counts, 2);
    assertThat(result.ownWeight()).isZero();
    assertThat(result.expected()).isEqualTo(4);
    assertThat(result.expectedDrop()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void veryDifferentPlacesAreBelieved() {
    int[] counts = new int[20];
    Arrays.setAll(counts, i -> 100 * i);
    EmpiricalBayesBefore result = EmpiricalBayesBefore.of(counts, 19);
    assertThat(result.ownWeight()).isGreaterThan(0.99);
    assertThat(result.lower()).isLessThan(result.expected());
    assertThat(result.upper()).isGreaterThan(result.expected());
  }

  @Test
  void nineOrEmptyPlacesAreTooFew() {
    assertThat(EmpiricalBayesBefore.of(new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 8).state())
        .isEqualTo(State.INSUFFICIENT);
    assertThat(EmpiricalBayesBefore.of(new int[30], 8).state()).isEqualTo(State.INSUFFICIENT);
    assertThatIllegalArgumentException().isThrownBy(() -> EmpiricalBayesBefore.of(new int[30], 30));
  }
}
