package se.samlad.analysis.aberration;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * How much more counts vary than chance alone, pooled over many cells or series (Swedish: överspridning).
 *
 * <p>Question: which dispersion d, in variance = mean + d * mean^2, do the histories of a municipality's cells share?
 * Terms: a row per cell, a column per window, all windows equally long; {@link #MISSING} marks a window without data.
 * Edges: rows with fewer than two windows or fewer than two events say nothing; no information gives 0, the Poisson case;
 * the estimate stops at {@link #LARGEST}. Method: maximum likelihood conditional on each row's total, so that the rows' own
 * means drop out and many near-empty rows do not bias it; solved by bisection on its slope. Cost: the number of counts plus
 * 60 times the largest total. Source: Robinson and Smyth 2008, Biostatistics 9:321-332.
 *
 * @param value the dispersion, at least 0
 * @param rows rows that carried information
 * @param events events in them
 */
public record PooledDispersion(double value, int rows, long events) {
  /** A window without data; it is not a zero. */
  public static final int MISSING = -1;

  /** The largest dispersion that is told apart. */
  public static final double LARGEST = 100;

  /** The dispersion shared by the rows. */
  public static PooledDispersion of(int[][] counts) {
    Sums sums = new Sums();
    for (int[] row : counts) {
      sums.add(row);
    }
    return new PooledDispersion(sums.solve(), sums.rows, sums.events);
  }

  /** How many counts, and how many row totals per number of windows, exceed each t. */
  private static final class Sums {
    private long[] counts = new long[16];
    private final TreeMap<Integer, long[]> totals = new TreeMap<>();
    private int rows;
    private long events;

    void add(int[] row) {
      int windows = 0;
      long total = 0;
      for (int count : row) {
        if (count < MISSING) {
          throw new IllegalArgumentException("a count below 0: " + count);
        }
        windows += count == MISSING ? 0 : 1;
        total += Math.max(count, 0);
      }
      if (windows < 2 || total < 2) {
        return;
      }
      rows++;
      events += total;
      for (int count : row) {
        if (count > 1) {
          counts = mark(counts, count);
        }
      }
      totals.merge(windows, mark(new long[16], Math.toIntExact(total)), Sums::join);
    }

    private static long[] mark(long[] marks, int value) {
      long[] wide = value < marks.length
          ? marks
          : Arrays.copyOf(marks, Math.max(value + 1, 2 * marks.length));
      wide[value]++;
      return wide;
    }

    private static long[] join(long[] one, long[] other) {
      long[] wide = Arrays.copyOf(one, Math.max(one.length, other.length));
      for (int i = 0; i < other.length; i++) {
        wide[i] += other[i];
      }
      return wide;
    }

    double solve() {
      if (rows == 0) {
        return 0;
      }
      exceed(counts);
      totals.values().forEach(Sums::exceed);
      if (slope(0) <= 0) {
        return 0;
      }
      if (slope(LARGEST) >= 0) {
        return LARGEST;
      }
      double low = 0;
      double high = LARGEST;
      for (int i = 0; i < 60; i++) {
        double middle = low == 0 ? high / 8 : Math.sqrt(low * high);
        if (slope(middle) > 0) {
          low = middle;
        } else {
          high = middle;
        }
        if (high < 1e-9 || high - low < 1e-12 * high) {
          break;
        }
      }
      return high < 1e-9 ? 0 : high;
    }

    /** Turns "how many equal t" into "how many exceed t". */
    private static void exceed(long[] marks) {
      long above = 0;
      for (int t = marks.length - 1; t >= 0; t--) {
        long here = marks[t];
        marks[t] = above;
        above += here;
      }
    }

    private double slope(double dispersion) {
      double sum = 0;
      for (int t = 1; t < counts.length && counts[t] > 0; t++) {
        sum += counts[t] * (t / (1 + dispersion * t));
      }
      for (var entry : totals.entrySet()) {
        int windows = entry.getKey();
        long[] above = entry.getValue();
        for (int t = 1; t < above.length && above[t] > 0; t++) {
          sum -= above[t] * (t / (windows + dispersion * t));
        }
      }
      return sum;
    }
  }
}
