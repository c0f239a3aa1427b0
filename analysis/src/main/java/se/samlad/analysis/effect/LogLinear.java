package se.samlad.analysis.effect;

import java.util.Arrays;
import se.samlad.analysis.distribution.SpecialFunctions;

/**
 * A log-linear regression of counts, Poisson or negative binomial with a fixed size, fitted by iteratively reweighted least
 * squares until the deviance stands still.
 */
final class LogLinear {

  private static final int MOST_STEPS = 100;
  private static final double STANDS_STILL = 1e-13;
  /** Below this share of its own size a column is a mixture of the others. */
  private static final double MIXTURE = 1e-9;

  private final double[][] rows;
  private final double[] counts;
  private final double[] offsets;
  private final double size;
  private double[] coefficients;
  private double[] means;
  private double[][] covariance = new double[0][];
  private double deviance = Double.MAX_VALUE;

  private LogLinear(double[][] rows, double[] counts, double[] offsets, double size) {
    this.rows = rows;
    this.counts = counts;
    this.offsets = offsets;
    this.size = size;
    this.coefficients = new double[rows[0].length];
    this.means = Arrays.stream(counts).map(count -> count + 0.1).toArray();
  }

  /**
   * @param rows what each count is explained by, an intercept included
   * @param size of the negative binomial; infinite for Poisson
   */
  static LogLinear fit(double[][] rows, double[] counts, double size) {
    return fit(rows, counts, new double[counts.length], size);
  }

  /** As above, each count expected in proportion to what its offset is the logarithm of. */
  static LogLinear fit(double[][] rows, double[] counts, double[] offsets, double size) {
    if (rows.length <= rows[0].length) {
      throw new IllegalArgumentException(
          "%d counts are too few for %d coefficients".formatted(rows.length, rows[0].length));
    }
    LogLinear model = new LogLinear(rows, counts, offsets, size);
    for (int step = 0; step < MOST_STEPS; step++) {
      double before = model.deviance;
      model.step();
      if (Math.abs(before - model.deviance) <= STANDS_STILL * (Math.abs(model.deviance) + 0.1)) {
        model.covariance = model.inverse();
        return model;
      }
    }
    throw new IllegalArgumentException(
        "The regression does not settle: some part of it has no events at all");
  }

  private void step() {
    int k = coefficients.length;
    double[][] left = new double[k][k];
    double[] right = new double[k];
    for (int i = 0; i < rows.length; i++) {
      double weight = weight(i);
      double working = Math.log(means[i]) - offsets[i] + (counts[i] - means[i]) / means[i];
      add(rows[i], weight, weight * working, left, right);
    }
    coefficients = Cholesky.of(left, MIXTURE).solve(right);
    deviance = 0;
    for (int i = 0; i < rows.length; i++) {
      double predictor = offsets[i];
      for (int j = 0; j < k; j++) {
        predictor += rows[i][j] * coefficients[j];
      }
      means[i] = Math.exp(Math.clamp(predictor, -50, 50));
      deviance += deviance(i);
    }
  }

  private static void add(
      double[] row, double weight, double weighted, double[][] left, double[] right) {
    for (int a = 0; a < row.length; a++) {
      if (row[a] == 0) {
        continue;
      }
      double scaled = weight * row[a];
      right[a] += weighted * row[a];
      for (int b = 0; b <= a; b++) {
        left[a][b] += scaled * row[b];
      }
    }
  }

  private double weight(int i) {
    return Double.isInfinite(size) ? means[i] : means[i] / (1 + means[i] / size);
  }

  private double deviance(int i) {
    double count = counts[i];
    double own = count == 0 ? 0 : count * Math.log(count / means[i]);
    return Double.isInfinite(size)
        ? 2 * (own - (count - means[i]))
        : 2 * (own - (count + size) * Math.log((count + size) / (means[i] + size)));
  }

  private double[][] inverse() {
    int k = coefficients.length;
    double[][] left = new double[k][k];
    double[] right = new double[k];
    for (int i = 0; i < rows.length; i++) {
      add(rows[i], weight(i), 0, left, right);
    }
    return Cholesky.of(left, MIXTURE).inverse();
  }

  double[] coefficients() {
    return coefficients;
  }

  double[] means() {
    return means;
  }

  double deviance() {
    return deviance;
  }

  int freedom() {
    return rows.length - coefficients.length;
  }

  /** Pearson's chi square over its degrees of freedom. */
  double dispersion() {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double rest = counts[i] - means[i];
      sum += rest * rest / (Double.isInfinite(size) ? means[i] : means[i] * (1 + means[i] / size));
    }
    return sum / freedom();
  }

  double logLikelihood() {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double count = counts[i];
      sum -= SpecialFunctions.logGamma(count + 1);
      if (Double.isInfinite(size)) {
        sum += count * Math.log(means[i]) - means[i];
      } else {
        sum += SpecialFunctions.logGamma(count + size)
            - SpecialFunctions.logGamma(size)
            + size * Math.log(size / (means[i] + size))
            + count * Math.log(means[i] / (means[i] + size));
      }
    }
    return sum;
  }

  /** Standard errors when the counts vary as the model says. */
  double[] errors() {
    double[] errors = new double[coefficients.length];
    for (int j = 0; j < errors.length; j++) {
      errors[j] = Math.sqrt(covariance[j][j]);
    }
    return errors;
  }

  /** What each count pulls at each coefficient: rows of the score. */
  double[][] scores() {
    double[][] scores = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double pull = weight(i) * (counts[i] - means[i]) / means[i];
      scores[i] = Arrays.stream(rows[i]).map(x -> x * pull).toArray();
    }
    return scores;
  }

  /** Standard errors from the bread of this model around the given meat. */
  double[] sandwich(double[][] meat) {
    int k = coefficients.length;
    double[] errors = new double[k];
    for (int j = 0; j < k; j++) {
      double sum = 0;
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          sum += covariance[j][a] * meat[a][b] * covariance[b][j];
        }
      }
      errors[j] = Math.sqrt(sum);
    }
    return errors;
  }
}
