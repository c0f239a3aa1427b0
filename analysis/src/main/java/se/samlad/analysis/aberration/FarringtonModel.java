package se.samlad.analysis.aberration;

import java.util.Arrays;
import java.util.Optional;
import se.samlad.analysis.distribution.StudentT;

/**
 * The model of past years behind both Farrington algorithms: reference weeks, reweighting, trend if justified.
 *
 * @param link logarithm of the mean expected this week
 * @param variance of that logarithm
 * @param dispersion at least 1
 * @param trend its slope per week, NaN without one
 */
record FarringtonModel(double link, double variance, double dispersion, double trend) {

  /**
   * @param weeks reference weeks with data
   * @param counts theirs
   * @param period of each, from 0; the last is that of this week
   * @param periods levels of the season factor, 1 for none
   */
  record Data(int[] weeks, double[] counts, int[] period, int periods) {
    double largest() {
      return Arrays.stream(counts).max().orElse(0);
    }

    /** The period of this week. */
    int last() {
      return periods - 1;
    }

    boolean knowsThisSeason() {
      return Arrays.stream(period).anyMatch(part -> part == last());
    }
  }

  /**
   * @param trend whether to try one
   * @param trendP it is kept if its p value is below
   * @param weightThreshold residuals above are weighted down; infinite for no reweighting
   * @param plainErrors whether standard errors take Pearson's dispersion, at least 1 for the prediction (1996), or the
   *     working residuals under the case weights alone (flexible)
   */
  record Rules(boolean trend, double trendP, double weightThreshold, boolean plainErrors) {}

  private record Weighted(
      LogLinearFit fit, double dispersion, double testDispersion, boolean trend) {}

  /** Empty if the fit does not converge, with nor without a trend, or no week of this season has data. */
  static Optional<FarringtonModel> fit(Data data, int week, Rules rules) {
    if (!data.knowsThisSeason()) {
      return Optional.empty();
    }
    if (rules.trend()) {
      Optional<Weighted> sloped = weighted(data, true, rules);
      if (sloped.isEmpty()) {
        return Optional.empty();
      }
      if (!sloped.get().trend() || justified(sloped.get(), data, week, rules)) {
        return sloped.map(fit -> at(fit, data, week, rules));
      }
    }
    return weighted(data, false, rules).map(fit -> at(fit, data, week, rules));
  }

  private static Optional<Weighted> weighted(Data data, boolean trend, Rules rules) {
    double[] even = new double[data.counts().length];
    Arrays.fill(even, 1);
    LogLinearFit fit = new LogLinearFit(data, trend, even);
    if (!fit.converged()) {
      return trend ? weighted(data, false, rules) : Optional.empty();
    }
    if (rules.weightThreshold() == Double.POSITIVE_INFINITY) {
      double plain = fit.dispersion();
      return Optional.of(new Weighted(fit, Math.max(plain, 1), plain, trend));
    }
    double[] weights =
        weights(fit.anscombeResiduals(Math.max(fit.dispersion(), 1)), rules.weightThreshold());
    LogLinearFit again = new LogLinearFit(data, trend, weights);
    double test = rules.plainErrors() ? again.dispersion() : again.dispersion(weights);
    return Optional.of(new Weighted(again, Math.max(again.dispersion(), 1), test, trend));
  }

  /** Weeks far above their fit count for less, so that a past outbreak does not hide a new one. */
  private static double[] weights(double[] residuals, double threshold) {
    double[] weights = new double[residuals.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = residuals[i] > threshold ? 1 / (residuals[i] * residuals[i]) : 1;
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= weights.length / sum;
    }
    return weights;
  }

  /** A trend must be significant and may not lead above everything seen. */
  private static boolean justified(Weighted sloped, Data data, int week, Rules rules) {
    LogLinearFit fit = sloped.fit();
    GroupedLine line = fit.line();
    if (!line.hasSlope() || fit.freedom() < 1) {
      return false;
    }
    double error = Math.sqrt(sloped.testDispersion() * line.slopeVariance());
    double p = 2 * new StudentT(fit.freedom()).atLeast(Math.abs(line.slope() / error));
    return p < rules.trendP() && Math.exp(line.at(data.last(), week)) <= data.largest();
  }

  private static FarringtonModel at(Weighted fit, Data data, int week, Rules rules) {
    GroupedLine line = fit.fit().line();
    double error = rules.plainErrors() ? fit.dispersion() : fit.testDispersion();
    return new FarringtonModel(
        line.at(data.last(), week),
        error * line.variance(data.last(), week),
        fit.dispersion(),
        fit.trend() ? line.slope() : Double.NaN);
  }
}
