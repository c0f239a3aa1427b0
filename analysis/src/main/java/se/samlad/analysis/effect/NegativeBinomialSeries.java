package se.samlad.analysis.effect;

import java.util.Arrays;

/**
 * A log-linear regression of counts as negative binomial, its size fitted by maximum likelihood in turn with the
 * coefficients.
 *
 * @param coefficients as those of the Poisson regression
 * @param errors of the coefficients, the size taken as known
 * @param size of the negative binomial (theta): variance = mean + mean squared / size
 * @param sizeError of the size
 * @param logLikelihood at the fit
 * @param n weeks with data
 * @param parameters of the regression
 */
@SuppressWarnings("ArrayRecordComponent")
public record NegativeBinomialSeries(
    double[] coefficients,
    double[] errors,
    double size,
    double sizeError,
    double logLikelihood,
    int n,
    InterruptedTimeSeries.Parameters parameters) {

  private static final int MOST_TURNS = 200;
  private static final double STANDS_STILL = 1e-11;
  private static final double LARGEST_SIZE = 1e7;

  /** Refused when the counts vary no more than Poisson ones: then there is no size to fit. */
  static NegativeBinomialSeries of(
      double[][] rows,
      double[] counts,
      double[] offsets,
      InterruptedTimeSeries.Parameters parameters) {
    LogLinear model = LogLinear.fit(rows, counts, offsets, Double.POSITIVE_INFINITY);
    double size = firstSize(counts, model.means());
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      double before = size;
      size = bestSize(counts, model.means(), size);
      model = LogLinear.fit(rows, counts, offsets, size);
      if (Math.abs(size - before) <= STANDS_STILL * size) {
        return new NegativeBinomialSeries(
            model.coefficients(),
            model.errors(),
            size,
            Math.sqrt(1 / information(counts, model.means(), size)),
            model.logLikelihood(),
            counts.length,
            parameters);
      }
    }
    throw new IllegalArgumentException("The size of the negative binomial does not settle");
  }

  private static double firstSize(double[] counts, double[] means) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += Math.pow(counts[i] / means[i] - 1, 2);
    }
    return counts.length / sum;
  }

  private static double bestSize(double[] counts, double[] means, double from) {
    double size = from;
    for (int step = 0; step < MOST_TURNS; step++) {
      double change = score(counts, means, size) / information(counts, means, size);
      double next = Math.clamp(size + change, size / 5, size * 5);
      if (next > LARGEST_SIZE) {
        throw new IllegalArgumentException(
            "The counts vary no more than Poisson ones: there is no negative binomial to fit");
      }
      if (Math.abs(next - size) <= STANDS_STILL * size) {
        return next;
      }
      size = next;
    }
    return size;
  }

  /** Derivative of the log-likelihood by the size. The digamma differences of whole counts are finite sums. */
  private static double score(double[] counts, double[] means, double size) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int k = 0; k < counts[i]; k++) {
        sum += 1 / (size + k);
      }
      sum += Math.log(size / (size + means[i])) + 1 - (counts[i] + size) / (means[i] + size);
    }
    return sum;
  }

  private static double information(double[] counts, double[] means, double size) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int k = 0; k < counts[i]; k++) {
        sum += 1 / ((size + k) * (size + k));
      }
      double all = means[i] + size;
      sum += -1 / size + 2 / all - (counts[i] + size) / (all * all);
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "The counts vary no more than Poisson ones: there is no negative binomial to fit");
    }
    return sum;
  }

  /** The coefficients rounded to what is read aloud. */
  @Override
  public String toString() {
    return "NegativeBinomialSeries[%s, size %.3f]".formatted(Arrays.toString(coefficients), size);
  }
}
