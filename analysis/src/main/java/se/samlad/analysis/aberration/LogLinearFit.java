package se.samlad.analysis.aberration;

/**
 * A log-linear Poisson or quasi-Poisson fit of a level per part of the year and a trend, by iteratively reweighted least
 * squares.
 *
 * <p>Starts at count + 0.1 and stops when the deviance moves by less than 1e-8 of itself, at most 25 steps; weights and
 * standard errors are those of the last step, which is how R's {@code glm} leaves them, so that figures agree to the last
 * digits also where the fit ends early. Source: McCullagh and Nelder 1989, Generalized linear models, chapter 2.
 */
final class LogLinearFit {
  private static final int MAX_STEPS = 25;
  private static final double EPSILON = 1e-8;
  private static final double LEAST_MEAN = Math.ulp(1.0);

  private final FarringtonModel.Data data;
  private final double[] counts;
  private final double[] weights;
  private final double[] means;
  private GroupedLine line;
  private double[] working = {};
  private boolean converged;

  LogLinearFit(FarringtonModel.Data data, boolean trend, double[] weights) {
    this.data = data;
    this.counts = data.counts();
    this.weights = weights;
    means = new double[counts.length];
    double[] link = new double[counts.length];
    for (int i = 0; i < link.length; i++) {
      means[i] = counts[i] + 0.1;
      link[i] = Math.log(means[i]);
    }
    double before = deviance();
    line = step(trend, link);
    for (int steps = 1; ; steps++) {
      predict(link);
      double now = deviance();
      converged = Math.abs(now - before) / (Math.abs(now) + 0.1) < EPSILON;
      if (converged || steps == MAX_STEPS || !Double.isFinite(now)) {
        break;
      }
      before = now;
      line = step(trend, link);
    }
  }

  private GroupedLine step(boolean trend, double[] link) {
    double[] target = new double[counts.length];
    working = new double[counts.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = link[i] + (counts[i] - means[i]) / means[i];
      working[i] = weights[i] * means[i];
    }
    return new GroupedLine(data.period(), data.periods(), data.weeks(), trend, target, working);
  }

  private void predict(double[] link) {
    for (int i = 0; i < link.length; i++) {
      link[i] = line.at(data.period()[i], data.weeks()[i]);
      means[i] = Math.max(Math.exp(link[i]), LEAST_MEAN);
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

  GroupedLine line() {
    return line;
  }

  int freedom() {
    return counts.length - line.rank();
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
      double raw =
          1.5 * (Math.pow(counts[i], 2 / 3.0) * Math.pow(means[i], -1 / 6.0) - Math.sqrt(means[i]));
      residuals[i] = raw / Math.sqrt(dispersion * Math.max(1 - line.leverage(i), 1e-12));
    }
    return residuals;
  }
}
