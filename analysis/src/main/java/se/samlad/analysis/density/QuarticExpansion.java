package se.samlad.analysis.density;

import java.util.Arrays;
import java.util.stream.IntStream;
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
  private final int[] covered;
  private final int[] reached;

  // sums of w, w x, w y, w (x^2 + y^2), w x^2, w x y, w y^2, w x (x^2 + y^2), w y (x^2 + y^2), w
  // (x^2 + y^2)^2
  private final double[] m = new double[10];

  QuarticExpansion(SquareGrid grid, CellEvents events, double bandwidth, double[] density) {
    this.grid = grid;
    this.events = events;
    this.cell = grid.cellMeters() / bandwidth;
    this.steps = (int) Math.min(1 / cell + 1, Math.max(grid.columns(), grid.rows()));
    this.density = density;
    this.covered = IntStream.rangeClosed(0, steps).map(this::covered).toArray();
    this.reached = IntStream.rangeClosed(0, steps).map(this::reached).toArray();
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
      int rowsAway = Math.abs(row - at / grid.columns());
      int from = Math.max(0, column - reached[rowsAway]);
      int to = Math.min(grid.columns(), column + reached[rowsAway] + 1);
      int inner = together ? covered[rowsAway] : -1;
      int first = inner < 0 ? to : Math.clamp(column - inner, from, to);
      int end = inner < 0 ? to : Math.clamp(column + inner + 1, from, to);
      double q = (row - at / grid.columns()) * cell;
      int start = row * grid.columns();
      fromMoments(start, first, end, column, q);
      for (int i = events.start(at); i < events.start(at + 1); i++) {
        double dy = q - events.dy[i];
        double base = 1 - dy * dy;
        each(start, from, first, column, base, i);
        each(start, end, to, column, base, i);
      }
    }
  }

  /** Steps along a row so many rows away that lie within the support from anywhere in the cell; -1 if none. */
  private int covered(int rowsAway) {
    double dy = (rowsAway + 0.5) * cell;
    double rest = 1 - dy * dy;
    return rest <= 0 ? -1 : (int) Math.floor(Math.sqrt(rest) / cell - 0.5);
  }

  /** Steps along a row so many rows away that lie within the support from somewhere in the cell; -1 if none. */
  private int reached(int rowsAway) {
    double dy = Math.max(0, rowsAway - 0.5) * cell;
    double rest = 1 - dy * dy;
    return rest <= 0 ? -1 : (int) Math.min(grid.columns(), Math.ceil(Math.sqrt(rest) / cell + 0.5));
  }

  private void each(int start, int from, int to, int column, double base, int event) {
    double weight = events.weight[event];
    double dx = (from - column) * cell - events.dx[event];
    for (int c = from; c < to; c++) {
      double u = Math.max(0, base - dx * dx);
      density[start + c] += weight * u * u;
      dx += cell;
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
    Arrays.fill(m, 0);
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
