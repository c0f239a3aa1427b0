package se.samlad.analysis.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Progress;
import se.samlad.analysis.distribution.SeededRandom;

class SpatialScanTest {

  private static final double[] X = {0, 1, 10, 11, 20};
  private static final double[] Y = new double[5];
  private static final double[] PEOPLE = {100, 100, 100, 100, 100};
  private static final SpatialScan SCAN =
      new SpatialScan(ScanWindow.upToShare(0.5), new Replicates(99, 1, 1));

  @Test
  void twoNeighboursWithMoreThanTheirShareReckonedByHand() {
    double[] cases = {8, 7, 2, 1, 2};
    ScanCluster cluster =
        SCAN.poisson(X, Y, cases, PEOPLE, Progress.silent()).clusters().get(0);
    assertThat(cluster.rows()).containsExactly(0, 1);
    assertThat(cluster.expected()).isCloseTo(8, within(1e-12));
    assertThat(cluster.likelihoodRatio())
        .isCloseTo(15 * Math.log(15 / 8.0) + 5 * Math.log(5 / 12.0), within(1e-12));
    assertThat(cluster.radius()).isEqualTo(1);
  }

  @Test
  void binomialStatisticReckonedByHand() {
    double[] cases = {50, 40, 10, 10, 10};
    ScanCluster cluster =
        SCAN.binomial(X, Y, cases, PEOPLE, Progress.silent()).clusters().get(0);
    double byHand = 90 * Math.log(90 / 200.0)
        + 110 * Math.log(110 / 200.0)
        + 30 * Math.log(30 / 300.0)
        + 270 * Math.log(270 / 300.0)
        - 120 * Math.log(120 / 500.0)
        - 380 * Math.log(380 / 500.0);
    assertThat(cluster.likelihoodRatio()).isCloseTo(byHand, within(1e-10));
    assertThat(cluster.p()).isEqualTo(0.01);
  }

  @Test
  void bernoulliIsTheBinomialWithCasesAndControls() {
    double[] cases = {5, 4, 1, 0, 1};
    double[] controls = {1, 2, 6, 6, 5};
    double[] both = new double[5];
    Arrays.setAll(both, i -> cases[i] + controls[i]);
    assertThat(SCAN.bernoulli(X, Y, cases, controls, Progress.silent()))
        .isEqualTo(SCAN.binomial(X, Y, cases, both, Progress.silent()));
  }

  @Test
  void rareCasesGiveTheSameByPoissonAndBinomial() {
    double[] cases = {8, 7, 2, 1, 2};
    double[] many = {1e6, 1e6, 1e6, 1e6, 1e6};
    double poisson =
        SCAN.poisson(X, Y, cases, many, Progress.silent()).clusters().get(0).likelihoodRatio();
    double binomial =
        SCAN.binomial(X, Y, cases, many, Progress.silent()).clusters().get(0).likelihoodRatio();
    assertThat(binomial).isCloseTo(poisson, within(1e-4));
  }

  @Test
  void shareOfThePopulationLimitsTheCircle() {
    double[] cases = {9, 9, 9, 1, 1};
    ScanResult small = new SpatialScan(ScanWindow.upToShare(0.2), new Replicates(9, 1, 1))
        .poisson(X, Y, cases, PEOPLE, Progress.silent());
    assertThat(small.clusters()).allSatisfy(c -> assertThat(c.places()).isEqualTo(1));
  }

  @Test
  void rowsAtTheSameCoordinatesAreOnePlace() {
    double[] x = {0, 0, 10, 11, 20};
    ScanCluster cluster = SCAN.poisson(
            x, Y, new double[] {8, 0, 1, 1, 1}, PEOPLE, Progress.silent())
        .clusters()
        .get(0);
    assertThat(cluster.rows()).containsExactly(0, 1);
    assertThat(cluster.places()).isEqualTo(1);
  }

  @Test
  void evenRatesShowNothing() {
    assertThat(SCAN.poisson(X, Y, new double[] {4, 4, 4, 4, 4}, PEOPLE, Progress.silent())
            .clusters())
        .isEmpty();
    assertThat(SCAN.binomial(X, Y, PEOPLE, PEOPLE, Progress.silent()).clusters())
        .isEmpty();
  }

  @Test
  void noCasesAndNoPlacesGiveNoCluster() {
    ScanResult none = SCAN.poisson(X, Y, new double[5], PEOPLE, Progress.silent());
    assertThat(none.clusters()).isEmpty();
    assertThat(none.maxima().quantile(1)).isZero();
    double[] empty = {};
    assertThat(SCAN.binomial(empty, empty, empty, empty, Progress.silent()).clusters())
        .isEmpty();
    assertThat(SCAN.binomial(X, Y, new double[5], PEOPLE, Progress.silent()).clusters())
        .isEmpty();
  }

  @Test
  void threadsDoNotChangeADigit() {
    double[] cases = {8, 7, 2, 1, 2};
    ScanResult four = new SpatialScan(ScanWindow.upToShare(0.5), new Replicates(99, 1, 4))
        .binomial(X, Y, cases, PEOPLE, Progress.silent());
    assertThat(four).isEqualTo(SCAN.binomial(X, Y, cases, PEOPLE, Progress.silent()));
  }

  @Test
  void pIsEvenlySpreadWhenNothingIsGoingOn() {
    SeededRandom random = new SeededRandom(4);
    int clear = 0;
    for (int town = 0; town < 400; town++) {
      double[] x = IntStream.range(0, 30).mapToDouble(i -> i % 6).toArray();
      double[] y = IntStream.range(0, 30).mapToDouble(i -> i / 6).toArray();
      double[] cases =
          IntStream.range(0, 30).mapToDouble(i -> random.nextPoisson(3)).toArray();
      double[] even = new double[30];
      Arrays.fill(even, 1);
      ScanResult result = new SpatialScan(ScanWindow.upToShare(0.5), new Replicates(99, town, 1))
          .poisson(x, y, cases, even, Progress.silent());
      clear += !result.clusters().isEmpty() && result.clusters().get(0).p() <= 0.1 ? 1 : 0;
    }
    assertThat(clear / 400.0).isCloseTo(0.1, within(4 * Math.sqrt(0.1 * 0.9 / 400)));
  }

  @Test
  void badInputIsRefusedByName() {
    double[] ones = {1, 1, 1, 1, 1};
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SCAN.binomial(X, Y, new double[] {2, 0, 0, 0, 0}, ones, Progress.silent()))
        .withMessageContaining("Row 1 has 2.0 cases among 1.0 people");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SCAN.poisson(X, Y, new double[] {0, -1, 0, 0, 0}, ones, Progress.silent()))
        .withMessageContaining("Row 2 has cases -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            SCAN.poisson(X, Y, new double[] {0, Double.NaN, 0, 0, 0}, ones, Progress.silent()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCAN.poisson(X, Y, ones, new double[5], Progress.silent()))
        .withMessage("There are 5.0 cases but none expected");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCAN.poisson(X, Y, new double[4], ones, Progress.silent()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SCAN.poisson(X, Y, new double[] {2e7, 0, 0, 0, 0}, ones, Progress.silent()))
        .withMessageContaining("At most 10000000 cases");
  }

  @Test
  void nobodyIsDrawnTwice() {
    double[] people = {3, 0, 5, 1_000_000_000_000.0};
    WithoutReplacement dealer = new WithoutReplacement(people);
    int[] perPlace = new int[4];
    dealer.deal(2000, new SeededRandom(1), perPlace);
    assertThat(Arrays.stream(perPlace).sum()).isEqualTo(2000);
    assertThat(perPlace[1]).isZero();
    int[] everybody = new int[3];
    new WithoutReplacement(new double[] {3, 0, 5}).deal(8, new SeededRandom(1), everybody);
    assertThat(everybody).containsExactly(3, 0, 5);
  }

  @Test
  void aliasTableDrawsByWeight() {
    AliasTable table = new AliasTable(new double[] {1, 0, 2, 7});
    int[] drawn = new int[4];
    SeededRandom random = new SeededRandom(2);
    for (int i = 0; i < 100_000; i++) {
      drawn[table.draw(random)]++;
    }
    assertThat(drawn[1]).isZero();
    assertThat(drawn[0] / 100_000.0).isCloseTo(0.1, within(0.004));
    assertThat(drawn[3] / 100_000.0).isCloseTo(0.7, within(0.006));
  }

  @Test
  void gumbelTailAgreesWithRanksWhereThereAreRanks() {
    SeededRandom random = new SeededRandom(3);
    double[] values = new double[9999];
    Arrays.setAll(values, i -> 5 - 1.3 * Math.log(-Math.log(random.nextDouble())));
    SimulatedMaxima maxima = new SimulatedMaxima(values);
    assertThat(maxima.gumbelP(9)).isCloseTo(maxima.p(9), within(0.006));
    assertThat(maxima.gumbelP(30)).isBetween(1e-10, 1e-7);
    assertThat(maxima.quantile(0)).isEqualTo(Arrays.stream(values).min().orElseThrow());
    assertThat(new SimulatedMaxima(new double[] {2, 2, 2}).gumbelP(3)).isNaN();
    assertThat(new SimulatedMaxima(new double[] {1, 2, 3}).p(2)).isEqualTo(0.75);
  }

  @Test
  void degreesAreMeasuredAlongTheGlobe() {
    double meters = ScanDistance.GREAT_CIRCLE.between(18, 59, 18, 60);
    assertThat(meters).isCloseTo(111_195, within(1.0));
    assertThat(ScanDistance.GREAT_CIRCLE.between(18, 60, 19, 60)).isCloseTo(55_597, within(2.0));
    ScanWindow near = new ScanWindow(
        60_000, 1, 1, ScanWindow.Direction.RETROSPECTIVE, 1, ScanDistance.GREAT_CIRCLE);
    Circles circles = Circles.of(
        Places.of(new double[] {18, 19, 18}, new double[] {60, 60, 61}), near, new double[3]);
    assertThat(circles.members(0)).containsExactly(0, 2);
  }
}
