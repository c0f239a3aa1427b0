package se.samlad.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.distribution.SeededRandom;

class NearestOtherTest {

  private static PlanePoints strewn(int n, double width, double height, long seed) {
    SeededRandom random = new SeededRandom(seed);
    double[] x = new double[n];
    double[] y = new double[n];
    Arrays.setAll(x, i -> width * random.nextDouble());
    Arrays.setAll(y, i -> height * random.nextDouble());
    return PlanePoints.of(x, y);
  }

  private static double[] bruteForce(PlanePoints points) {
    double[] distances = new double[points.size()];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    for (int i = 0; i < distances.length; i++) {
      for (int j = 0; j < distances.length; j++) {
        if (i != j) {
          double dx = points.x(i) - points.x(j);
          double dy = points.y(i) - points.y(j);
          distances[i] = Math.min(distances[i], Math.sqrt(dx * dx + dy * dy));
        }
      }
    }
    return distances;
  }

  @Test
  void agreesWithLookingAtAllPairs() {
    for (int n : new int[] {2, 3, 7, 50, 1500}) {
      PlanePoints points = strewn(n, 5000, 700, n);
      assertThat(NearestOther.distances(points, 1)).containsExactly(bruteForce(points));
      assertThat(NearestOther.distances(points, 3)).containsExactly(bruteForce(points));
    }
  }

  @Test
  void crowdedLineAndIdenticalPointsAreAnsweredToo() {
    double[] x = new double[900];
    double[] y = new double[900];
    SeededRandom random = new SeededRandom(5);
    Arrays.setAll(x, i -> i < 880 ? random.nextDouble() : 10_000 * random.nextDouble());
    Arrays.setAll(y, i -> i < 880 ? random.nextDouble() : 10_000 * random.nextDouble());
    PlanePoints crowded = PlanePoints.of(x, y);
    assertThat(NearestOther.distances(crowded, 1)).containsExactly(bruteForce(crowded));
    PlanePoints line = PlanePoints.of(x, new double[900]);
    assertThat(NearestOther.distances(line, 1)).containsExactly(bruteForce(line));
    PlanePoints same = PlanePoints.of(new double[9], new double[9]);
    assertThat(NearestOther.distances(same, 1)).containsOnly(0.0);
    assertThatThrownBy(
            () -> NearestOther.distances(PlanePoints.of(new double[1], new double[1]), 1))
        .isInstanceOf(PlanePoints.TooFewPoints.class);
  }
}
