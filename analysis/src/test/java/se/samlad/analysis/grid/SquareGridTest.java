package se.samlad.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SquareGridTest {

  private final SquareGrid grid = new SquareGrid(100, 200, 50, 4, 3);

  @Test
  void pointOnAnEdgeBelongsNorthAndEastOfIt() {
    assertThat(grid.cellOf(100, 200)).isZero();
    assertThat(grid.cellOf(150, 200)).isEqualTo(1);
    assertThat(grid.cellOf(149.9, 250)).isEqualTo(4);
    assertThat(grid.cellOf(300, 200)).isEqualTo(-1);
    assertThat(grid.cellOf(99, 200)).isEqualTo(-1);
  }

  @Test
  void gridAroundPointsLiesOnWholeMultiplesOfItsCells() {
    PlanePoints points = PlanePoints.of(new double[] {507_026, 507_999}, new double[] {10, 260});
    SquareGrid around = SquareGrid.around(points, 250, 100);
    assertThat(around.west()).isEqualTo(506_750);
    assertThat(around.south()).isEqualTo(-250);
    assertThat(around.counts(points)).containsOnly(0, 1);
    assertThat(around.counts(points)[around.cellOf(507_026, 10)]).isEqualTo(1);
  }

  @Test
  void impossibleGridsAreRefused() {
    assertThatThrownBy(() -> new SquareGrid(0, 0, 0, 1, 1)).hasMessageContaining("0.0 m");
    assertThatThrownBy(() -> new SquareGrid(0, 0, 1, 100_000, 100_000))
        .hasMessageContaining("25000000");
    PlanePoints far = PlanePoints.of(new double[] {0, 1e9}, new double[] {0, 1e9});
    assertThatThrownBy(() -> SquareGrid.around(far, 50, 0)).hasMessageContaining("larger cells");
  }
}
