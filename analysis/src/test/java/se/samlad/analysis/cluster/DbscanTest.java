package se.samlad.analysis.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.grid.PlanePoints;

class DbscanTest {

  @Test
  void pointItselfCountsAndTheDistanceIsClosed() {
    PlanePoints line = PlanePoints.of(new double[] {0, 10, 20, 100}, new double[4]);
    Dbscan.Result three = Dbscan.of(line, 10, 3);
    assertThat(three.core()).containsExactly(false, true, false, false);
    assertThat(three.labels()).containsExactly(1, 1, 1, 0);
    assertThat(Dbscan.of(line, 9.999, 2).clusters()).isZero();
    assertThat(Dbscan.of(line, 10, 1).clusters()).isEqualTo(2);
  }

  @Test
  void borderPointGoesToItsNearestCorePoint() {
    // two heaps of five 15 m apart, and one point between them nearer the second
    double[] x = {0, 1, 0, 1, 0.5, 16, 17, 16, 17, 16.5, 8.7};
    double[] y = {0, 0, 1, 1, 0.5, 0, 0, 1, 1, 0.5, 0};
    Dbscan.Result result = Dbscan.of(PlanePoints.of(x, y), 7.75, 5);
    assertThat(result.labels()).containsExactly(1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2);
    assertThat(result.core()[10]).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"30, 4, 1", "75, 8, 2", "200, 20, 3", "5, 2, 4", "3000, 3, 5"})
  void agreesWithTheDefinition(double eps, int minPts, long seed) {
    PlanePoints points = town(500, seed);
    Dbscan.Result result = new Dbscan(eps, minPts, 2).cluster(points);
    boolean[] core = new boolean[500];
    for (int i = 0; i < 500; i++) {
      int near = 0;
      for (int j = 0; j < 500; j++) {
        near += square(points, i, j) <= eps * eps ? 1 : 0;
      }
      core[i] = near >= minPts;
    }
    assertThat(result.core()).containsExactly(core);
    int[] labels = result.labels();
    for (int i = 0; i < 500; i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < 500; j++) {
        if (core[j] && square(points, i, j) <= eps * eps) {
          nearest = Math.min(nearest, square(points, i, j));
          if (core[i]) {
            assertThat(labels[j]).isEqualTo(labels[i]);
          }
        }
      }
      assertThat(labels[i] == 0).isEqualTo(nearest == Double.POSITIVE_INFINITY);
    }
    assertThat(result.clusters()).isEqualTo(Arrays.stream(labels).max().orElse(0));
  }

  @Test
  void pairsJustOutOfReachAreNotJoined() {
    PlanePoints points = PlanePoints.of(new double[] {0, 0.5, 6.5, 7, 1e7}, new double[5]);
    assertThat(Dbscan.of(points, 5.999, 2).labels()).containsExactly(1, 1, 2, 2, 0);
    assertThat(Dbscan.of(points, 6, 2).labels()).containsExactly(1, 1, 1, 1, 0);
  }

  @Test
  void movingAndTurningTheTownMovesItsPlaces() {
    PlanePoints points = town(400, 7);
    double[] turnedX = Arrays.stream(points.ys()).map(y -> 5000 - y).toArray();
    double[] turnedY = Arrays.stream(points.xs()).map(x -> x + 250).toArray();
    assertThat(Dbscan.of(PlanePoints.of(turnedX, turnedY), 80, 6).labels())
        .containsExactly(Dbscan.of(points, 80, 6).labels());
  }

  @Test
  void placesHaveTheirHullAndTheLargestComesFirst() {
    double[] x = {0, 1, 50, 52, 50, 52, 51};
    double[] y = {0, 0, 50, 50, 52, 52, 51};
    Dbscan.Result result = Dbscan.of(PlanePoints.of(x, y), 5, 2);
    HotPlace first = result.places().get(0);
    assertThat(first.count()).isEqualTo(5);
    assertThat(first.hull().getArea()).isCloseTo(4, within(1e-12));
    assertThat(first.centreX()).isCloseTo(51, within(1e-12));
    assertThat(result.places().get(1).hull().getGeometryType()).isEqualTo("LineString");
  }

  @Test
  void noPointHasNoClusterAndIdenticalPointsAreOne() {
    assertThat(Dbscan.of(PlanePoints.of(new double[0], new double[0]), 10, 5).clusters())
        .isZero();
    PlanePoints one = PlanePoints.of(new double[1], new double[1]);
    assertThat(Dbscan.of(one, 10, 5).noise()).isEqualTo(1);
    assertThat(Dbscan.of(one, 10, 1).clusters()).isEqualTo(1);
    PlanePoints same = PlanePoints.of(new double[10_000], new double[10_000]);
    Dbscan.Result result = Dbscan.of(same, 10, 5);
    assertThat(result.labels()).containsOnly(1);
    assertThat(result.places().get(0).hull().getGeometryType()).isEqualTo("Point");
  }

  @Test
  void badInputIsRefusedWithItsValue() {
    PlanePoints two = PlanePoints.of(new double[] {0, 1e12}, new double[] {0, 1e12});
    assertThatThrownBy(() -> Dbscan.of(two, 0, 5)).hasMessageContaining("eps of 0.0 m");
    assertThatThrownBy(() -> Dbscan.of(two, Double.NaN, 5)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Dbscan.of(two, 10, 0)).hasMessageContaining("minPts 0");
    assertThatThrownBy(() -> Dbscan.of(two, 1, 5)).hasMessageContaining("too small");
  }

  private static double square(PlanePoints points, int i, int j) {
    double dx = points.x(i) - points.x(j);
    double dy = points.y(i) - points.y(j);
    return dx * dx + dy * dy;
  }

  /** Streets and squares: integer metres, some places twice. */
  static PlanePoints town(int n, long seed) {
    SeededRandom random = new SeededRandom(seed);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      boolean centre = random.nextDouble() < 0.6;
      x[i] = Math.rint(centre ? 800 + 70 * random.nextNormal() : 2000 * random.nextDouble());
      y[i] = Math.rint(centre ? 900 + 90 * random.nextNormal() : 1500 * random.nextDouble());
    }
    return PlanePoints.of(x, y);
  }
}
