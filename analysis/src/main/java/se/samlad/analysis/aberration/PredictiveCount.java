package se.samlad.analysis.aberration;

/**
 * How many to expect now, given the history, when the true mean is not known (Swedish: väntat antal).
 *
 * <p>Question: is this count more, or fewer, than counts of the same place's history promise? Terms: {@code history} is
 * the sum over {@code windows} equal periods, {@code dispersion} the extra variance per squared mean. Edges: an empty
 * history is allowed and expects nothing; dispersion 0 is the Poisson case, where the answer is the exact binomial test.
 * Method: counts are negative binomial around one unknown mean; given the total of now and history the mean drops out and
 * the count now is beta-binomial (negative hypergeometric), so the uncertainty of the history is inside the tail exactly.
 * The interval holds the counts that this test does not reject. Cost: about the square root of the total per tail.
 * Source: Przyborowski and Wilenski 1940, Biometrika 31:313-323, carried to the negative binomial as in Robinson and
 * Smyth 2008, Biostatistics 9:321-332; mid-p: Lancaster 1961, JASA 56:223-234.
 *
 * @param history events in all past windows together
 * @param windows how many windows of the same length as now they fill
 * @param dispersion extra variance per squared mean of one window, at least 0
 */
public record PredictiveCount(long history, double windows, double dispersion) {
  private static final double NEGLIGIBLE = 1e-18;

  public PredictiveCount {
    if (history < 0
        || !(windows > 0)
        || !(dispersion >= 0 && dispersion < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "history %d, windows %s, dispersion %s".formatted(history, windows, dispersion));
    }
  }

  /** The mean of the history. */
  public double expected() {
    return history / windows;
  }

  /** Chance of the count or more, the count itself counted half. */
  public double upperMidP(long count) {
    double above = sumAbove(count);
    return (above + 0.5) / (above + 1 + sumBelow(count));
  }

  /** Chance of the count or fewer, the count itself counted half. */
  public double lowerMidP(long count) {
    double below = sumBelow(count);
    return (below + 0.5) / (sumAbove(count) + 1 + below);
  }

  /** Chance of the count or more: the exact, cautious version. */
  public double upperP(long count) {
    double above = sumAbove(count);
    return (above + 1) / (above + 1 + sumBelow(count));
  }

  /** Chance of the count or fewer: the exact, cautious version. */
  public double lowerP(long count) {
    double below = sumBelow(count);
    return (below + 1) / (sumAbove(count) + 1 + below);
  }

  /** The largest count that is not surprisingly high: mid-p at least {@code tail}. */
  public long upper(double tail) {
    return CountBounds.largest(this::upperMidP, expected(), tail);
  }

  /** The smallest count that is not surprisingly low: mid-p at least {@code tail}. */
  public long lower(double tail) {
    return CountBounds.smallest(this::lowerMidP, expected(), tail);
  }

  /** The counts to expect with that chance: see {@link CountInterval#of}. */
  public CountInterval interval(double level) {
    return CountInterval.of(level, lowerMidP(0), this::lower, this::upper);
  }

  /** As {@link #upper}, by the exact and cautious test: never below it. */
  public long exactUpper(double tail) {
    return CountBounds.largest(this::upperP, expected(), tail);
  }

  /** As {@link #lower}, by the exact and cautious test: never above it. */
  public long exactLower(double tail) {
    return CountBounds.smallest(this::lowerP, expected(), tail);
  }

  /** The probabilities above the count, in units of the probability of the count itself. */
  private double sumAbove(long count) {
    long total = history + count;
    double term = 1;
    double sum = 0;
    for (long k = count; k < total; k++) {
      double ratio = ratio(k, total);
      term *= ratio;
      sum += term;
      if (ratio < 1 && term < sum * NEGLIGIBLE && dispersion <= windows) {
        break;
      }
    }
    return sum;
  }

  private double sumBelow(long count) {
    long total = history + count;
    double term = 1;
    double sum = 0;
    for (long k = count - 1; k >= 0; k--) {
      double ratio = ratio(k, total);
      term /= ratio;
      sum += term;
      if (ratio > 1 && term < sum * NEGLIGIBLE && dispersion <= 1
          || sum == Double.POSITIVE_INFINITY) {
        break;
      }
    }
    return sum;
  }

  /** P(k + 1) / P(k) given the total. */
  private double ratio(long k, long total) {
    double rest = total - k;
    return rest / (k + 1) * (1 + dispersion * k) / (windows + dispersion * (rest - 1));
  }
}
