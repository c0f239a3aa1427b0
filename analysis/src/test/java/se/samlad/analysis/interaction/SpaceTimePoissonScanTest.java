package se.samlad.analysis.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.analysis.Progress;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.interaction.ScanWindow.Direction;

class SpaceTimePoissonScanTest {

  private static final double[] X = {0, 1, 10, 11, 20, 21};
  private static final double[] Y = new double[6];
  private static final int STEPS = 8;

  @ParameterizedTest
  @EnumSource(Direction.class)
  void searchFindsWhatTryingEveryWindowFinds(Direction direction) {
    for (int seed = 0; seed < 20; seed++) {
      SeededRandom random = new SeededRandom(seed);
      int[][] cases = new int[6][STEPS];
      double[][] expected = new double[6][STEPS];
      for (int row = 0; row < 6; row++) {
        for (int step = 0; step < STEPS; step++) {
          cases[row][step] = (int) random.nextPoisson(0.7);
          expected[row][step] = 0.1 + random.nextDouble();
        }
      }
      ScanWindow window = window(11, 3, direction);
      ScanResult result = scan(window, 9, cases, expected);
      double found = result.clusters().isEmpty() ? 0 : result.clusters().get(0).likelihoodRatio();
      assertThat(found).isCloseTo(largestByTryingAll(window, cases, expected), within(1e-9));
    }
  }

  @Test
  void plantedWindowIsFoundWhole() {
    int[][] cases = new int[6][STEPS];
    double[][] expected = even();
    for (int[] row : cases) {
      Arrays.fill(row, 1);
    }
    for (int step = 3; step <= 5; step++) {
      cases[2][step] = 6;
      cases[3][step] = 5;
    }
    ScanCluster cluster = scan(window(5, 4, Direction.RETROSPECTIVE), 999, cases, expected)
        .clusters()
        .get(0);
    assertThat(cluster.rows()).containsExactlyInAnyOrder(2, 3);
    assertThat(cluster.firstDay()).isEqualTo(3);
    assertThat(cluster.lastDay()).isEqualTo(5);
    assertThat(cluster.cases()).isEqualTo(33);
    assertThat(cluster.expected()).isCloseTo(75 * 6 / 48.0, within(1e-9));
    assertThat(cluster.p()).isEqualTo(0.001);
  }

  @Test
  void doublingEveryExpectationChangesNothing() {
    int[][] cases = {{1, 2, 0}, {0, 5, 1}};
    double[][] expected = {{1, 2, 3}, {2, 1, 1}};
    double[][] doubled = {{2, 4, 6}, {4, 2, 2}};
    double[] x = {0, 5};
    SpaceTimePoissonScan scan =
        new SpaceTimePoissonScan(window(1, 2, Direction.RETROSPECTIVE), new Replicates(99, 1, 1));
    assertThat(scan.scan(x, new double[2], cases, doubled, Progress.silent()))
        .isEqualTo(scan.scan(x, new double[2], cases, expected, Progress.silent()));
  }

  @Test
  void threadsDoNotChangeADigit() {
    int[][] cases = new int[6][STEPS];
    cases[1][2] = 4;
    cases[4][7] = 2;
    ScanWindow window = window(11, 3, Direction.RETROSPECTIVE);
    ScanResult one = new SpaceTimePoissonScan(window, new Replicates(99, 1, 1))
        .scan(X, Y, cases, even(), Progress.silent());
    ScanResult four = new SpaceTimePoissonScan(window, new Replicates(99, 1, 4))
        .scan(X, Y, cases, even(), Progress.silent());
    assertThat(four).isEqualTo(one);
  }

  @Test
  void noCasesAndNoPlacesGiveNoCluster() {
    ScanWindow window = window(11, 3, Direction.RETROSPECTIVE);
    assertThat(scan(window, 9, new int[6][STEPS], even()).clusters()).isEmpty();
    assertThat(new SpaceTimePoissonScan(window, new Replicates(9, 1, 1))
            .scan(new double[0], new double[0], new int[0][], new double[0][], Progress.silent())
            .clusters())
        .isEmpty();
  }

  @Test
  void badInputIsRefusedByName() {
    ScanWindow window = window(11, 3, Direction.RETROSPECTIVE);
    int[][] negative = new int[6][STEPS];
    negative[3][2] = -1;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scan(window, 9, negative, even()))
        .withMessageContaining("Row 4, step 3: -1 cases");
    double[][] missing = even();
    missing[0][0] = Double.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scan(window, 9, new int[6][STEPS], missing));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scan(window, 9, new int[6][3], even()))
        .withMessageContaining("8 expected for 3 steps");
    int[][] one = new int[6][STEPS];
    one[0][0] = 1;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scan(window, 9, one, new double[6][STEPS]))
        .withMessage("There are 1 cases but none expected");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpaceTimePoissonScan(window, new Replicates(9, 1, 1))
            .scan(
                new double[21],
                new double[21],
                new int[21][1_000_000],
                new double[21][],
                Progress.silent()))
        .withMessageContaining("At most 20000000 places x steps");
  }

  @Test
  void expectedCasesFollowTheLineBetweenTwoCensuses() {
    double[][] expected = StandardisedExpected.of(
        new double[][][] {{{100, 200}, {100, 100}}},
        new double[] {0, 10},
        new double[] {250},
        new double[] {0, 5, 10});
    assertThat(expected[0][0]).isCloseTo(62.5, within(1e-9));
    assertThat(expected[0][1]).isCloseTo(87.5, within(1e-9));
    assertThat(expected[1]).containsExactly(50, 50);
  }

  @Test
  void oneCensusHoldsAlwaysAndKindsKeepTheirOwnRisk() {
    double[][] expected = StandardisedExpected.of(
        new double[][][] {{{10}, {30}}, {{5}, {5}}},
        new double[] {3},
        new double[] {8, 2},
        new double[] {0, 1, 2});
    assertThat(expected[0]).containsExactly(1.5, 1.5);
    assertThat(expected[1]).containsExactly(3.5, 3.5);
  }

  @Test
  void casesOfAKindWithoutPeopleAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardisedExpected.of(
            new double[][][] {{{0}}}, new double[] {0}, new double[] {3}, new double[] {0, 1}))
        .withMessage("Kind 1 has 3.0 cases but no population");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardisedExpected.of(
            new double[][][] {{{1}}}, new double[] {0}, new double[] {3}, new double[] {0, 0}))
        .withMessageContaining("their days must rise");
  }

  private static double[][] even() {
    double[][] expected = new double[6][STEPS];
    for (double[] row : expected) {
      Arrays.fill(row, 1);
    }
    return expected;
  }

  private static ScanWindow window(double radius, int steps, Direction direction) {
    return new ScanWindow(radius, 0.5, steps, direction, 2, ScanDistance.PLANE);
  }

  private static ScanResult scan(
      ScanWindow window, int replicates, int[][] cases, double[][] expected) {
    return new SpaceTimePoissonScan(window, new Replicates(replicates, 1, 1))
        .scan(X, Y, cases, expected, Progress.silent());
  }

  private static double largestByTryingAll(ScanWindow window, int[][] cases, double[][] expected) {
    Places places = Places.of(X, Y);
    double[] perPlace =
        Arrays.stream(expected).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double sum = Arrays.stream(perPlace).sum();
    int all = Arrays.stream(cases).mapToInt(row -> Arrays.stream(row).sum()).sum();
    Circles circles = Circles.of(places, window, perPlace);
    double largest = 0;
    for (int centre = 0; centre < places.size(); centre++) {
      int[] members = circles.members(centre);
      for (int size = 1; size <= members.length; size++) {
        for (int last = 0; last < STEPS; last++) {
          for (int first = Math.max(0, last - window.maxDays() + 1); first <= last; first++) {
            int c = 0;
            double e = 0;
            for (int k = 0; k < size; k++) {
              for (int step = first; step <= last; step++) {
                c += cases[members[k]][step];
                e += expected[members[k]][step] * all / sum;
              }
            }
            boolean tried = window.direction() == Direction.RETROSPECTIVE || last == STEPS - 1;
            largest =
                tried && c >= 2 ? Math.max(largest, LikelihoodRatio.poisson(c, e, all)) : largest;
          }
        }
      }
    }
    return largest;
  }
}
