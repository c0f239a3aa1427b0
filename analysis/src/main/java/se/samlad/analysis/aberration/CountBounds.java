package se.samlad.analysis.aberration;

import java.util.function.LongToDoubleFunction;

/** The ends of an interval of counts, from the chance of each count or more, or fewer. */
final class CountBounds {
  /** No interval reaches further; with very few windows and a very large dispersion nothing would be surprising. */
  static final long FURTHEST = 1_000_000;

  private CountBounds() {}

  /** The largest count, from the expected one upwards, whose chance is at least the tail. */
  static long largest(LongToDoubleFunction chance, double expected, double tail) {
    check(tail);
    long low = (long) Math.floor(expected);
    long step = 1;
    long furthest = low + FURTHEST;
    while (chance.applyAsDouble(low + step) >= tail) {
      low += step;
      step *= 2;
      if (low + step > furthest) {
        return furthest;
      }
    }
    long high = low + step;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (chance.applyAsDouble(middle) >= tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The smallest count, up to the expected one, whose chance is at least the tail. */
  static long smallest(LongToDoubleFunction chance, double expected, double tail) {
    check(tail);
    long low = -1;
    long high = (long) Math.ceil(expected);
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (chance.applyAsDouble(middle) >= tail) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static void check(double tail) {
    if (!(tail > 0 && tail < 0.5)) {
      throw new IllegalArgumentException("tail must be in (0, 0.5): " + tail);
    }
  }
}
