package se.samlad.analysis.effect;

import se.samlad.analysis.distribution.Poisson;

/**
 * The E-test of two Poisson counts: without the condition on their sum, stronger than the exact test when both are few.
 * Given the common rate that both suggest, the chance of a standardised difference at least as large as what was seen.
 * Source: Krishnamoorthy and Thomson 2004, Journal of Statistical Planning and Inference 119:23-35.
 */
final class ETest {

  /** Counts further out than this many standard deviations, and twenty, are left out: their chance is below 1e-20. */
  private static final double REACH = 10;

  /** Time of the second, the first being the unit: for equal times counts alone decide which differences are as large. */
  private final double time;

  private final double seen;

  private ETest(double time, double seen) {
    this.time = time;
    this.seen = seen;
  }

  /** The two-sided p value of equal rates; at least one event. */
  static double of(long x1, double time1, long x2, double time2) {
    double time = time2 / time1;
    double rate = (x1 + x2) / (1 + time);
    ETest test = new ETest(time, Math.abs(new ETest(time, 0).statistic(x1, x2)));
    Poisson first = new Poisson(rate);
    Poisson second = new Poisson(rate * time);
    double reach = REACH * Math.sqrt(first.mean()) + 20;
    long from = (long) Math.max(0, Math.floor(first.mean() - reach));
    long to = (long) Math.ceil(first.mean() + reach);
    double sum = 0;
    for (long k = from; k <= to; k++) {
      sum += first.probability(k) * test.asFar(k, second);
    }
    return Math.min(1, sum);
  }

  /** The chance that the second count lies as far from the first, {@code k}, as what was seen. */
  private double asFar(long k, Poisson second) {
    double middle = k * time;
    long most = (long) Math.ceil(middle + REACH * Math.sqrt(second.mean() + middle) * 2 + 40);
    long below = lastWhere(k, -1, (long) Math.floor(middle));
    long above = firstWhere(k, (long) Math.ceil(middle), most);
    return (below < 0 ? 0 : second.atMost(below)) + (above > most ? 0 : second.atLeast(above));
  }

  private long lastWhere(long k, long from, long to) {
    long low = from;
    long high = to;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (statistic(k, middle) >= seen) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private long firstWhere(long k, long from, long to) {
    long low = from;
    long high = to + 1;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (-statistic(k, middle) >= seen) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Standardised difference of the two rates; 0 without events. */
  private double statistic(long x1, long x2) {
    if (x1 + x2 == 0) {
      return 0;
    }
    return (x1 - x2 / time) / Math.sqrt(x1 + x2 / (time * time));
  }
}
