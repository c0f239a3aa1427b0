package se.samlad.analysis.season;

import org.jspecify.annotations.Nullable;

/**
 * Locally weighted regression of equally spaced values, of degree 0 or 1, as STL uses it: tricube weights over the
 * nearest {@code window} positions, fitted at every {@code jump}th position with straight lines between. Positions are
 * counted from 1.
 */
final class Loess {

  private final int window;
  private final int degree;
  private final int jump;
  private final double[] weights;

  /** A smoother for series of at most {@code longest} values. */
  Loess(int window, int degree, int jump, int longest) {
    this.window = window;
    this.degree = degree;
    this.jump = jump;
    this.weights = new double[longest];
  }

  /** Smooths the first {@code n} values of {@code y} into {@code fitted} from position {@code offset} on. */
  void smooth(double[] y, int n, double @Nullable [] robustness, double[] fitted, int offset) {
    if (n < 2) {
      fitted[offset] = y[0];
      return;
    }
    int step = Math.min(jump, n - 1);
    int left = 1;
    int right = Math.min(window, n);
    int half = (window + 1) / 2;
    for (int i = 1; i <= n; i += step) {
      if (window < n) {
        left = leftOf(i, n, half, step, left);
        right = left + window - 1;
      }
      fitted[offset + i - 1] = fitOrKeep(y, n, i, left, right, robustness);
    }
    if (step > 1) {
      fillBetween(y, n, step, left, right, robustness, fitted, offset);
    }
  }

  /** Without jumps the window moves on by single steps, with them it is placed afresh. */
  private int leftOf(int i, int n, int half, int step, int left) {
    if (step == 1) {
      return i > half && left + window - 1 != n ? left + 1 : left;
    }
    if (i < half) {
      return 1;
    }
    return i >= n - half + 1 ? n - window + 1 : i - half + 1;
  }

  private void fillBetween(
      double[] y,
      int n,
      int step,
      int left,
      int right,
      double @Nullable [] robustness,
      double[] fitted,
      int offset) {
    int last = (n - 1) / step * step + 1;
    for (int i = 1; i < last; i += step) {
      line(fitted, offset + i - 1, offset + i - 1 + step);
    }
    if (last != n) {
      fitted[offset + n - 1] = fitOrKeep(y, n, n, left, right, robustness);
      line(fitted, offset + last - 1, offset + n - 1);
    }
  }

  private static void line(double[] fitted, int from, int to) {
    double delta = (fitted[to] - fitted[from]) / (to - from);
    for (int j = from + 1; j < to; j++) {
      fitted[j] = fitted[from] + delta * (j - from);
    }
  }

  private double fitOrKeep(
      double[] y, int n, int at, int left, int right, double @Nullable [] robustness) {
    double fit = fit(y, n, at, left, right, robustness);
    return Double.isNaN(fit) ? y[at - 1] : fit;
  }

  /** The fit at a position, which may lie outside the series; NaN when no value has any weight. */
  double fit(double[] y, int n, double at, int left, int right, double @Nullable [] robustness) {
    double reach = Math.max(at - left, right - at);
    if (window > n) {
      reach += (window - n) / 2;
    }
    double total = weigh(at, left, right, reach, robustness);
    if (!(total > 0)) {
      return Double.NaN;
    }
    for (int j = left; j <= right; j++) {
      weights[j - 1] /= total;
    }
    if (reach > 0 && degree > 0) {
      tilt(n, at, left, right);
    }
    double sum = 0;
    for (int j = left; j <= right; j++) {
      sum += weights[j - 1] * y[j - 1];
    }
    return sum;
  }

  private double weigh(
      double at, int left, int right, double reach, double @Nullable [] robustness) {
    double near = 0.001 * reach;
    double far = 0.999 * reach;
    double total = 0;
    for (int j = left; j <= right; j++) {
      double distance = Math.abs(j - at);
      double weight = 0;
      if (distance <= far) {
        weight = distance <= near ? 1 : tricube(distance / reach);
        if (robustness != null) {
          weight *= robustness[j - 1];
        }
        total += weight;
      }
      weights[j - 1] = weight;
    }
    return total;
  }

  /** Turns weights for a local mean into weights for a local line. */
  private void tilt(int n, double at, int left, int right) {
    double centre = 0;
    for (int j = left; j <= right; j++) {
      centre += weights[j - 1] * j;
    }
    double spread = 0;
    for (int j = left; j <= right; j++) {
      spread += weights[j - 1] * (j - centre) * (j - centre);
    }
    if (Math.sqrt(spread) > 0.001 * (n - 1)) {
      double slope = (at - centre) / spread;
      for (int j = left; j <= right; j++) {
        weights[j - 1] *= slope * (j - centre) + 1;
      }
    }
  }

  private static double tricube(double u) {
    double rest = 1 - u * u * u;
    return rest * rest * rest;
  }
}
