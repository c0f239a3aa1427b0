package se.samlad.analysis.aberration;

/**
 * Weighted least squares by Householder reflections, columns that add nothing being left out.
 *
 * <p>A column whose remaining length falls below {@link #TOLERANCE} of its own is a combination of those before it; it gets
 * the coefficient 0. Source: Golub and Van Loan, Matrix computations, chapter 5.
 */
final class LeastSquares {
  private static final double TOLERANCE = 1e-11;

  private final double[][] columns;
  private final int[] place;
  private final double[][] triangle;
  private final double[] coefficients;
  private final int rank;

  /** Columns, their target and the root of each row's weight. */
  LeastSquares(double[][] columns, double[] target, double[] rootWeight) {
    this.columns = columns;
    int n = target.length;
    int p = columns.length;
    double[][] rest = new double[p][];
    double[] own = new double[p];
    for (int j = 0; j < p; j++) {
      rest[j] = times(columns[j], rootWeight);
      own[j] = length(rest[j], 0);
    }
    double[] right = times(target, rootWeight);
    place = new int[p];
    triangle = new double[p][p];
    int next = 0;
    for (int j = 0; j < p; j++) {
      place[j] = -1;
      double length = next < n ? length(rest[j], next) : 0;
      if (length <= own[j] * TOLERANCE) {
        continue;
      }
      place[j] = next;
      reflect(rest, right, j, next, length);
      System.arraycopy(rest[j], 0, triangle[j], 0, Math.min(next, p));
      triangle[j][next] = rest[j][next] > 0 ? -length : length;
      next++;
    }
    rank = next;
    coefficients = solve(right);
  }

  /** Turns column j onto its axis and the columns after it, and the target, by the same reflection. */
  private static void reflect(double[][] rest, double[] right, int j, int from, double length) {
    double[] axis = new double[right.length];
    System.arraycopy(rest[j], from, axis, from, right.length - from);
    axis[from] += axis[from] > 0 ? length : -length;
    double square = 0;
    for (int i = from; i < axis.length; i++) {
      square += axis[i] * axis[i];
    }
    for (int k = j + 1; k < rest.length; k++) {
      mirror(rest[k], axis, square, from);
    }
    mirror(right, axis, square, from);
  }

  private static void mirror(double[] values, double[] axis, double square, int from) {
    double along = 0;
    for (int i = from; i < axis.length; i++) {
      along += axis[i] * values[i];
    }
    double factor = 2 * along / square;
    for (int i = from; i < axis.length; i++) {
      values[i] -= factor * axis[i];
    }
  }

  private double[] solve(double[] right) {
    double[] solution = new double[place.length];
    for (int j = place.length - 1; j >= 0; j--) {
      if (place[j] < 0) {
        continue;
      }
      double sum = right[place[j]];
      for (int k = j + 1; k < place.length; k++) {
        sum -= place[k] < 0 ? 0 : triangle[k][place[j]] * solution[k];
      }
      solution[j] = sum / triangle[j][place[j]];
    }
    return solution;
  }

  double[] coefficients() {
    return coefficients;
  }

  boolean uses(int column) {
    return place[column] >= 0;
  }

  int rank() {
    return rank;
  }

  /** x' (X'WX)^-1 x: the variance of the prediction at x when the residual variance is 1. */
  double variance(double[] x) {
    double[] z = new double[rank];
    double sum = 0;
    for (int j = 0; j < place.length; j++) {
      if (place[j] < 0) {
        continue;
      }
      double value = x[j];
      for (int k = 0; k < place[j]; k++) {
        value -= triangle[j][k] * z[k];
      }
      z[place[j]] = value / triangle[j][place[j]];
      sum += z[place[j]] * z[place[j]];
    }
    return sum;
  }

  double[] row(int i) {
    double[] row = new double[columns.length];
    for (int j = 0; j < row.length; j++) {
      row[j] = columns[j][i];
    }
    return row;
  }

  private static double[] times(double[] values, double[] factors) {
    double[] product = new double[values.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = values[i] * factors[i];
    }
    return product;
  }

  private static double length(double[] values, int from) {
    double sum = 0;
    for (int i = from; i < values.length; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum);
  }
}
