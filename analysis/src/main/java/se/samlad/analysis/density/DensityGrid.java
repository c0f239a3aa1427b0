package se.samlad.analysis.density;

import se.samlad.analysis.grid.SquareGrid;

/**
 * Densities at the centres of the cells, row by row from the south-west.
 *
 * @param n events
 * @param totalWeight sum of their weights, n without weights
 * @param bandwidthMeters of the kernel: support radius of the quartic, standard deviation of the Gaussian
 * @param perSquareKilometre events (or weight) per square kilometre
 */
@SuppressWarnings("ArrayRecordComponent")
public record DensityGrid(
    SquareGrid grid,
    int n,
    double totalWeight,
    Kernel kernel,
    double bandwidthMeters,
    KernelDensity.Placement placement,
    double[] perSquareKilometre) {

  public DensityGrid {
    perSquareKilometre = perSquareKilometre.clone();
  }

  @Override
  public double[] perSquareKilometre() {
    return perSquareKilometre.clone();
  }

  public double at(int column, int row) {
    return perSquareKilometre[row * grid.columns() + column];
  }

  /** The number of events the surface stands for: total weight but for what lies beyond the grid. */
  public double mass() {
    double sum = 0;
    for (double each : perSquareKilometre) {
      sum += each;
    }
    return sum * grid.cellMeters() * grid.cellMeters() / 1e6;
  }
}
