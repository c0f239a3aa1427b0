package se.samlad.analysis.autocorrelation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Progress;
import se.samlad.analysis.autocorrelation.GetisOrd.Form;
import se.samlad.analysis.autocorrelation.LocalMoran.Divisor;
import se.samlad.analysis.autocorrelation.LocalMoran.Quadrant;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.grid.Neighbours;

class LocalStatisticsTest {

  private static final Neighbours LINE = Neighbours.rook(5, 1);

  @Test
  void endOfALineIsWorkedOutByHand() {
    // 0 0 0 2 3: mean 1, s2 = (1+1+1+1+4)/5 = 1.6; last with its neighbour: sum 5, W 2,
    // z = (5 - 2) / sqrt(1.6 * (5*2 - 4) / 4)
    double[] z = GetisOrd.giStar(new double[] {0, 0, 0, 2, 3}, LINE).z();
    assertThat(z[4]).isCloseTo(3 / Math.sqrt(2.4), within(1e-12));
    // local Moran of the last: deviations 2 and 1 over 1.6
    LocalMoran.Result moran = LocalMoran.of(new double[] {0, 0, 0, 2, 3}, LINE);
    assertThat(moran.statistic()[4]).isCloseTo(2 / 1.6, within(1e-12));
    assertThat(moran.quadrants())
        .containsExactly(
            Quadrant.LOW_LOW,
            Quadrant.LOW_LOW,
            Quadrant.LOW_LOW,
            Quadrant.HIGH_HIGH,
            Quadrant.HIGH_HIGH);
  }

  @Test
  void addingALevelAndScalingChangesNothing() {
    double[] x = counts(12, 10, 3);
    double[] other = Arrays.stream(x).map(value -> 7 + 3 * value).toArray();
    Neighbours queen = Neighbours.queen(12, 10);
    assertThat(GetisOrd.giStar(other, queen).z())
        .containsExactly(GetisOrd.giStar(x, queen).z(), within(1e-9));
    assertThat(LocalMoran.of(other, queen).moment().z())
        .containsExactly(LocalMoran.of(x, queen).moment().z(), within(1e-9));
    assertThat(GlobalMoran.of(other, queen).value())
        .isCloseTo(GlobalMoran.of(x, queen).value(), within(1e-12));
  }

  @Test
  void globalMoranIsTheMeanOfTheLocalOnes() {
    double[] x = counts(12, 10, 4);
    Neighbours queen = Neighbours.queen(12, 10);
    double mean = Arrays.stream(LocalMoran.of(x, queen).statistic()).average().orElseThrow();
    assertThat(GlobalMoran.of(x, queen).value()).isCloseTo(mean, within(1e-12));
  }

  @Test
  void twoDivisorsDifferByExactlyOneInN() {
    double[] x = counts(6, 5, 5);
    Neighbours queen = Neighbours.queen(6, 5);
    LocalMoran.Result n = LocalMoran.of(x, queen);
    LocalMoran.Result less =
        new LocalMoran(LocalMoran.Parameters.DEFAULT.with(Divisor.N_MINUS_1)).statistics(x, queen);
    for (int i = 0; i < 30; i++) {
      assertThat(less.statistic()[i]).isCloseTo(n.statistic()[i] * 29 / 30, within(1e-12));
      assertThat(less.moment().z()[i]).isCloseTo(n.moment().z()[i], within(1e-12));
    }
  }

  @Test
  void permutationsAreTheSameForAnyNumberOfThreads() {
    double[] x = counts(15, 12, 6);
    Neighbours queen = Neighbours.queen(15, 12);
    double[] one = permuted(x, queen, Permutations.of(199, 42));
    assertThat(permuted(x, queen, Permutations.of(199, 42).onThreads(3))).containsExactly(one);
    assertThat(permuted(x, queen, Permutations.of(199, 43))).isNotEqualTo(one);
  }

  @Test
  void permutationMomentsApproachTheConditionalOnes() {
    double[] x = counts(9, 8, 7);
    Neighbours queen = Neighbours.queen(9, 8);
    LocalMoran.Result result = new LocalMoran(
            LocalMoran.Parameters.DEFAULT.with(Permutations.of(20_000, 8)))
        .statistics(x, queen);
    for (int i = 0; i < x.length; i++) {
      double deviation = Math.sqrt(result.moment().variance()[i]);
      assertThat(result.permuted().mean()[i])
          .isCloseTo(result.moment().expectation()[i], within(0.04 * deviation + 1e-12));
      assertThat(result.permuted().variance()[i])
          .isCloseTo(result.moment().variance()[i], within(0.08 * deviation * deviation + 1e-12));
    }
  }

  @Test
  void unitWithMostOthersAsNeighboursIsDrawnByWhoIsLeftOut() {
    // a star: the middle neighbours all but itself, so every permutation gives the same sum
    int[] from = {0, 0, 0, 0, 1, 2, 3, 4};
    int[] to = {1, 2, 3, 4, 0, 0, 0, 0};
    Neighbours star = Neighbours.ofPairs(5, from, to);
    double[] p = permuted(new double[] {5, 1, 2, 3, 4}, star, Permutations.of(99, 1));
    assertThat(p[0]).isEqualTo(1);
    Neighbours most =
        Neighbours.ofPairs(5, new int[] {0, 0, 0, 1, 2, 3, 4}, new int[] {1, 2, 3, 0, 0, 0, 0});
    LocalMoran.Result result = new LocalMoran(
            LocalMoran.Parameters.DEFAULT.with(Permutations.of(50_000, 1)))
        .statistics(new double[] {5, 1, 2, 3, 4}, most);
    assertThat(result.permuted().variance()[0])
        .isCloseTo(result.moment().variance()[0], within(0.03 * result.moment().variance()[0]));
  }

  @Test
  void manyNeighboursAreDrawnWithoutRepeats() {
    double[] x = counts(10, 10, 11);
    int[] from = new int[40];
    int[] to = new int[40];
    for (int k = 0; k < 40; k++) {
      to[k] = k + 1;
    }
    Neighbours wide = Neighbours.ofPairs(100, from, to);
    LocalMoran.Result result = new LocalMoran(
            LocalMoran.Parameters.DEFAULT.with(Permutations.of(20_000, 2)))
        .statistics(x, wide);
    double variance = result.moment().variance()[0];
    assertThat(result.permuted().variance()[0]).isCloseTo(variance, within(0.05 * variance));
  }

  @Test
  void permutationsTellHowFarTheyCameAndStopWhenAsked() {
    Neighbours queen = Neighbours.queen(40, 40);
    double[] x = counts(40, 40, 13);
    GetisOrd method = new GetisOrd(Form.GI_STAR, Weighting.BINARY, Permutations.of(9, 1));
    long[] told = new long[1];
    method.of(x, queen, (units, ofUnits) -> told[0] = units * 10_000 + ofUnits);
    assertThat(told[0]).isEqualTo(1600 * 10_000 + 1600);
    Progress impatient = new Progress() {
      @Override
      public void done(long units, long ofUnits) {}

      @Override
      public boolean cancelled() {
        return true;
      }
    };
    assertThatThrownBy(() -> method.of(x, queen, impatient))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void mapOfMostlyZerosWarns() {
    double[] x = new double[100];
    x[44] = 3;
    x[45] = 4;
    assertThat(GetisOrd.giStar(x, Neighbours.queen(10, 10)).mostlyZeros()).isTrue();
    assertThat(GetisOrd.giStar(counts(10, 10, 1), Neighbours.queen(10, 10)).mostlyZeros())
        .isFalse();
  }

  @Test
  void heapOfReportsIsHotAndItsEdgeIsNot() {
    double[] x = counts(20, 20, 12);
    for (int row = 8; row < 12; row++) {
      for (int column = 8; column < 12; column++) {
        x[row * 20 + column] += 30;
      }
    }
    GetisOrd.Level[] levels = GetisOrd.giStar(x, Neighbours.queen(20, 20)).levels();
    assertThat(levels[9 * 20 + 9]).isEqualTo(GetisOrd.Level.HOT_99);
    assertThat(levels[0]).isEqualTo(GetisOrd.Level.NEITHER);
  }

  @Test
  void unitWithoutNeighboursIsNothingSpecial() {
    Neighbours island =
        Neighbours.ofPairs(5, new int[] {0, 1, 1, 2, 2, 3}, new int[] {1, 0, 2, 1, 3, 2});
    double[] x = {1, 2, 3, 4, 9};
    LocalMoran.Result moran = new LocalMoran(
            LocalMoran.Parameters.DEFAULT.with(Permutations.of(9, 1)))
        .statistics(x, island);
    assertThat(moran.statistic()[4]).isZero();
    assertThat(moran.moment().p()[4]).isEqualTo(1);
    assertThat(moran.permuted().p()[4]).isEqualTo(1);
    assertThat(new GetisOrd(Form.GI, Weighting.BINARY, Permutations.NONE)
            .of(x, island)
            .z()[4])
        .isZero();
    assertThat(GlobalMoran.of(x, island).n()).isEqualTo(4);
  }

  @Test
  void onlyValueAboveZeroHasOthersThatDoNotDiffer() {
    double[] z = new GetisOrd(Form.GI, Weighting.BINARY, Permutations.NONE)
        .of(new double[] {0, 0, 7, 0, 0}, LINE)
        .z();
    assertThat(z[2]).isZero();
  }

  @Test
  void badValuesAreRefusedByName() {
    Neighbours three = Neighbours.rook(3, 1);
    assertThatThrownBy(() -> GetisOrd.giStar(new double[0], three))
        .hasMessageContaining("0 values");
    assertThatThrownBy(() -> GetisOrd.giStar(new double[] {1, 2}, Neighbours.rook(2, 1)))
        .isInstanceOf(TooFewUnits.class);
    assertThatThrownBy(() -> LocalMoran.of(new double[] {1}, Neighbours.rook(1, 1)))
        .isInstanceOf(TooFewUnits.class);
    assertThatThrownBy(() -> GetisOrd.giStar(new double[3], three))
        .isInstanceOf(SameValueEverywhere.class);
    assertThatThrownBy(() -> GetisOrd.giStar(new double[] {1, Double.NaN, 2}, three))
        .hasMessageContaining("Unit 2");
    assertThatThrownBy(() -> GlobalMoran.of(new double[] {1, 2, 3}, three))
        .isInstanceOf(TooFewUnits.class);
    assertThatThrownBy(() -> GlobalG.of(new double[] {1, 2, -3, 1, 1}, LINE))
        .hasMessageContaining("-3");
    assertThatThrownBy(() -> GlobalG.of(new double[] {1, 0, 0, 0, 0}, LINE))
        .hasMessageContaining("at least 2");
    assertThatThrownBy(() -> GetisOrd.giStar(new double[] {1, 2, 3}, three.withSelf()))
        .hasMessageContaining("themselves");
    assertThatThrownBy(() -> Permutations.of(-1, 1)).hasMessageContaining("-1");
  }

  private static double[] permuted(double[] x, Neighbours neighbours, Permutations how) {
    return new GetisOrd(Form.GI_STAR, Weighting.BINARY, how).of(x, neighbours).permutationP();
  }

  /** Counts of mean 3, the same for the same seed. */
  private static double[] counts(int columns, int rows, long seed) {
    SeededRandom random = new SeededRandom(seed);
    double[] counts = new double[columns * rows];
    Arrays.setAll(counts, i -> random.nextPoisson(3));
    return counts;
  }
}
