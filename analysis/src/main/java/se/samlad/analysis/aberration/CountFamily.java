package se.samlad.analysis.aberration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.distribution.SeededRandom;

/** Many counts with their histories that are judged together, and how stable each one's word is under new draws. */
final class CountFamily {
  private final int[] now;
  private final long[] history;
  private final int[] windows;
  private final PooledDispersion dispersion;
  private final int minimumCount;

  CountFamily(
      int[] now, long[] history, int[] windows, PooledDispersion dispersion, int minimumCount) {
    this.now = now;
    this.history = history;
    this.windows = windows;
    this.dispersion = dispersion;
    this.minimumCount = minimumCount;
  }

  /** Sums the windows that have data. */
  static CountFamily of(int[] now, int[][] past, PooledDispersion dispersion, int minimumCount) {
    long[] history = new long[now.length];
    int[] windows = new int[now.length];
    for (int i = 0; i < now.length; i++) {
      if (now[i] < 0) {
        throw new IllegalArgumentException("a count below 0: " + now[i]);
      }
      for (int count : past[i]) {
        if (count != PooledDispersion.MISSING) {
          history[i] += count;
          windows[i]++;
        }
      }
    }
    return new CountFamily(now, history, windows, dispersion, minimumCount);
  }

  long history(int i) {
    return history[i];
  }

  int windows(int i) {
    return windows[i];
  }

  /** The count to expect of one, as judged. */
  PooledCount expected(int i) {
    return new PooledCount(history[i], windows[i], dispersion);
  }

  /**
   * Counts that are not surprising.
   *
   * @param lower the least
   * @param upper the largest
   */
  record Interval(long lower, long upper) {}

  private record Past(long history, int windows) {}

  /** The interval of every count; places with the same past share it. */
  Interval[] intervals(double tail) {
    Map<Past, Interval> known = new HashMap<>();
    Interval[] intervals = new Interval[now.length];
    for (int i = 0; i < intervals.length; i++) {
      if (windows[i] > 0) {
        PooledCount count = expected(i);
        intervals[i] = known.computeIfAbsent(
            new Past(history[i], windows[i]),
            past -> new Interval(count.lower(tail), count.upper(tail)));
      } else {
        intervals[i] = new Interval(-1, -1);
      }
    }
    return intervals;
  }

  /** A word for every count, from the counts and their upper mid-p; p is 1 where the count is below the minimum. */
  interface Rule {
    byte[] words(int[] counts, double[] midP);
  }

  /** The upper mid-p of every count, 1 below the minimum count or without any window. */
  double[] midP() {
    double[] p = new double[now.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = now[i] < minimumCount || windows[i] == 0 ? 1 : expected(i).upperMidP(now[i]);
    }
    return p;
  }

  /** The share of draws of all counts that give each its observed word again. */
  double[] stability(byte[] observed, Rule rule, int draws, long seed, int threads) {
    List<Redraw> workers = Draws.run(draws, seed, threads, () -> new Redraw(observed, rule));
    double[] share = new double[now.length];
    for (int i = 0; i < share.length; i++) {
      long same = 0;
      for (Redraw worker : workers) {
        same += worker.same[i];
      }
      share[i] = draws == 0 ? 1 : (double) same / draws;
    }
    return share;
  }

  private record Seen(long count, long history, int windows) {}

  private final class Redraw implements Draws.Worker {
    private final byte[] observed;
    private final Rule rule;
    private final int[] counts = new int[now.length];
    private final double[] midP = new double[now.length];
    private final int[] same = new int[now.length];
    private final double[] own = new double[now.length];
    private final Map<Seen, Double> known = new HashMap<>();

    Redraw(byte[] observed, Rule rule) {
      this.observed = observed;
      this.rule = rule;
      for (int i = 0; i < own.length; i++) {
        own[i] = windows[i] == 0 ? dispersion.value() : expected(i).dispersionWith(now[i]);
      }
    }

    @Override
    public void draw(SeededRandom random, int number) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = now[i] == 0 ? 0 : (int) random.nextNegativeBinomial(now[i], own[i]);
        midP[i] = counts[i] < minimumCount || windows[i] == 0 ? 1 : redrawn(i, random);
      }
      byte[] words = rule.words(counts, midP);
      for (int i = 0; i < words.length; i++) {
        same[i] += words[i] == observed[i] ? 1 : 0;
      }
    }

    private double redrawn(int i, SeededRandom random) {
      long past = random.nextNegativeBinomial(history[i], own[i] / windows[i]);
      return known.computeIfAbsent(
          new Seen(counts[i], past, windows[i]),
          seen ->
              new PooledCount(seen.history(), seen.windows(), dispersion).upperMidP(seen.count()));
    }
  }
}
