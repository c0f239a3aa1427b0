package se.samlad.analysis.rates;

import se.samlad.analysis.distribution.Normal;
import se.samlad.analysis.distribution.SpecialFunctions;

/**
 * Between which limits may the rate behind a count lie (Swedish: osäkerhetsintervall)?
 *
 * <p>Terms: limits of cases / population at a two-sided level. The exact interval covers at least its level; Byar's is close
 * to it and quick to check by hand; Wald's is the textbook one, shown for comparison: it is too narrow below some ten cases
 * and may go below 0.
 *
 * <p>Edges: with 0 cases the lower limit is 0 (Wald's both). A negative or fractional count and a population not above 0
 * are refused. Constant time.
 *
 * <p>Source: Garwood 1936, Biometrika 28:437-442; Breslow and Day 1987, Statistical methods in cancer research II (Byar).
 */
public final class RateIntervals {
  private RateIntervals() {}

  /** Lower and upper limit of a rate. */
  public record Interval(double low, double high, double level) {}

  /** The exact Poisson interval, from the gamma distribution. */
  public static Interval exact(double cases, double population, double level) {
    check(cases, population, level);
    double tail = (1 - level) / 2;
    double low = cases == 0 ? 0 : SpecialFunctions.inverseGammaP(cases, tail);
    double high = SpecialFunctions.inverseGammaQ(cases + 1, tail);
    return new Interval(low / population, high / population, level);
  }

  /** Byar's approximation of the exact interval, with the half case that mid-points the count on both sides. */
  public static Interval byar(double cases, double population, double level) {
    check(cases, population, level);
    double z = Normal.twoSided(level);
    double middle = cases + 0.5;
    double step = z / (3 * Math.sqrt(middle));
    double base = 1 - 1 / (9 * middle);
    double low = middle * Math.pow(base - step, 3);
    double high = middle * Math.pow(base + step, 3);
    return new Interval(Math.max(0, low) / population, high / population, level);
  }

  /** The normal interval around the count. */
  public static Interval wald(double cases, double population, double level) {
    check(cases, population, level);
    double half = Normal.twoSided(level) * Math.sqrt(cases);
    return new Interval((cases - half) / population, (cases + half) / population, level);
  }

  private static void check(double cases, double population, double level) {
    if (!(cases >= 0 && cases < 1e15) || cases != Math.rint(cases)) {
      throw new IllegalArgumentException("cases must be a whole number of 0 or more: " + cases);
    }
    if (!(population > 0 && population < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("population must be above 0: " + population);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1): " + level);
    }
  }
}
