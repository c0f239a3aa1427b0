package se.samlad.analysis.density;

import se.samlad.analysis.grid.SquareGrid;

/**
 * Quartic sums, relative to the peak, from the moments of the events of each cell: within the support the kernel is a
 * polynomial of degree four in the place of the event, so cells that the support of all events of a cell covers take their
 * moments, once for all, and only cells near its edge take every event. Exact but for rounding.
 */
final class QuarticExpansion {
  /** Fewer events of a cell are quicker one by one. */
  private static final int FEWEST = 4;

  private final SquareGrid grid;
  private final CellEvents events;
  private final double cell;
  private final int steps;
  private final double[] density;

  // sums of w, w x, w y, w (x^2 + y^2), w x^2, w x y, w y^2, w x (x^2 + y^2), w y (x^2 + y^2), w
  // (x^2 + y^2)^2
  private final double[] m = new double[10];

  QuarticExpansion(SquareGrid grid, CellEvents events, double bandwidth, double[] density) {
    this.grid = grid;
    this.events = events;
    this.cell = grid.cellMeters() / bandwidth;
    this.steps = (int) Math.min(1 / cell + 1, Math.max(grid.columns(), grid.rows()));
    this.density = density;
  }

  void fill(int fromRow, int toRow) {
    int last = Math.min(grid.rows() - 1, toRow - 1 + steps);
    for (int row = Math.max(0, fromRow - steps); row <= last; row++) {
      for (int column = 0; column < grid.columns(); column++) {
        int at = row * grid.columns() + column;
        int count = events.start(at + 1) - events.start(at);
        if (count > 0) {
          around(
              at,
              count >= FEWEST,
              Math.max(fromRow, row - steps),
              Math.min(toRow, row + steps + 1));
        }
      }
    }
  }

  private void around(int at, boolean together, int fromRow, int toRow) {
    if (together) {
      moments(at);
    }
    int column = at % grid.columns();
    for (int row = fromRow; row < toRow; row++) {
      int q = row - at / grid.columns();
      int inner = together ? covered(Math.abs(q)) : -1;
      int first = column - inner;
      int end = inner < 0 ? first : column + inner + 1;
      int start = row * grid.columns();
      if (inner >= 0) {
        fromMoments(start, Math.max(0, first), Math.min(grid.columns(), end), column, q * cell);
      }
      for (int i = events.start(at); i < events.start(at + 1); i++) {
        double dy = q * cell - events.dy[i];
        double base = 1 - dy * dy;
        if (base > 0) {
          double half = Math.sqrt(base);
          int from = clamp(Math.ceil(column + (events.dx[i] - half) / cell));
          int to = clamp(Math.floor(column + (events.dx[i] + half) / cell) + 1);
          each(start, from, Math.min(to, Math.max(first, 0)), column, base, i);
          each(start, Math.max(from, Math.max(end, 0)), to, column, base, i);
        }
      }
    }
  }

  private int clamp(double column) {
    return (int) Math.max(0, Math.min(grid.columns(), column));
  }

  /** Steps along a row so many rows away that lie within the support from anywhere in the cell; -1 if none. */
  private int covered(int rowsAway) {
    double dy = (rowsAway + 0.5) * cell;
    double rest = 1 - dy * dy;
    return rest <= 0 ? -1 : (int) Math.floor(Math.sqrt(rest) / cell - 0.5);
  }

  private void each(int start, int from, int to, int column, double base, int event) {
    for (int c = from; c < to; c++) {
      double dx = (c - column) * cell - events.dx[event];
      double u = Math.max(0, base - dx * dx);
      density[start + c] += events.weight[event] * u * u;
    }
  }

  private void fromMoments(int start, int from, int to, int column, double q) {
    double constant = 4 * q * q * m[6] - 4 * q * m[8] + m[9];
    double linear = 8 * q * m[5] - 4 * m[7];
    double square = 4 * m[4];
    double middle = 2 * q * m[2] - m[3];
    for (int c = from; c < to; c++) {
      double p = (c - column) * cell;
      double a = 1 - p * p - q * q;
      density[start + c] +=
          a * (a * m[0] + 2 * (2 * p * m[1] + middle)) + constant + p * (linear + p * square);
    }
  }

  private void moments(int at) {
    java.util.Arrays.fill(m, 0);
    for (int i = events.start(at); i < events.start(at + 1); i++) {
      double w = events.weight[i];
      double x = events.dx[i];
      double y = events.dy[i];
      double d = x * x + y * y;
      m[0] += w;
      m[1] += w * x;
      m[2] += w * y;
      m[3] += w * d;
      m[4] += w * x * x;
      m[5] += w * x * y;
      m[6] += w * y * y;
      m[7] += w * x * d;
      m[8] += w * y * d;
      m[9] += w * d * d;
    }
  }
}
