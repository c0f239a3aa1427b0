package se.samlad.analysis.effect;

import se.samlad.analysis.distribution.Normal;

/**
 * An estimate with its standard error (Swedish: skattning med osäkerhet), read through the normal approximation.
 *
 * @param value the estimate
 * @param error its standard error, at least 0
 */
public record Estimate(double value, double error) {
  /** Both ends of an interval. */
  public record Interval(double lower, double upper) {
    public boolean contains(double x) {
      return lower <= x && x <= upper;
    }
  }

  /** The two-sided interval of the level, such as 0.90. */
  public Interval interval(double level) {
    double reach = Normal.twoSided(level) * error;
    return new Interval(value - reach, value + reach);
  }

  /** Value over error; NaN when both are 0. */
  public double z() {
    return value / error;
  }

  /** Two-sided p value of "nothing changed". */
  public double p() {
    return 2 * Normal.STANDARD.atLeast(Math.abs(z()));
  }
}
