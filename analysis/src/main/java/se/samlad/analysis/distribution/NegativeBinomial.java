package se.samlad.analysis.distribution;

/**
 * The negative binomial distribution: counts whose rate itself varies, so that variance = mean + dispersion * mean^2
 * (Swedish: negativ binomialfördelning, för antal som kommer i klumpar).
 *
 * <p>Dispersion 0 is the Poisson distribution and mean 0 the certain zero. With size r = 1/dispersion the tails are
 * incomplete beta functions; for a very small dispersion the nearer tail is summed term by term instead. Source: Johnson,
 * Kemp and Kotz, Univariate discrete distributions, chapter 5.
 *
 * @param mean events expected, at least 0
 * @param dispersion extra variance per squared mean, at least 0
 */
public record NegativeBinomial(double mean, double dispersion) implements CountDistribution {
  private static final double LARGE_SIZE = 1e6;

  public NegativeBinomial {
    if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mean must be finite and at least 0: " + mean);
    }
    if (!(dispersion >= 0 && dispersion < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("dispersion must be finite and at least 0: " + dispersion);
    }
  }

  public static NegativeBinomial of(double mean, double dispersion) {
    return new NegativeBinomial(mean, dispersion);
  }

  /** The one whose variance is ratio times its mean; a ratio of 1 or less gives the Poisson distribution. */
  public static NegativeBinomial ofVarianceRatio(double mean, double ratio) {
    return new NegativeBinomial(mean, mean > 0 && ratio > 1 ? (ratio - 1) / mean : 0);
  }

  @Override
  public double variance() {
    return mean + dispersion * mean * mean;
  }

  @Override
  public double probability(long k) {
    if (k < 0) {
      return 0;
    }
    if (isPoisson()) {
      return SpecialFunctions.poissonTerm(k, mean);
    }
    double size = 1 / dispersion;
    if (k == 0) {
      return Math.exp(-size * Math.log1p(mean * dispersion));
    }
    return size / (size + k) * SpecialFunctions.binomialTerm(size, k, stay(), go());
  }

  @Override
  public double atMost(long k) {
    if (k < 0) {
      return 0;
    }
    if (isPoisson()) {
      return new Poisson(mean).atMost(k);
    }
    if (dispersion * LARGE_SIZE < 1) {
      return k < mean ? sumDown(k) : 1 - sumUp(k + 1);
    }
    return SpecialFunctions.beta(stay(), go(), 1 / dispersion, k + 1.0);
  }

  @Override
  public double atLeast(long k) {
    if (k <= 0) {
      return 1;
    }
    if (isPoisson()) {
      return new Poisson(mean).atLeast(k);
    }
    if (dispersion * LARGE_SIZE < 1) {
      return k > mean ? sumUp(k) : 1 - sumDown(k - 1);
    }
    return SpecialFunctions.beta(go(), stay(), k, 1 / dispersion);
  }

  private boolean isPoisson() {
    return dispersion == 0 || mean == 0 || dispersion * mean < 1e-14;
  }

  private double stay() {
    return 1 / (1 + mean * dispersion);
  }

  private double go() {
    return mean * dispersion / (1 + mean * dispersion);
  }

  private double sumUp(long from) {
    double term = probability(from);
    double sum = 0;
    for (long k = from; term > sum * 1e-17; k++) {
      sum += term;
      term *= (mean + k * dispersion * mean) / ((k + 1) * (1 + dispersion * mean));
    }
    return Math.min(1, sum);
  }

  private double sumDown(long from) {
    double term = probability(from);
    double sum = 0;
    for (long k = from; k >= 0 && term > sum * 1e-17; k--) {
      sum += term;
      term *= k * (1 + dispersion * mean) / (mean + (k - 1) * dispersion * mean);
    }
    return Math.min(1, sum);
  }
}
