package se.samlad.analysis.distribution;

/**
 * The normal distribution (Swedish: normalfördelning), exact in both tails.
 *
 * <p>The tails are incomplete gamma functions; the quantile starts from a rational approximation (Abramowitz and Stegun
 * 26.2.23) and takes Halley steps until it no longer moves. Quantiles at 0 and 1 are the infinities.
 *
 * @param mean its middle
 * @param deviation its standard deviation, above 0
 */
public record Normal(double mean, double deviation) {
  /** Mean 0, deviation 1. */
  public static final Normal STANDARD = new Normal(0, 1);

  public Normal {
    if (!Double.isFinite(mean) || !(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "mean must be finite and deviation above 0: " + mean + ", " + deviation);
    }
  }

  public double density(double x) {
    double z = (x - mean) / deviation;
    return Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
  }

  /** P(X <= x). */
  public double atMost(double x) {
    return SpecialFunctions.erfc(-(x - mean) / deviation / Math.sqrt(2)) / 2;
  }

  /** P(X >= x). */
  public double atLeast(double x) {
    return SpecialFunctions.erfc((x - mean) / deviation / Math.sqrt(2)) / 2;
  }

  /** The x with P(X <= x) = p. */
  public double quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in [0, 1]: " + p);
    }
    if (p == 0.5) {
      return mean;
    }
    double z = p < 0.5 ? -upper(p) : upper(1 - p);
    return mean + deviation * z;
  }

  /** |z| such that both tails beyond it hold 1 - level together, as in a two-sided interval of that level. */
  public static double twoSided(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1): " + level);
    }
    return upper((1 - level) / 2);
  }

  private static double upper(double tail) {
    if (tail == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double t = Math.sqrt(-2 * Math.log(tail));
    double z = t
        - (2.515517 + t * (0.802853 + t * 0.010328))
            / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    for (int i = 0; i < 8; i++) {
      double error = (tailBeyond(z) - tail) / (Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI));
      double step = error / (1 - z * error / 2);
      z += step;
      if (Math.abs(step) <= 1e-16 * Math.abs(z)) {
        break;
      }
    }
    return z;
  }

  private static double tailBeyond(double z) {
    return SpecialFunctions.erfc(z / Math.sqrt(2)) / 2;
  }
}
