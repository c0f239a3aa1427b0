package se.samlad.analysis.effect;

import se.samlad.analysis.distribution.Normal;
import se.samlad.analysis.distribution.StudentT;

/**
 * An estimate with its standard error (Swedish: skattning med osäkerhet), read through Student's t where the error itself
 * was estimated, else through the normal approximation.
 *
 * @param value the estimate
 * @param error its standard error, at least 0
 * @param freedom degrees of freedom behind the error, infinite where it is known
 */
public record Estimate(double value, double error, double freedom) {
  /** Both ends of an interval. */
  public record Interval(double lower, double upper) {
    public boolean contains(double x) {
      return lower <= x && x <= upper;
    }
  }

  /** One whose error is known. */
  public Estimate(double value, double error) {
    this(value, error, Double.POSITIVE_INFINITY);
  }

  /** The two-sided interval of the level, such as 0.90. */
  public Interval interval(double level) {
    return reaching(errors(level, freedom));
  }

  /** So many errors to each side. */
  Interval reaching(double errors) {
    double reach = errors * error;
    return new Interval(value - reach, value + reach);
  }

  /** How many errors an interval of the level reaches to each side. */
  static double errors(double level, double freedom) {
    return Double.isInfinite(freedom)
        ? Normal.twoSided(level)
        : new StudentT(freedom).quantile((1 + level) / 2);
  }

  /** Value over error; NaN when both are 0. */
  public double z() {
    return value / error;
  }

  /** Two-sided p value of "nothing changed". */
  public double p() {
    return 2 * new StudentT(freedom).atLeast(Math.abs(z()));
  }
}
