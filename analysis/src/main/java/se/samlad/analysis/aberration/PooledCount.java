package se.samlad.analysis.aberration;

/**
 * How many to expect now, when the dispersion is known for the whole municipality and may depend on the size of the place
 * (Swedish: väntat antal).
 *
 * <p>Question and terms as {@link PredictiveCount}; the two are one where the dispersion is the same for all places. Edges:
 * no event, before or now, leaves everything open: p = 1/2. Method: the dispersion is that of the mean of history and now
 * together, on which the test conditions. That mean is itself uncertain, and a place smaller than it looks has the larger
 * dispersion; so the chance is averaged over five equally likely means, gamma distributed around it with the shape events
 * / (1 + mean * dispersion). Without this half as many again of the quiet towns showed a false hotspot. Cost: five of those
 * of {@link PredictiveCount}. Source: as there; posterior predictive p values: Meng 1994, Ann Stat 22:1142-1160; Wilson and
 * Hilferty 1931, PNAS 17:684-688, for the gamma quantiles.
 *
 * @param history events in all past windows together
 * @param windows how many windows of the same length as now they fill
 * @param dispersion of the municipality
 */
public record PooledCount(long history, double windows, PooledDispersion dispersion) {
  /** Normal quantiles at 0.1, 0.3, 0.5, 0.7 and 0.9. */
  private static final double[] NODES = {
    -1.2815515655446004, -0.5244005127080407, 0, 0.5244005127080407, 1.2815515655446004
  };

  private static final double SMALLEST_ROOT = 0.05;

  private interface Chance {
    double of(PredictiveCount count);
  }

  /** The mean of the history. */
  public double expected() {
    return history / windows;
  }

  /** The dispersion of this place when it holds that many now. */
  public double dispersionWith(long count) {
    return dispersion.at(mean(count));
  }

  private double mean(long count) {
    return (history + count) / (windows + 1);
  }

  /** Chance of the count or more, the count itself counted half. */
  public double upperMidP(long count) {
    return averaged(count, predictive -> predictive.upperMidP(count));
  }

  /** Chance of the count or fewer, the count itself counted half. */
  public double lowerMidP(long count) {
    return averaged(count, predictive -> predictive.lowerMidP(count));
  }

  private double averaged(long count, Chance chance) {
    double mean = mean(count);
    double own = dispersion.at(mean);
    if (dispersion.share() == 0 || mean == 0) {
      return chance.of(new PredictiveCount(history, windows, own));
    }
    double shape = (history + count) / (1 + mean * own);
    double sum = 0;
    for (double node : NODES) {
      double root = Math.max(SMALLEST_ROOT, 1 - 1 / (9 * shape) + node / (3 * Math.sqrt(shape)));
      double itsOwn = dispersion.at(mean * root * root * root);
      sum += chance.of(new PredictiveCount(history, windows, itsOwn));
    }
    return sum / NODES.length;
  }

  /** The largest count that is not surprisingly high: mid-p at least {@code tail}. */
  public long upper(double tail) {
    return CountBounds.largest(this::upperMidP, expected(), tail);
  }

  /** The smallest count that is not surprisingly low: mid-p at least {@code tail}. */
  public long lower(double tail) {
    return CountBounds.smallest(this::lowerMidP, expected(), tail);
  }

  /** The counts to expect with that chance: see {@link CountInterval#of}. */
  public CountInterval interval(double level) {
    return CountInterval.of(level, lowerMidP(0), this::lower, this::upper);
  }

  /** Whether the count lies in {@link #interval}, without looking for its ends. */
  public boolean expects(long count, double level) {
    double tail = (1 - level) / 2;
    return CountInterval.isOneSided(level, lowerMidP(0))
        ? upperMidP(count) >= 2 * tail
        : upperMidP(count) >= tail && lowerMidP(count) >= tail;
  }
}
