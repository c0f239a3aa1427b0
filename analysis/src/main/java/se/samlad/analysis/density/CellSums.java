package se.samlad.analysis.density;

import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.SquareGrid;

/** Kernel sums, relative to the peak, of events moved to the centres of their cells; events outside the grid are left out. */
final class CellSums {
  private final Kernel kernel;
  private final double bandwidth;
  private final SquareGrid grid;
  private final int steps;

  CellSums(Kernel kernel, double bandwidth, SquareGrid grid) {
    this.kernel = kernel;
    this.bandwidth = bandwidth;
    this.grid = grid;
    double reach = Math.floor(kernel.reach * bandwidth / grid.cellMeters());
    this.steps = (int) Math.min(reach, Math.max(grid.columns(), grid.rows()));
  }

  double[] of(PlanePoints events, double[] weights) {
    double[] cells = new double[grid.cells()];
    for (int i = 0; i < events.size(); i++) {
      int cell = grid.cellOf(events.x(i), events.y(i));
      if (cell >= 0) {
        cells[cell] += weights[i];
      }
    }
    return kernel == Kernel.GAUSSIAN ? twice(cells) : stamped(cells);
  }

  /** Smooths along the rows, then along the columns. */
  private double[] twice(double[] cells) {
    double[] factors = new double[steps + 1];
    for (int k = 0; k <= steps; k++) {
      double d = k * grid.cellMeters() / bandwidth;
      factors[k] = kernel.relative(d * d);
    }
    int columns = grid.columns();
    double[] across = new double[cells.length];
    double[] both = new double[cells.length];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < columns; column++) {
        double value = cells[row * columns + column];
        if (value != 0) {
          addAcross(across, row * columns, column, value, factors);
        }
      }
    }
    for (int row = 0; row < grid.rows(); row++) {
      int from = Math.max(0, row - steps);
      int to = Math.min(grid.rows() - 1, row + steps);
      for (int other = from; other <= to; other++) {
        addRow(across, row * columns, both, other * columns, factors[Math.abs(other - row)]);
      }
    }
    return both;
  }

  private void addAcross(double[] to, int start, int column, double value, double[] factors) {
    int first = Math.max(0, column - steps);
    int last = Math.min(grid.columns() - 1, column + steps);
    for (int c = first; c <= last; c++) {
      to[start + c] += value * factors[Math.abs(c - column)];
    }
  }

  private void addRow(double[] from, int start, double[] to, int target, double factor) {
    for (int c = 0; c < grid.columns(); c++) {
      to[target + c] += factor * from[start + c];
    }
  }

  /** Adds the kernel around every cell that holds something. */
  private double[] stamped(double[] cells) {
    int columns = grid.columns();
    double[] sums = new double[cells.length];
    double[][] stamp = new double[steps + 1][];
    for (int k = 0; k <= steps; k++) {
      stamp[k] = stampRow(k);
    }
    for (int cell = 0; cell < cells.length; cell++) {
      if (cells[cell] == 0) {
        continue;
      }
      int row = cell / columns;
      int column = cell % columns;
      for (int r = Math.max(0, row - steps); r <= Math.min(grid.rows() - 1, row + steps); r++) {
        double[] factors = stamp[Math.abs(r - row)];
        int half = (factors.length - 1) / 2;
        int first = Math.max(0, column - half);
        int last = Math.min(columns - 1, column + half);
        addStamp(sums, r * columns, first, last, factors, half - column, cells[cell]);
      }
    }
    return sums;
  }

  private static void addStamp(
      double[] sums, int start, int first, int last, double[] factors, int shift, double value) {
    for (int c = first; c <= last; c++) {
      sums[start + c] += value * factors[c + shift];
    }
  }

  private double[] stampRow(int rowsAway) {
    double cell = grid.cellMeters();
    double dy = rowsAway * cell;
    int half = (int) Math.min(
        grid.columns(), Math.floor(Math.sqrt(Math.max(0, bandwidth * bandwidth - dy * dy)) / cell));
    double[] factors = new double[2 * half + 1];
    for (int k = -half; k <= half; k++) {
      double dx = k * cell;
      factors[half + k] = kernel.relative((dx * dx + dy * dy) / (bandwidth * bandwidth));
    }
    return factors;
  }
}
