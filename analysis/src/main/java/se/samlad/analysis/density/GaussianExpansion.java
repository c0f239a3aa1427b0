package se.samlad.analysis.density;

import se.samlad.analysis.grid.SquareGrid;

/**
 * Gaussian sums, relative to the peak, from the moments of the events of each cell about its centre.
 *
 * <p>A Gaussian moved by e is the series of Hermite polynomials He_a(t) e^a / a! times the Gaussian that was not moved, so
 * the events of a cell enter through their moments alone; those are smoothed along the rows, then along the columns. The
 * order is the least for which what is left out is below half a millionth of an event's peak everywhere, by Cramér's bound
 * |He_a(t)| exp(-t^2/4) at most 1.0865 times the root of a!; the tail beyond the reach is below the other half. Source:
 * Greengard and Strain 1991, SIAM J Sci Stat Comput 12:79-94.
 */
final class GaussianExpansion {
  /** A Gaussian beyond is below half a millionth of its peak. */
  private static final double REACH = 5.4;

  private static final double LEFT_OUT = 5e-7;
  private static final double CRAMER = 1.0865 * 1.0865;
  private static final int HIGHEST_ORDER = 14;
  private static final int SERIES_END = 60;

  /** Numbers kept between the two passes. */
  private static final long MOST_KEPT = 40_000_000;

  private final SquareGrid grid;
  private final CellEvents events;
  private final int order;
  private final int steps;

  /** He_a(t) exp(-t^2/2) / sqrt(a!) at every step from -steps to steps, for each a. */
  private final double[][] factors;

  private final double[][] across;

  GaussianExpansion(SquareGrid grid, CellEvents events, double bandwidth) {
    this.grid = grid;
    this.events = events;
    double cell = grid.cellMeters() / bandwidth;
    this.order = order(cell / 2);
    this.steps = steps(cell);
    this.factors = new double[order + 1][2 * steps + 1];
    for (int k = -steps; k <= steps; k++) {
      fill(k, k * cell);
    }
    this.across = new double[order + 1][grid.cells()];
  }

  /** The least order that keeps the bound for events up to so many bandwidths from a centre along each axis; -1 if none. */
  static int order(double offset) {
    double rest = 0;
    int order = -1;
    for (int n = SERIES_END; n > 0; n--) {
      rest += CRAMER * Math.pow(offset, n) * sumOfRoots(n);
      if (rest > LEFT_OUT) {
        break;
      }
      order = n - 1;
    }
    return order <= HIGHEST_ORDER ? order : -1;
  }

  /** Of 1 / sqrt(a! b!) over a + b = n. */
  private static double sumOfRoots(int n) {
    double sum = 0;
    double root = 1;
    for (int a = 0; a <= n; a++) {
      sum += root;
      root *= Math.sqrt((n - a) / (a + 1.0));
    }
    double factorial = 1;
    for (int i = 2; i <= n; i++) {
      factorial *= i;
    }
    return sum / Math.sqrt(factorial);
  }

  private static int steps(double cell) {
    return (int) Math.ceil((REACH + cell / 2) / cell);
  }

  /** Multiplications this would take; infinite where it cannot hold the bound or the numbers. */
  static double cost(SquareGrid grid, CellEvents events, double bandwidth) {
    double cell = grid.cellMeters() / bandwidth;
    int order = order(cell / 2);
    if (order < 0 || (order + 1L) * grid.cells() > MOST_KEPT) {
      return Double.POSITIVE_INFINITY;
    }
    double terms = (order + 1) * (order + 2) / 2.0;
    double taps = 2.0 * steps(cell) + 1;
    return terms * (2.0 * events.dx.length + events.occupied() * Math.min(taps, grid.columns()))
        + (order + 1.0) * grid.cells() * Math.min(taps, grid.rows());
  }

  private void fill(int k, double t) {
    double before = 0;
    double value = Math.exp(-t * t / 2);
    for (int a = 0; a <= order; a++) {
      factors[a][steps + k] = value;
      double next = (t * value - Math.sqrt(a) * before) / Math.sqrt(a + 1);
      before = value;
      value = next;
    }
  }

  /** Spreads the events of some rows along these rows. */
  void alongRows(int from, int to) {
    double[][] moments = new double[order + 1][order + 1];
    for (int row = from; row < to; row++) {
      for (int column = 0; column < grid.columns(); column++) {
        int cell = row * grid.columns() + column;
        if (events.start(cell) < events.start(cell + 1)) {
          moments(cell, moments);
          spread(row * grid.columns(), column, moments);
        }
      }
    }
  }

  /** Sums of w dx^a dy^b / sqrt(a! b!), by b, then a. */
  private void moments(int cell, double[][] moments) {
    for (double[] each : moments) {
      java.util.Arrays.fill(each, 0);
    }
    for (int i = events.start(cell); i < events.start(cell + 1); i++) {
      double powerY = events.weight[i];
      for (int b = 0; b <= order; b++) {
        double power = powerY;
        for (int a = 0; a <= order - b; a++) {
          moments[b][a] += power;
          power *= events.dx[i] / Math.sqrt(a + 1);
        }
        powerY *= events.dy[i] / Math.sqrt(b + 1);
      }
    }
  }

  private void spread(int start, int column, double[][] moments) {
    int first = Math.max(0, column - steps);
    int end = Math.min(grid.columns(), column + steps + 1);
    for (int b = 0; b <= order; b++) {
      for (int a = 0; a <= order - b; a++) {
        add(across[b], start, first, end, factors[a], steps - column, moments[b][a]);
      }
    }
  }

  private static void add(
      double[] to, int start, int first, int end, double[] factors, int shift, double moment) {
    for (int column = first; column < end; column++) {
      to[start + column] += moment * factors[column + shift];
    }
  }

  /** Fills some rows of the density from what was spread along all rows. */
  void alongColumns(double[] density, int from, int to) {
    for (int row = from; row < to; row++) {
      int last = Math.min(grid.rows() - 1, row + steps);
      for (int source = Math.max(0, row - steps); source <= last; source++) {
        for (int b = 0; b <= order; b++) {
          addRow(
              across[b],
              source * grid.columns(),
              density,
              row * grid.columns(),
              factors[b][steps + row - source]);
        }
      }
    }
  }

  private void addRow(double[] source, int at, double[] to, int target, double factor) {
    for (int column = 0; column < grid.columns(); column++) {
      to[target + column] += factor * source[at + column];
    }
  }
}
