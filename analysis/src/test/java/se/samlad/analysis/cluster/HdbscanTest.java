package se.samlad.analysis.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.grid.KdTree;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.ReachabilityTree;

class HdbscanTest {

  @Test
  void twoHeapsOfDifferentDensityAreTwoClusters() {
    double[] x = {0, 1, 2, 0, 1, 2, 100, 110, 120, 100, 110, 120, 60};
    double[] y = {0, 0, 0, 1, 1, 1, 0, 0, 0, 10, 10, 10, 300};
    Hdbscan.Result result = Hdbscan.of(PlanePoints.of(x, y), 3);
    assertThat(result.labels()).containsExactly(1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 0);
    assertThat(result.outlierScore()[12]).isGreaterThan(0.9);
    assertThat(result.membership()[12]).isZero();
    assertThat(result.stabilities()[0]).isGreaterThan(result.stabilities()[1]);
    assertThat(result.places().get(0).count()).isEqualTo(6);
  }

  @Test
  void stabilityIsWorkedOutByHand() {
    // 0 1 2 and 10 11 12 with two as the least: all edges of a heap weigh 1, the bridge 8. Each
    // heap arises at 1/8 and its
    // three points leave at 1/1.
    double[] x = {0, 1, 2, 10, 11, 12};
    Hdbscan.Result result = Hdbscan.of(PlanePoints.of(x, new double[6]), 2);
    assertThat(result.labels()).containsExactly(1, 1, 1, 2, 2, 2);
    assertThat(result.stabilities()[0]).isCloseTo(3 * (1 - 1.0 / 8), within(1e-12));
    assertThat(result.treeWeight()).isCloseTo(12, within(1e-12));
  }

  @Test
  void orderOfThePointsDoesNotMatterEvenWithTies() {
    PlanePoints points = DbscanTest.town(600, 3);
    int[] order = new int[600];
    Arrays.setAll(order, i -> i);
    new SeededRandom(8).shuffle(order);
    int[] labels = Hdbscan.of(points, 6).labels();
    int[] shuffled = Hdbscan.of(points.at(order), 6).labels();
    for (int i = 0; i < 600; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(shuffled[i] == shuffled[j]).isEqualTo(labels[order[i]] == labels[order[j]]);
      }
    }
  }

  @Test
  void treeIsAsLightAsThatOfAllPairs() {
    PlanePoints points = DbscanTest.town(300, 4);
    for (int k : new int[] {1, 4, 9}) {
      KdTree tree = new KdTree(points);
      double[] core = tree.distancesToNearest(k, 1);
      assertThat(ReachabilityTree.of(tree, core).totalWeight())
          .isCloseTo(weightByAllPairs(points, core), within(1e-6));
    }
  }

  @Test
  void identicalPointsBesideOthersAreOneDenseCluster() {
    double[] x = new double[30];
    double[] y = new double[30];
    for (int i = 10; i < 20; i++) {
      x[i] = 500 + 3 * i;
    }
    for (int i = 20; i < 30; i++) {
      y[i] = 9000 * (i - 18);
    }
    Hdbscan.Result result = Hdbscan.of(PlanePoints.of(x, y), 5);
    assertThat(Arrays.stream(result.labels()).limit(10)).containsOnly(1);
    assertThat(Arrays.stream(result.stabilities()).allMatch(Double::isFinite)).isTrue();
  }

  @Test
  void tooFewOrIdenticalPointsAreNoise() {
    PlanePoints none = PlanePoints.of(new double[0], new double[0]);
    PlanePoints two = PlanePoints.of(new double[] {0, 1}, new double[2]);
    PlanePoints same = PlanePoints.of(new double[200], new double[200]);
    assertThat(Hdbscan.of(none, 5).clusters()).isZero();
    assertThat(Hdbscan.of(two, 5).noise()).isEqualTo(2);
    assertThat(Hdbscan.of(two, 2).noise()).isEqualTo(2);
    assertThat(Hdbscan.of(same, 5).noise()).isEqualTo(200);
  }

  @Test
  void evenLineNeverSplits() {
    double[] x = new double[100];
    Arrays.setAll(x, i -> 10.0 * i);
    assertThat(Hdbscan.of(PlanePoints.of(x, new double[100]), 4).clusters()).isZero();
  }

  @Test
  void badInputIsRefusedWithItsValue() {
    PlanePoints two = PlanePoints.of(new double[] {0, 1}, new double[2]);
    assertThatThrownBy(() -> Hdbscan.of(two, 1)).hasMessageContaining("minPts 1");
    PlanePoints many = PlanePoints.of(new double[1_000_001], new double[1_000_001]);
    assertThatThrownBy(() -> Hdbscan.of(many, 5)).isInstanceOf(PlanePoints.TooManyPoints.class);
  }

  /** Prim's way, looking at every pair. */
  private static double weightByAllPairs(PlanePoints points, double[] core) {
    int n = points.size();
    double[] nearest = new double[n];
    boolean[] in = new boolean[n];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    nearest[0] = 0;
    double sum = 0;
    for (int step = 0; step < n; step++) {
      int next = -1;
      for (int i = 0; i < n; i++) {
        next = !in[i] && (next < 0 || nearest[i] < nearest[next]) ? i : next;
      }
      in[next] = true;
      sum += nearest[next];
      for (int i = 0; i < n; i++) {
        double distance = Math.hypot(points.x(i) - points.x(next), points.y(i) - points.y(next));
        nearest[i] = Math.min(nearest[i], Math.max(distance, Math.max(core[i], core[next])));
      }
    }
    return sum;
  }
}
