package se.samlad.analysis.aberration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The likelihood of the dispersion given each row's total: Dirichlet-multinomial. Rows whose totals differ by less than a
 * twentieth are taken to have one mean, which only the share can notice.
 */
final class DispersionLikelihood {
  private static final double LEAST = 1e-9;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int SHARE_STEPS = 7;
  private static final double STEP = 4;
  /** By how much less likely an end of the share may be and still be taken for the simpler answer. */
  private static final double WORTH = 1e-9;

  private static final int EXACT_TOTALS = 20;

  private final Map<Key, Rows> groups = new LinkedHashMap<>();
  private int rows;
  private long events;
  private double weighted;

  private record Key(int windows, int size) {
    static Key of(int windows, int total) {
      int size = total <= EXACT_TOTALS
          ? total
          : EXACT_TOTALS + (int) (Math.log(total / (double) EXACT_TOTALS) / Math.log(1.05));
      return new Key(windows, size);
    }
  }

  private static final class Rows {
    private final int windows;
    private long[] counts = new long[16];
    private long[] totals = new long[16];
    private long number;
    private long events;
    private double factor;

    Rows(Key key) {
      windows = key.windows();
    }

    void add(int[] row, int total) {
      number++;
      events += total;
      totals = mark(totals, total);
      for (int count : row) {
        if (count > 1) {
          counts = mark(counts, count);
        }
      }
    }

    private static long[] mark(long[] marks, int value) {
      long[] wide = value < marks.length
          ? marks
          : Arrays.copyOf(marks, Math.max(value + 1, 2 * marks.length));
      wide[value]++;
      return wide;
    }

    /** Turns "how many equal t" into "how many exceed t". */
    void close() {
      exceed(counts);
      exceed(totals);
    }

    private static void exceed(long[] marks) {
      long above = 0;
      for (int t = marks.length - 1; t >= 0; t--) {
        long here = marks[t];
        marks[t] = above;
        above += here;
      }
    }

    double mean() {
      return (double) events / number / windows;
    }

    /** Slope of the logarithm in the dispersion. */
    double slope(double dispersion) {
      double sum = 0;
      for (int t = 1; t < counts.length && counts[t] > 0; t++) {
        sum += counts[t] * (t / (1 + dispersion * t));
      }
      for (int t = 1; t < totals.length && totals[t] > 0; t++) {
        sum -= totals[t] * (t / (windows + dispersion * t));
      }
      return sum;
    }

    double logarithm(double dispersion) {
      double sum = 0;
      for (int t = 1; t < counts.length && counts[t] > 0; t++) {
        sum += counts[t] * Math.log1p(dispersion * t);
      }
      for (int t = 1; t < totals.length && totals[t] > 0; t++) {
        sum -= totals[t] * Math.log1p(dispersion * t / windows);
      }
      return sum;
    }
  }

  /** How likely the best value at a share is. */
  private record Point(double share, double value, double logarithm) {}

  void add(int[] row) {
    int windows = 0;
    long total = 0;
    for (int count : row) {
      if (count < PooledDispersion.MISSING) {
        throw new IllegalArgumentException("a count below 0: " + count);
      }
      windows += count == PooledDispersion.MISSING ? 0 : 1;
      total += Math.max(count, 0);
    }
    if (windows < 2 || total < 2) {
      return;
    }
    rows++;
    events += total;
    weighted += (double) total * total / windows;
    int whole = Math.toIntExact(total);
    groups.computeIfAbsent(Key.of(windows, whole), Rows::new).add(row, whole);
  }

  PooledDispersion solve() {
    if (rows == 0) {
      return PooledDispersion.fixed(0);
    }
    groups.values().forEach(Rows::close);
    Point best = inside(best(0, 0.25));
    Point same = best(0, best.value());
    Point falling = best(1, best.value());
    if (falling.logarithm() >= best.logarithm() - WORTH) {
      best = falling;
    }
    if (same.logarithm() >= best.logarithm() - WORTH) {
      best = same;
    }
    return new PooledDispersion(best.value(), best.share(), mean(), rows, events);
  }

  /** The most likely share between the ends, by golden section. */
  private Point inside(Point start) {
    double low = 0;
    double high = 1;
    Point left = best(1 - GOLDEN, start.value());
    Point right = best(GOLDEN, left.value());
    for (int i = 0; i < SHARE_STEPS; i++) {
      if (left.logarithm() >= right.logarithm()) {
        high = right.share();
        right = left;
        left = best(high - GOLDEN * (high - low), left.value());
      } else {
        low = left.share();
        left = right;
        right = best(low + GOLDEN * (high - low), right.value());
      }
    }
    return left.logarithm() >= right.logarithm() ? left : right;
  }

  private double mean() {
    return weighted / events;
  }

  private Point best(double share, double near) {
    for (Rows group : groups.values()) {
      group.factor = 1 - share + share * mean() / group.mean();
    }
    double value = value(near);
    double sum = 0;
    for (Rows group : groups.values()) {
      sum += group.logarithm(value * group.factor);
    }
    return new Point(share, value, sum);
  }

  private double slope(double value) {
    double sum = 0;
    for (Rows group : groups.values()) {
      sum += group.factor * group.slope(value * group.factor);
    }
    return sum;
  }

  /** The value at which the slope is 0, first looked for near a guess. */
  private double value(double near) {
    double low = Math.min(Math.max(near, LEAST), PooledDispersion.LARGEST);
    double high = low;
    double atLow = slope(low);
    double atHigh = atLow;
    while (atLow <= 0) {
      if (low <= LEAST || slope(0) <= 0) {
        return 0;
      }
      high = low;
      atHigh = atLow;
      low /= STEP;
      atLow = slope(low);
    }
    while (atHigh > 0) {
      if (high >= PooledDispersion.LARGEST) {
        return PooledDispersion.LARGEST;
      }
      low = high;
      atLow = atHigh;
      high = Math.min(high * STEP, PooledDispersion.LARGEST);
      atHigh = slope(high);
    }
    return root(Math.log(low), atLow, Math.log(high), atHigh);
  }

  /** The Illinois form of false position on the logarithm of the value. */
  private double root(double from, double atFrom, double to, double atTo) {
    double low = from;
    double high = to;
    double atLow = atFrom;
    double atHigh = atTo;
    double flat = 1e-9 * Math.max(Math.abs(atFrom), Math.abs(atTo));
    int side = 0;
    for (int i = 0; i < 100 && high - low > 1e-10; i++) {
      double middle = (atLow * high - atHigh * low) / (atLow - atHigh);
      double here = slope(Math.exp(middle));
      if (Math.abs(here) < flat) {
        return Math.exp(middle);
      }
      if (here > 0) {
        low = middle;
        atLow = here;
        atHigh = side == 1 ? atHigh / 2 : atHigh;
        side = 1;
      } else {
        high = middle;
        atHigh = here;
        atLow = side == -1 ? atLow / 2 : atLow;
        side = -1;
      }
    }
    return Math.exp((low + high) / 2);
  }
}
