package se.samlad.analysis.aberration;

/**
 * A log-linear Poisson or quasi-Poisson fit by iteratively reweighted least squares.
 *
 * <p>Starts at count + 0.1 and stops when the deviance moves by less than 1e-8 of itself, at most 25 steps; weights and
 * standard errors are those of the last step, which is how R's {@code glm} leaves them, so that figures agree to the last
 * digits also where the fit ends early. Source: McCullagh and Nelder 1989, Generalized linear models, chapter 2.
 */
final class LogLinearFit {
  private static final int MAX_STEPS = 25;
  private static final double EPSILON = 1e-8;
  private static final double LEAST_MEAN = Math.ulp(1.0);

  private final double[] counts;
  private final double[] weights;
  private final double[] means;
  private final double[] working;
  private LeastSquares squares;
  private boolean converged;

  LogLinearFit(double[][] columns, double[] counts, double[] weights) {
    this.counts = counts;
    this.weights = weights;
    int n = counts.length;
    means = new double[n];
    working = new double[n];
    double[] link = new double[n];
    for (int i = 0; i < n; i++) {
      means[i] = counts[i] + 0.1;
      link[i] = Math.log(means[i]);
    }
    double before = deviance();
    squares = step(columns, link);
    for (int steps = 1; ; steps++) {
      predict(columns, link);
      double now = deviance();
      converged = Math.abs(now - before) / (Math.abs(now) + 0.1) < EPSILON;
      if (converged || steps == MAX_STEPS || !Double.isFinite(now)) {
        break;
      }
      before = now;
      squares = step(columns, link);
    }
  }

  private LeastSquares step(double[][] columns, double[] link) {
    double[] target = new double[counts.length];
    double[] root = new double[counts.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = link[i] + (counts[i] - means[i]) / means[i];
      root[i] = Math.sqrt(weights[i] * means[i]);
      working[i] = root[i] * root[i];
    }
    return new LeastSquares(columns, target, root);
  }

  private void predict(double[][] columns, double[] link) {
    double[] coefficients = squares.coefficients();
    for (int i = 0; i < link.length; i++) {
      double sum = 0;
      for (int j = 0; j < columns.length; j++) {
        sum += columns[j][i] * coefficients[j];
      }
      link[i] = sum;
      means[i] = Math.max(Math.exp(sum), LEAST_MEAN);
    }
  }

  private double deviance() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double y = counts[i];
      double part = y > 0 ? y * Math.log(y / means[i]) - (y - means[i]) : means[i];
      sum += 2 * weights[i] * part;
    }
    return sum;
  }

  boolean converged() {
    return converged;
  }

  boolean uses(int column) {
    return squares.uses(column);
  }

  double coefficient(int column) {
    return squares.coefficients()[column];
  }

  int freedom() {
    return counts.length - squares.rank();
  }

  /** Logarithm of the mean at x. */
  double link(double[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += x[j] * squares.coefficients()[j];
    }
    return sum;
  }

  /** Variance of that logarithm when the dispersion is 1. */
  double variance(double[] x) {
    return squares.variance(x);
  }

  /** Pearson's dispersion, NaN without a degree of freedom. */
  double dispersion() {
    return dispersion(working);
  }

  /** Squared working residuals under other weights, per degree of freedom. */
  double dispersion(double[] under) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double residual = (counts[i] - means[i]) / means[i];
      sum += under[i] * residual * residual;
    }
    return freedom() > 0 ? sum / freedom() : Double.NaN;
  }

  /** Anscombe's residuals divided by their standard error. */
  double[] anscombeResiduals(double dispersion) {
    double[] residuals = new double[counts.length];
    for (int i = 0; i < residuals.length; i++) {
      double leverage = working[i] * squares.variance(squares.row(i));
      double raw =
          1.5 * (Math.pow(counts[i], 2 / 3.0) * Math.pow(means[i], -1 / 6.0) - Math.sqrt(means[i]));
      residuals[i] = raw / Math.sqrt(dispersion * Math.max(1 - leverage, 1e-12));
    }
    return residuals;
  }
}
