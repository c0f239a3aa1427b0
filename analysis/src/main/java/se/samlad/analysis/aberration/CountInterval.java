package se.samlad.analysis.aberration;

import java.util.function.DoubleToLongFunction;

/**
 * The counts to expect with a given chance (Swedish: väntat intervall).
 *
 * <p>Question: between which counts lies the next one, 95 times of 100? Edges: where events are so few that not even 0 is
 * surprisingly low, nothing can be missed below, and with 2.5 % left above 98 of 100 counts would be inside; there the
 * interval begins at 0 and the whole remaining chance lies above it. Elsewhere half of it lies on each side. Method: the
 * ends are the last counts that a mid-p test of that tail keeps. Cost: two searches of the ends. Source: the rule at the
 * edge as for exact intervals in Blyth and Still 1983, JASA 78:108-116.
 *
 * @param lower least count inside
 * @param upper largest count inside
 */
public record CountInterval(long lower, long upper) {

  /**
   * @param level chance of lying inside, in (0.5, 1)
   * @param ofNothing mid-p of 0 or fewer
   * @param lowerEnd the smallest count kept at a tail
   * @param upperEnd the largest count kept at a tail
   */
  static CountInterval of(
      double level,
      double ofNothing,
      DoubleToLongFunction lowerEnd,
      DoubleToLongFunction upperEnd) {
    double tail = (1 - level) / 2;
    return isOneSided(level, ofNothing)
        ? new CountInterval(0, upperEnd.applyAsLong(2 * tail))
        : new CountInterval(lowerEnd.applyAsLong(tail), upperEnd.applyAsLong(tail));
  }

  static boolean isOneSided(double level, double ofNothing) {
    if (!(level > 0.5 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0.5, 1): " + level);
    }
    return ofNothing >= (1 - level) / 2;
  }

  public boolean contains(long count) {
    return lower <= count && count <= upper;
  }
}
