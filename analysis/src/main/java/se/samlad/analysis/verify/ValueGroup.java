package se.samlad.analysis.verify;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of one sense and one tolerance, compared one after another. */
public final class ValueGroup {

  private final String name;
  private final Tolerance tolerance;
  private long values;
  private long off;
  private double largest;
  private @Nullable String firstOff;

  ValueGroup(String name, Tolerance tolerance) {
    this.name = name;
    this.tolerance = tolerance;
  }

  public ValueGroup compare(double expected, double ours) {
    double difference = tolerance.difference(expected, ours);
    count(difference > tolerance.limit(), difference, String.valueOf(expected), ours);
    return this;
  }

  /** Compares value by value; another number of values is off as well. */
  public ValueGroup compare(double[] expected, double[] ours) {
    compareLengths(expected.length, ours.length);
    for (int i = 0; i < Math.min(expected.length, ours.length); i++) {
      compare(expected[i], ours[i]);
    }
    return this;
  }

  public ValueGroup compare(int[] expected, int[] ours) {
    compareLengths(expected.length, ours.length);
    for (int i = 0; i < Math.min(expected.length, ours.length); i++) {
      compare(expected[i], ours[i]);
    }
    return this;
  }

  /** Compares names, dates, labels: anything that is either the same or not. */
  public ValueGroup same(Object expected, Object ours) {
    boolean other = !expected.equals(ours);
    count(other, other ? 1 : 0, String.valueOf(expected), ours);
    return this;
  }

  /** A value that must reach a limit, as the score of a heuristic or the agreement of two partitions. */
  public ValueGroup atLeast(double limit, double ours) {
    double missing = Double.isNaN(ours) ? Double.POSITIVE_INFINITY : Math.max(0, limit - ours);
    count(missing > tolerance.limit(), missing, "at least " + limit, ours);
    return this;
  }

  private void compareLengths(int expected, int ours) {
    if (expected != ours) {
      count(
          true,
          Double.POSITIVE_INFINITY,
          "%d values".formatted(expected),
          "%d values".formatted(ours));
    }
  }

  private void count(boolean isOff, double difference, String expected, Object ours) {
    values++;
    largest = Math.max(largest, difference);
    if (isOff) {
      off++;
      if (firstOff == null) {
        firstOff = "value %d: expected %s, ours %s".formatted(values, expected, ours);
      }
    }
  }

  public String name() {
    return name;
  }

  public long values() {
    return values;
  }

  public long off() {
    return off;
  }

  /** The largest difference met, as the tolerance measures it. */
  public double largest() {
    return largest;
  }

  /** Holds when something was compared and nothing was off. */
  public boolean ok() {
    return values > 0 && off == 0;
  }

  String row(String folder) {
    String row = String.format(
        Locale.ROOT,
        "%-46s %-34s %8d %6d %10.3g %14s  %s",
        folder,
        name,
        values,
        off,
        largest,
        tolerance,
        ok() ? "ok" : "OFF");
    return firstOff == null ? row : row + System.lineSeparator() + "    " + firstOff;
  }
}
