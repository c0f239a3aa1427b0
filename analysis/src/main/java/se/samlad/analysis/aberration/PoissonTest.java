package se.samlad.analysis.aberration;

import se.samlad.analysis.distribution.Poisson;
import se.samlad.analysis.distribution.SpecialFunctions;

/**
 * One count against a known expected number (Swedish: poissontest, fler eller färre än väntat).
 *
 * <p>Question: is this count more, or fewer, than the number that was to be expected, and which true numbers agree with
 * it? Terms: the expected number is taken as exactly known; where it is the mean of a history, {@link PredictiveCount}
 * holds the uncertainty of that history as well. The exact p value counts the observed number whole and is cautious at
 * small counts; mid-p counts it half and holds its level on average.
 *
 * <p>Edges: count 0 has the lower limit 0; expected 0 makes any event impossible (p = 0); negative, infinite or NaN values
 * are refused. Method: the tails of the Poisson distribution; exact limits are gamma quantiles, mid-p limits are found by
 * bisection on the mid-p tail. Two-sided p is twice the smaller tail, at most 1, so that it agrees with the interval. Cost:
 * microseconds. Source: Garwood 1936, Biometrika 28:437-442; Lancaster 1961, JASA 56:223-234; Cohen and Yang 1994, Stat Med
 * 13:2189-2203.
 *
 * @param count events seen
 * @param expected how many were to be expected
 * @param level of the two intervals
 * @param upperP chance of the count or more
 * @param lowerP chance of the count or fewer
 * @param upperMidP the same with the count itself counted half
 * @param lowerMidP the same with the count itself counted half
 * @param exact interval of the true number that holds at least the level
 * @param midP interval of the true number that holds the level on average
 */
public record PoissonTest(
    long count,
    double expected,
    double level,
    double upperP,
    double lowerP,
    double upperMidP,
    double lowerMidP,
    Interval exact,
    Interval midP) {

  /** From lower to upper. */
  public record Interval(double lower, double upper) {
    public boolean contains(double value) {
      return lower <= value && value <= upper;
    }
  }

  /** At level 0.95. */
  public static PoissonTest of(long count, double expected) {
    return of(count, expected, 0.95);
  }

  public static PoissonTest of(long count, double expected, double level) {
    if (!(expected >= 0 && expected < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("expected must be finite and at least 0: " + expected);
    }
    Interval exact = exact(count, level);
    Poisson distribution = Poisson.of(expected);
    return new PoissonTest(
        count,
        expected,
        level,
        distribution.atLeast(count),
        distribution.atMost(count),
        distribution.upperMidP(count),
        distribution.lowerMidP(count),
        exact,
        midP(count, level));
  }

  /** Twice the smaller exact tail, at most 1. */
  public double twoSidedP() {
    return Math.min(1, 2 * Math.min(upperP, lowerP));
  }

  /** Twice the smaller mid-p tail, at most 1. */
  public double twoSidedMidP() {
    return Math.min(1, 2 * Math.min(upperMidP, lowerMidP));
  }

  /** The exact (Garwood) interval of the true number behind a count. */
  public static Interval exact(long count, double level) {
    check(count, level);
    double tail = (1 - level) / 2;
    double lower = count == 0 ? 0 : SpecialFunctions.inverseGammaP(count, tail);
    return new Interval(lower, SpecialFunctions.inverseGammaQ(count + 1.0, tail));
  }

  /** The mid-p interval of the true number behind a count; it lies within the exact one. */
  public static Interval midP(long count, double level) {
    Interval exact = exact(count, level);
    double tail = (1 - level) / 2;
    double lower = count == 0 ? 0 : crossing(count, tail, true, exact.lower(), count);
    double middle = Math.max(count, exact.lower());
    return new Interval(lower, crossing(count, tail, false, middle, exact.upper()));
  }

  /** The mean at which a mid-p tail equals the given one; the upper tail grows with the mean, the lower falls. */
  private static double crossing(long count, double tail, boolean growing, double from, double to) {
    double low = from;
    double high = to;
    while (high - low > 1e-15 * high) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      Poisson at = Poisson.of(middle);
      boolean reached = growing ? at.upperMidP(count) >= tail : at.lowerMidP(count) <= tail;
      if (reached) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low + (high - low) / 2;
  }

  private static void check(long count, double level) {
    if (count < 0) {
      throw new IllegalArgumentException("a count must be at least 0: " + count);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1): " + level);
    }
  }
}
