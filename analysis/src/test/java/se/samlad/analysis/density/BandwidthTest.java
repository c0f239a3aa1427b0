package se.samlad.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.grid.PlanePoints;

class BandwidthTest {

  @Test
  void scottIsWorkedOutByHand() {
    // deviations of 0 0 2 2: root of 4/3 along both axes; n^(-1/6) = 4^(-1/6)
    PlanePoints square = PlanePoints.of(new double[] {0, 0, 2, 2}, new double[] {0, 2, 0, 2});
    assertThat(Bandwidth.scott(square).meters())
        .isCloseTo(Math.sqrt(4.0 / 3) * Math.pow(4, -1.0 / 6), within(1e-12));
    assertThat(Bandwidth.meanNearest(square, 1).meters()).isEqualTo(2);
    assertThat(Bandwidth.meanNearest(square, 3).meters()).isCloseTo(Math.sqrt(8), within(1e-12));
  }

  @Test
  void rulesScaleWithTheTown() {
    PlanePoints events = KernelDensityTest.around(0, 0, 200, 9);
    PlanePoints larger = PlanePoints.of(times(events.xs(), 3), times(events.ys(), 3));
    assertThat(Bandwidth.silverman(larger).meters())
        .isCloseTo(3 * Bandwidth.silverman(events).meters(), within(1e-9));
    assertThat(Bandwidth.normalReference(larger).meters())
        .isCloseTo(3 * Bandwidth.normalReference(events).meters(), within(1e-9));
    assertThat(new BandwidthSearch(larger).diggle().meters())
        .isCloseTo(3 * new BandwidthSearch(events).diggle().meters(), within(1e-6));
    assertThat(new BandwidthSearch(larger).likelihood().meters())
        .isCloseTo(3 * new BandwidthSearch(events).likelihood().meters(), within(1e-6));
    assertThat(new BandwidthSearch(larger).cronieVanLieshout().meters())
        .isCloseTo(3 * new BandwidthSearch(events).cronieVanLieshout().meters(), within(1e-6));
  }

  @Test
  void quarticOfTheSameSpreadReachesRootEightTimesFurther() {
    assertThat(Kernel.QUARTIC.bandwidthLike(100)).isCloseTo(282.84271, within(1e-5));
    assertThat(Kernel.GAUSSIAN.bandwidthLike(100)).isEqualTo(100);
  }

  @Test
  void eventsWithoutSpreadHaveNoRule() {
    PlanePoints same = PlanePoints.of(new double[] {5, 5, 5}, new double[] {7, 7, 7});
    assertThatThrownBy(() -> Bandwidth.scott(same)).isInstanceOf(Bandwidth.NoSpread.class);
    assertThatThrownBy(() -> Bandwidth.meanNearest(same, 1)).isInstanceOf(Bandwidth.NoSpread.class);
    PlanePoints line = PlanePoints.of(new double[] {1, 2, 3, 4}, new double[4]);
    assertThatThrownBy(() -> Bandwidth.silverman(line)).isInstanceOf(Bandwidth.NoSpread.class);
    assertThatThrownBy(() -> new BandwidthSearch(line)).hasMessageContaining("study area");
    assertThat(Bandwidth.meanNearest(line, 1).meters()).isEqualTo(1);
  }

  @Test
  void badInputIsRefusedByName() {
    PlanePoints none = PlanePoints.of(new double[0], new double[0]);
    PlanePoints one = PlanePoints.of(new double[1], new double[1]);
    assertThatThrownBy(() -> Bandwidth.scott(none)).isInstanceOf(PlanePoints.TooFewPoints.class);
    assertThatThrownBy(() -> Bandwidth.scott(one)).isInstanceOf(PlanePoints.TooFewPoints.class);
    assertThatThrownBy(() -> Bandwidth.meanNearest(one, 1))
        .isInstanceOf(PlanePoints.TooFewPoints.class);
    assertThatThrownBy(() -> new BandwidthSearch(none))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bandwidth.chosen(-3)).hasMessageContaining("-3");
    double[] many = new double[10_001];
    Arrays.setAll(many, i -> i);
    assertThatThrownBy(() -> new BandwidthSearch(PlanePoints.of(many, many)))
        .isInstanceOf(PlanePoints.TooManyPoints.class);
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(each -> each * factor).toArray();
  }
}
