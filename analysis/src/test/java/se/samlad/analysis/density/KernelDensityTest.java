package se.samlad.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.analysis.density.KernelDensity.Placement;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.SquareGrid;

class KernelDensityTest {

  private static final SquareGrid GRID = new SquareGrid(0, 0, 50, 80, 60);

  @Test
  void oneEventIsTheKernelItself() {
    PlanePoints one = PlanePoints.of(new double[] {1025}, new double[] {1025});
    DensityGrid quartic = KernelDensity.quartic(one, 300, GRID);
    assertThat(quartic.at(20, 20)).isCloseTo(3 / (Math.PI * 0.09), within(1e-9));
    assertThat(quartic.at(23, 20)).isCloseTo(3 / (Math.PI * 0.09) * 0.75 * 0.75, within(1e-9));
    assertThat(quartic.at(26, 20)).isZero();
    DensityGrid gaussian = KernelDensity.gaussian(one, 100, GRID);
    assertThat(gaussian.at(22, 20)).isCloseTo(Math.exp(-0.5) / (2 * Math.PI * 0.01), within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void massIsTheNumberOfEvents(Kernel kernel) {
    PlanePoints events = around(2000, 1500, 40, 3);
    double[] weights = KernelDensity.ones(40);
    weights[7] = 5;
    for (Placement placement : Placement.values()) {
      DensityGrid grid = new KernelDensity(kernel, 130, placement, 1).on(GRID, events, weights);
      assertThat(grid.mass()).isCloseTo(44, within(0.3));
      assertThat(grid.totalWeight()).isEqualTo(44);
    }
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void surfaceAtTheCentresAgreesWithSumsAtThosePlaces(Kernel kernel) {
    PlanePoints events = around(1800, 1400, 200, 4);
    double[] weights = new double[200];
    Arrays.setAll(weights, i -> 1 + i % 4);
    KernelDensity density = new KernelDensity(kernel, 230, Placement.EXACT, 2);
    double[] x = new double[GRID.cells()];
    double[] y = new double[GRID.cells()];
    for (int cell = 0; cell < x.length; cell++) {
      x[cell] = GRID.centreX(cell % GRID.columns());
      y[cell] = GRID.centreY(cell / GRID.columns());
    }
    assertThat(density.at(PlanePoints.of(x, y), events, weights))
        .containsExactly(density.on(GRID, events, weights).perSquareKilometre(), within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void eventsAtCentresGiveTheSameInCells(Kernel kernel) {
    double[] x = {1025, 1075, 1025, 3975, 25};
    double[] y = {1025, 1025, 2975, 25, 25};
    PlanePoints events = PlanePoints.of(x, y);
    double[] ones = KernelDensity.ones(5);
    double[] exact = new KernelDensity(kernel, 200, Placement.EXACT, 1)
        .on(GRID, events, ones)
        .perSquareKilometre();
    assertThat(new KernelDensity(kernel, 200, Placement.IN_CELLS, 1)
            .on(GRID, events, ones)
            .perSquareKilometre())
        .containsExactly(exact, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void expandedErrsByLessThanAMillionthOfEachPeak(Kernel kernel) {
    PlanePoints events = around(1900, 1500, 6000, 6);
    double[] weights = new double[6000];
    Arrays.setAll(weights, i -> 0.5 + i % 3);
    double total = Arrays.stream(weights).sum();
    for (double bandwidth : new double[] {90, 230, 700}) {
      double[] exact = new KernelDensity(kernel, bandwidth, Placement.EXACT, 1)
          .on(GRID, events, weights)
          .perSquareKilometre();
      double[] expanded = new KernelDensity(kernel, bandwidth, Placement.EXPANDED, 1)
          .on(GRID, events, weights)
          .perSquareKilometre();
      double peaks = total * kernel.peak(bandwidth) * 1e6;
      double bound = (kernel == Kernel.QUARTIC ? 1e-14 : 1e-6) * peaks;
      assertThat(expanded).containsExactly(exact, within(bound));
      assertThat(new KernelDensity(kernel, bandwidth, Placement.EXPANDED, 3)
              .on(GRID, events, weights)
              .perSquareKilometre())
          .containsExactly(expanded);
    }
  }

  @Test
  void orderGrowsWithTheCellAndEndsWhereCellsAreTooWide() {
    assertThat(GaussianExpansion.order(0.01)).isLessThan(GaussianExpansion.order(0.1));
    assertThat(GaussianExpansion.order(0.1)).isLessThan(GaussianExpansion.order(0.4));
    assertThat(GaussianExpansion.order(2)).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void placingInCellsErrsByLessThanATenthOfThePeak(Kernel kernel) {
    PlanePoints events = around(1900, 1500, 800, 5);
    double[] ones = KernelDensity.ones(800);
    double[] exact = new KernelDensity(kernel, 150, Placement.EXACT, 1)
        .on(GRID, events, ones)
        .perSquareKilometre();
    double[] cells = new KernelDensity(kernel, 150, Placement.IN_CELLS, 1)
        .on(GRID, events, ones)
        .perSquareKilometre();
    double peak = Arrays.stream(exact).max().orElseThrow();
    assertThat(cells).containsExactly(exact, within(peak / 10));
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void numberOfThreadsDoesNotChangeADigit(Kernel kernel) {
    PlanePoints events = around(1900, 1500, 500, 6);
    double[] ones = KernelDensity.ones(500);
    double[] one = new KernelDensity(kernel, 170, Placement.EXACT, 1)
        .on(GRID, events, ones)
        .perSquareKilometre();
    assertThat(new KernelDensity(kernel, 170, Placement.EXACT, 3)
            .on(GRID, events, ones)
            .perSquareKilometre())
        .containsExactly(one);
  }

  @Test
  void movingAllEventsMovesTheSurfaceAlike() {
    PlanePoints events = around(1900, 1500, 50, 7);
    double[] x = Arrays.stream(events.xs()).map(each -> each + 100_000).toArray();
    PlanePoints moved = PlanePoints.of(x, events.ys());
    SquareGrid there = new SquareGrid(100_000, 0, 50, 80, 60);
    assertThat(KernelDensity.quartic(moved, 300, there).perSquareKilometre())
        .containsExactly(
            KernelDensity.quartic(events, 300, GRID).perSquareKilometre(), within(1e-7));
  }

  @Test
  void leavingOneOutTakesItsOwnPeakAway() {
    PlanePoints events = around(1900, 1500, 30, 8);
    double[] ones = KernelDensity.ones(30);
    KernelDensity density = new KernelDensity(Kernel.GAUSSIAN, 200, Placement.EXACT, 1);
    double[] with = density.at(events, events, ones);
    double[] without = density.leaveOneOut(events, ones);
    double peak = 1e6 / (2 * Math.PI * 200 * 200);
    for (int i = 0; i < 30; i++) {
      assertThat(with[i] - without[i]).isCloseTo(peak, within(1e-9));
    }
  }

  @Test
  void noEventIsZeroEverywhere() {
    PlanePoints none = PlanePoints.of(new double[0], new double[0]);
    assertThat(KernelDensity.quartic(none, 300, GRID).perSquareKilometre()).containsOnly(0.0);
    KernelDensity density = new KernelDensity(Kernel.QUARTIC, 300, Placement.EXACT, 1);
    assertThat(density.at(around(1, 1, 2, 1), none, new double[0])).containsOnly(0.0);
  }

  @Test
  void eventOutsideTheGridCountsAsFarAsItReaches() {
    PlanePoints outside = PlanePoints.of(new double[] {-100, 1e7}, new double[] {25, 0});
    DensityGrid grid = KernelDensity.quartic(outside, 300, GRID);
    assertThat(grid.at(0, 0)).isPositive();
    assertThat(grid.at(5, 0)).isZero();
  }

  @Test
  void badInputIsRefusedWithItsValue() {
    PlanePoints two = around(1, 1, 2, 1);
    assertThatThrownBy(() -> KernelDensity.quartic(two, 0, GRID)).hasMessageContaining("0.0 m");
    assertThatThrownBy(() -> KernelDensity.quartic(two, Double.NaN, GRID))
        .hasMessageContaining("NaN");
    KernelDensity density = new KernelDensity(Kernel.QUARTIC, 300, Placement.EXACT, 1);
    assertThatThrownBy(() -> density.on(GRID, two, new double[] {1, -1}))
        .hasMessageContaining("Event 2 has the weight -1.0");
    assertThatThrownBy(() -> density.on(GRID, two, new double[] {1}))
        .hasMessageContaining("1 weights for 2 events");
  }

  static PlanePoints around(double x, double y, int n, long seed) {
    SeededRandom random = new SeededRandom(seed);
    double[] xs = new double[n];
    double[] ys = new double[n];
    for (int i = 0; i < n; i++) {
      xs[i] = x + 250 * random.nextNormal();
      ys[i] = y + 250 * random.nextNormal();
    }
    return PlanePoints.of(xs, ys);
  }
}
