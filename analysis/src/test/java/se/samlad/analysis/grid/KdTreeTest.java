package se.samlad.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.distribution.SeededRandom;

class KdTreeTest {

  @Test
  void agreesWithLookingAtAllPoints() {
    PlanePoints points = gathered(700, 1);
    Nearest nearest = new KdTree(points).nearest(5, 2);
    for (int i = 0; i < points.size(); i++) {
      double[] all = distancesFrom(points, i);
      for (int j = 1; j <= 5; j++) {
        assertThat(nearest.distance(i, j)).isCloseTo(all[j], within(1e-12));
        int which = nearest.neighbour(i, j);
        assertThat(which).isNotEqualTo(i);
        assertThat(Math.hypot(points.x(i) - points.x(which), points.y(i) - points.y(which)))
            .isCloseTo(all[j], within(1e-12));
      }
    }
  }

  @Test
  void numberOfThreadsDoesNotMatter() {
    KdTree tree = new KdTree(gathered(20_000, 2));
    assertThat(tree.distancesToNearest(3, 4)).containsExactly(tree.distancesToNearest(3, 1));
  }

  @Test
  void equalDistancesGoToThePointThatComesFirst() {
    PlanePoints cross =
        PlanePoints.of(new double[] {0, 1, -1, 0, 0}, new double[] {0, 0, 0, 1, -1});
    Nearest nearest = new KdTree(cross).nearest(2, 1);
    assertThat(nearest.neighbour(0, 1)).isEqualTo(1);
    assertThat(nearest.neighbour(0, 2)).isEqualTo(2);
  }

  @Test
  void identicalAndCollinearPointsAreFine() {
    PlanePoints same = PlanePoints.of(new double[1000], new double[1000]);
    assertThat(new KdTree(same).distancesToNearest(9, 1)).containsOnly(0.0);
    double[] line = new double[500];
    Arrays.setAll(line, i -> 3.0 * i);
    assertThat(new KdTree(PlanePoints.of(line, new double[500])).distancesToNearest(1, 1))
        .containsOnly(3.0);
  }

  @Test
  void tooFewPointsAreRefused() {
    KdTree one = new KdTree(PlanePoints.of(new double[1], new double[1]));
    assertThatThrownBy(() -> one.nearest(1, 1)).hasMessageContaining("1 nearest of 1 points");
    KdTree none = new KdTree(PlanePoints.of(new double[0], new double[0]));
    assertThatThrownBy(() -> none.nearest(1, 1)).hasMessageContaining("of 0 points");
  }

  @Test
  void badPointsAreRefusedWithTheirNumber() {
    assertThatThrownBy(() -> PlanePoints.of(new double[] {1, Double.NaN}, new double[2]))
        .hasMessageContaining("Point 2");
    assertThatThrownBy(() -> PlanePoints.of(new double[2], new double[3]))
        .hasMessageContaining("2 eastings but 3 northings");
    double[] tenMillion = new double[10_000_000];
    assertThatThrownBy(() -> PlanePoints.of(tenMillion, tenMillion))
        .isInstanceOf(PlanePoints.TooManyPoints.class)
        .hasMessageContaining("at most 5000000");
  }

  private static double[] distancesFrom(PlanePoints points, int from) {
    double[] distances = new double[points.size()];
    Arrays.setAll(
        distances, i -> Math.hypot(points.x(i) - points.x(from), points.y(i) - points.y(from)));
    Arrays.sort(distances);
    return distances;
  }

  /** Points round a few places, some of them at the same spot. */
  static PlanePoints gathered(int n, long seed) {
    SeededRandom random = new SeededRandom(seed);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double spread = i % 3 == 0 ? 2000 : 60;
      x[i] = Math.rint(600_000 + 1000 * (i % 7) + spread * random.nextNormal());
      y[i] = Math.rint(6_600_000 + 700 * (i % 4) + spread * random.nextNormal());
    }
    return PlanePoints.of(x, y);
  }
}
