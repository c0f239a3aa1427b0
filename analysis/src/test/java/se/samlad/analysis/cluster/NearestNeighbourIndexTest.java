package se.samlad.analysis.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.samlad.analysis.cluster.RipleyK.Correction;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.Rectangle;

class NearestNeighbourIndexTest {

  private static final Rectangle SQUARE = new Rectangle(0, 0, 100, 100);

  @Test
  void fourPointsInASquareAreWorkedOutByHand() {
    // nearest 50 for each; at random 0.5 / root(4 / 10000) = 25
    NearestNeighbourIndex index = NearestNeighbourIndex.of(
        PlanePoints.of(new double[] {25, 75, 25, 75}, new double[] {25, 25, 75, 75}), SQUARE, 1);
    assertThat(index.index()).isCloseTo(2, within(1e-12));
    assertThat(index.donnelly()).isLessThan(2);
    assertThat(index.z()).isPositive();
  }

  @Test
  void strewnPointsAreNearOneAndGatheredOnesBelow() {
    SeededRandom random = new SeededRandom(4);
    double[] x = new double[400];
    double[] y = new double[400];
    double[] nearX = new double[400];
    double[] nearY = new double[400];
    for (int i = 0; i < 400; i++) {
      x[i] = 100 * random.nextDouble();
      y[i] = 100 * random.nextDouble();
      nearX[i] = 20 + 20 * (i % 4) + random.nextDouble();
      nearY[i] = 50 + random.nextDouble();
    }
    NearestNeighbourIndex strewn = NearestNeighbourIndex.of(PlanePoints.of(x, y), SQUARE, 2);
    assertThat(strewn.donnelly()).isCloseTo(1, within(0.1));
    NearestNeighbourIndex gathered =
        NearestNeighbourIndex.of(PlanePoints.of(nearX, nearY), SQUARE, 2);
    assertThat(gathered.index()).isLessThan(0.1);
    assertThat(gathered.pTwoSided()).isLessThan(1e-6);
  }

  @Test
  void identicalPointsHaveIndexZero() {
    PlanePoints same = PlanePoints.of(new double[] {5, 5, 5}, new double[] {5, 5, 5});
    assertThat(NearestNeighbourIndex.of(same, SQUARE, 1).index()).isZero();
  }

  @Test
  void circleInACornerIsAQuarterInside() {
    assertThat(RipleyK.partInside(SQUARE, 0, 0, 10)).isCloseTo(0.25, within(1e-12));
    assertThat(RipleyK.partInside(SQUARE, 50, 0, 10)).isCloseTo(0.5, within(1e-12));
    assertThat(RipleyK.partInside(SQUARE, 50, 50, 10)).isEqualTo(1);
    // 5 m from one side, radius 10: acos(1/2) = 60 degrees on both hands are outside
    assertThat(RipleyK.partInside(SQUARE, 5, 50, 10)).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void pairIsCountedBeyondItsOwnDistance() {
    PlanePoints pair = PlanePoints.of(new double[] {40, 50}, new double[] {50, 50});
    double[] k =
        RipleyK.of(pair, SQUARE, new double[] {0, 9, 10, 11}, Correction.NONE).k();
    assertThat(k).containsExactly(0, 0, 0, 10_000);
    double[] moved =
        RipleyK.of(pair, SQUARE, new double[] {0, 11}, Correction.TRANSLATION).k();
    assertThat(moved[1]).isCloseTo(10_000.0 * 10_000 / (90 * 100), within(1e-9));
  }

  @Test
  void gatheredPointsHaveAnLAboveTheDistance() {
    SeededRandom random = new SeededRandom(5);
    double[] x = new double[60];
    double[] y = new double[60];
    for (int i = 0; i < 60; i++) {
      x[i] = 30 + 40 * (i % 2) + 2 * random.nextDouble();
      y[i] = 50 + 2 * random.nextDouble();
    }
    double[] l = RipleyK.of(
            PlanePoints.of(x, y), SQUARE, new double[] {5, 10}, Correction.ISOTROPIC)
        .l();
    assertThat(l[0]).isGreaterThan(15);
  }

  @Test
  void badInputIsRefusedByName() {
    PlanePoints none = PlanePoints.of(new double[0], new double[0]);
    PlanePoints one = PlanePoints.of(new double[1], new double[1]);
    PlanePoints line = PlanePoints.of(new double[] {1, 2, 3}, new double[3]);
    PlanePoints outside = PlanePoints.of(new double[] {1, 200}, new double[] {1, 1});
    assertThatThrownBy(() -> NearestNeighbourIndex.of(none))
        .isInstanceOf(PlanePoints.TooFewPoints.class);
    assertThatThrownBy(() -> NearestNeighbourIndex.of(one))
        .isInstanceOf(PlanePoints.TooFewPoints.class);
    assertThatThrownBy(() -> NearestNeighbourIndex.of(line)).isInstanceOf(Rectangle.NoArea.class);
    assertThatThrownBy(() -> NearestNeighbourIndex.of(outside, SQUARE, 1))
        .hasMessageContaining("Point 2");
    PlanePoints two = PlanePoints.of(new double[] {1, 2}, new double[] {1, 2});
    assertThatThrownBy(() -> RipleyK.of(two, SQUARE, new double[] {5, 3}, Correction.NONE))
        .hasMessageContaining("distance 3.0 after 5.0");
    assertThatThrownBy(() -> RipleyK.of(two, SQUARE, new double[] {500}, Correction.NONE))
        .hasMessageContaining("500");
    assertThatThrownBy(() -> RipleyK.of(two, SQUARE, new double[0], Correction.NONE))
        .hasMessageContaining("0 distances");
    assertThatThrownBy(() -> RipleyK.of(
            PlanePoints.of(new double[200_001], new double[200_001]),
            SQUARE,
            new double[] {5},
            Correction.NONE))
        .isInstanceOf(PlanePoints.TooManyPoints.class);
  }
}
