package se.samlad.analysis.season;

import java.util.Arrays;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.distribution.Normal;

/**
 * Does a series go up or down, without asking how (Swedish: trend, Mann-Kendall)?
 *
 * <p>Terms: equally spaced values; S is the number of pairs that rise in time minus those that fall. Edges: fewer than {@link
 * #FEWEST} values, more than {@link #MOST}, NaN and infinite values are refused by name; a constant series has S = 0,
 * variance 0, z = 0 and p = 1; a missing week is to be left out by the caller, the order is what counts. Method: S is normal
 * with a variance that ties make smaller, moved one step towards 0 for continuity; Sen's slope is the median of the slopes
 * of all pairs. Weekly series remember last week, which makes p too small: Hamed and Rao's variance is enlarged by the rank
 * autocorrelations of the detrended series that differ from 0 at 5 %. Cost: all pairs, and a double for each of them. Source:
 * Mann 1945, Econometrica 13:245-259; Kendall 1975, Rank correlation methods; Sen 1968, Journal of the American Statistical
 * Association 63:1379-1389; Hamed and Rao 1998, Journal of Hydrology 204:182-196.
 *
 * @param s pairs that rise minus pairs that fall
 * @param variance of S, ties allowed for
 * @param z continuity-corrected
 * @param p two-sided
 * @param tauA S over all pairs
 * @param tauB S over pairs without ties, NaN for a constant series
 * @param slope Sen's slope per step
 * @param intercept of Sen's line at the first value
 * @param allowingForMemory variance, z and p by Hamed and Rao
 * @param n values
 * @param parameters as used
 */
public record MannKendall(
    long s,
    double variance,
    double z,
    double p,
    double tauA,
    double tauB,
    double slope,
    double intercept,
    WithMemory allowingForMemory,
    int n,
    Parameters parameters) {

  public static final int FEWEST = 4;
  public static final int MOST = 5_000;

  /** Where Sen's line lies lower, a count is compared with this. */
  private static final double LEAST_MEAN = 0.1;

  /** By Hamed and Rao: a variance that allows for autocorrelation. */
  public record WithMemory(double variance, double z, double p) {}

  /** Words of the trend. */
  public enum Word {
    RISING,
    FALLING,
    NO_TREND_SEEN
  }

  /** @param level at which a trend, and an autocorrelation, is said to be there */
  public record Parameters(double level) {
    public static final Parameters DEFAULT = new Parameters(0.05);

    public Parameters {
      if (!(level > 0 && level < 1)) {
        throw new IllegalArgumentException("level must be between 0 and 1: " + level);
      }
    }
  }

  public static MannKendall of(double[] values) {
    return of(values, Parameters.DEFAULT);
  }

  public static MannKendall of(double[] values, Parameters parameters) {
    int n = values.length;
    if (n < FEWEST || n > MOST) {
      throw new IllegalArgumentException(
          "a trend takes %d to %,d values, not %,d".formatted(FEWEST, MOST, n));
    }
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException("value %d is %s".formatted(i + 1, values[i]));
      }
    }
    long s = s(values);
    double[] ties = ties(values);
    double pairs = n * (n - 1.0) / 2;
    double slope = slope(values);
    double untied = Math.sqrt(pairs * (pairs - ties[1]));
    double variance = (n * (n - 1.0) * (2.0 * n + 5) - ties[0]) / 18;
    return new MannKendall(
        s,
        variance,
        z(s, variance),
        p(z(s, variance)),
        s / pairs,
        untied == 0 ? Double.NaN : s / untied,
        slope,
        median(values.clone()) - slope * (n - 1) / 2.0,
        withMemory(values, s, variance, slope, parameters),
        n,
        parameters);
  }

  /** What is said of the series, its memory allowed for. */
  public Word word() {
    if (!(allowingForMemory.p < parameters.level)) {
      return Word.NO_TREND_SEEN;
    }
    return s > 0 ? Word.RISING : Word.FALLING;
  }

  private static long s(double[] values) {
    long s = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        s += Double.compare(values[j] + 0.0, values[i] + 0.0);
      }
    }
    return s;
  }

  /** What ties take from the variance times 18, and the number of tied pairs. */
  private static double[] ties(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] sums = new double[2];
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        double t = i - from;
        sums[0] += t * (t - 1) * (2 * t + 5);
        sums[1] += t * (t - 1) / 2;
        from = i;
      }
    }
    return sums;
  }

  private static double z(long s, double variance) {
    return s == 0 || variance <= 0 ? 0 : (s - Math.signum(s)) / Math.sqrt(variance);
  }

  private static double p(double z) {
    return 2 * Normal.STANDARD.atLeast(Math.abs(z));
  }

  private static double slope(double[] values) {
    int n = values.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[at++] = (values[j] - values[i]) / (j - i);
      }
    }
    return median(slopes);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  private static WithMemory withMemory(
      double[] values, long s, double variance, double slope, Parameters parameters) {
    int n = values.length;
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      rest[i] = values[i] - (i + 1) * slope;
    }
    double[] ranks = ranks(rest);
    double limit = Normal.STANDARD.quantile(1 - parameters.level() / 2) / Math.sqrt(n);
    double total = autocovariance(ranks, 0);
    double sum = 0;
    for (int lag = 1; lag < n && total > 0; lag++) {
      double correlation = autocovariance(ranks, lag) / total;
      if (Math.abs(correlation) > limit) {
        sum += (n - lag) * (n - lag - 1.0) * (n - lag - 2.0) * correlation;
      }
    }
    double enlarged = variance * (1 + 2 / (n * (n - 1.0) * (n - 2.0)) * sum);
    return new WithMemory(enlarged, z(s, enlarged), p(z(s, enlarged)));
  }

  private static double autocovariance(double[] ranks, int lag) {
    double mean = (ranks.length + 1) / 2.0;
    double sum = 0;
    for (int i = lag; i < ranks.length; i++) {
      sum += (ranks[i] - mean) * (ranks[i - lag] - mean);
    }
    return sum;
  }

  /** Ranks from 1, ties sharing the mean of theirs. */
  private static double[] ranks(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    double[] ranks = new double[values.length];
    int from = 0;
    for (int i = 1; i <= order.length; i++) {
      if (i == order.length || values[order[i]] != values[order[from]]) {
        for (int j = from; j < i; j++) {
          ranks[order[j]] = (from + i + 1) / 2.0;
        }
        from = i;
      }
    }
    return ranks;
  }

  /**
   * Share of draws with the same word. Whole numbers from 0 are drawn as counts about what was seen, with the dispersion
   * about Sen's line; other values as normal with their spread about it.
   */
  public static Stability stability(
      double[] values, Parameters parameters, Stability.Parameters how, Progress progress) {
    MannKendall seen = of(values, parameters);
    boolean counts =
        Arrays.stream(values).allMatch(value -> value >= 0 && value == Math.rint(value));
    double squares = 0;
    double pearson = 0;
    for (int i = 0; i < values.length; i++) {
      double line = seen.intercept + seen.slope * i;
      squares += (values[i] - line) * (values[i] - line);
      pearson += (values[i] - line) * (values[i] - line) / Math.max(line, LEAST_MEAN);
    }
    int freedom = values.length - 2;
    double dispersion = Math.max(1, pearson / freedom);
    double deviation = Math.sqrt(squares / freedom);
    return Stability.of(how, progress, () -> random -> {
      double[] drawn = new double[values.length];
      Arrays.setAll(
          drawn,
          i -> counts
              ? Stability.redrawn(values[i], dispersion, random)
              : values[i] + deviation * random.nextNormal());
      return of(drawn, parameters).word() == seen.word();
    });
  }
}
