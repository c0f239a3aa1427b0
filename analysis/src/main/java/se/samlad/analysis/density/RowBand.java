package se.samlad.analysis.density;

import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.SquareGrid;

/** Adds every event's kernel, relative to its peak, to some rows of a grid. */
final class RowBand {
  private final Kernel kernel;
  private final double bandwidth;
  private final double reach;
  private final SquareGrid grid;
  private final double[] density;
  private final double[] centres;
  private final double[] across;

  RowBand(Kernel kernel, double bandwidth, SquareGrid grid, double[] density) {
    this.kernel = kernel;
    this.bandwidth = bandwidth;
    this.reach = kernel.reach * bandwidth;
    this.grid = grid;
    this.density = density;
    this.centres = new double[grid.columns()];
    this.across = new double[grid.columns()];
    for (int column = 0; column < centres.length; column++) {
      centres[column] = grid.centreX(column);
    }
  }

  void fill(PlanePoints events, double[] weights, int fromRow, int toRow) {
    double cell = grid.cellMeters();
    for (int i = 0; i < events.size(); i++) {
      double x = events.x(i);
      double y = events.y(i);
      int first = clamp(Math.ceil((y - reach - grid.south()) / cell - 0.5), fromRow, toRow);
      int last = clamp(Math.floor((y + reach - grid.south()) / cell - 0.5) + 1, fromRow, toRow);
      if (first < last) {
        if (kernel == Kernel.QUARTIC) {
          quartic(x, y, weights[i], first, last);
        } else {
          gaussian(x, y, weights[i], first, last);
        }
      }
    }
  }

  private static int clamp(double value, int low, int high) {
    return (int) Math.min(high, Math.max(low, value));
  }

  private int firstColumn(double x, double half) {
    return clamp(Math.ceil((x - half - grid.west()) / grid.cellMeters() - 0.5), 0, grid.columns());
  }

  private int endColumn(double x, double half) {
    return clamp(
        Math.floor((x + half - grid.west()) / grid.cellMeters() - 0.5) + 1, 0, grid.columns());
  }

  private void quartic(double x, double y, double weight, int first, int last) {
    double inverse = 1 / (bandwidth * bandwidth);
    for (int row = first; row < last; row++) {
      double dy = grid.centreY(row) - y;
      double half = Math.sqrt(Math.max(0, bandwidth * bandwidth - dy * dy));
      int from = firstColumn(x, half);
      int to = endColumn(x, half);
      addQuartic(row * grid.columns(), from, to, x, 1 - dy * dy * inverse, inverse, weight);
    }
  }

  private void addQuartic(
      int start, int from, int to, double x, double base, double inverse, double weight) {
    for (int column = from; column < to; column++) {
      double dx = centres[column] - x;
      double u = base - dx * dx * inverse;
      density[start + column] += weight * u * u;
    }
  }

  /** The Gaussian is a product: one row of values across, each row of the grid takes it times its own factor. */
  private void gaussian(double x, double y, double weight, int first, int last) {
    int from = firstColumn(x, reach);
    int to = endColumn(x, reach);
    if (from >= to) {
      return;
    }
    double nearest = (x - grid.west()) / grid.cellMeters() - 0.5;
    int middle = clamp(Math.rint(nearest), from, to - 1);
    spread(across, from, to, middle, centres[middle] - x);
    for (int row = first; row < last; row++) {
      double dy = (grid.centreY(row) - y) / bandwidth;
      addRow(row * grid.columns(), from, to, weight * Math.exp(-dy * dy / 2));
    }
  }

  private void addRow(int start, int from, int to, double factor) {
    for (int column = from; column < to; column++) {
      density[start + column] += factor * across[column];
    }
  }

  /** exp(-d^2/2) at equal steps from the middle outward, each by two multiplications from the one before. */
  private void spread(double[] values, int from, int to, int middle, double offset) {
    double d = offset / bandwidth;
    double step = grid.cellMeters() / bandwidth;
    double start = Math.exp(-d * d / 2);
    double bend = Math.exp(-step * step);
    double value = start;
    double ratio = Math.exp(-d * step - step * step / 2);
    for (int column = middle; column < to; column++) {
      values[column] = value;
      value *= ratio;
      ratio *= bend;
    }
    value = start;
    ratio = Math.exp(d * step - step * step / 2);
    for (int column = middle; column >= from; column--) {
      values[column] = value;
      value *= ratio;
      ratio *= bend;
    }
  }
}
