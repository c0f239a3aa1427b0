package se.samlad.analysis.season;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;

/**
 * What in a series is season, what is trend, and what is neither (Swedish: säsong, trend och rest)?
 *
 * <p>Value = seasonal + trend + remainder, the season being allowed to change slowly over the years. Robust fitting gives
 * weeks far from the pattern less to say and reports the weight each one kept in the last pass.
 *
 * <p>Each pass smooths every sub-series of the period (all first weeks, all second weeks, ...), takes away what of it is
 * slow, and smooths what is left of the series into a trend; robust passes are weighted by the size of the remainder. A
 * periodic season is the mean of each sub-series' fit. Figures are those of the authors' Fortran, as R's {@code stl} runs
 * it.
 *
 * <p>Edges: a series needs more than two whole periods and no gap; both are refused by name. A constant series has season
 * and remainder 0. Weeks of years with 53 are the caller's to place: a period of 52 drifts by a week in five or six years.
 *
 * <p>Cost: passes x length x window / jump; memory five series.
 *
 * <p>Source: Cleveland, Cleveland, McRae & Terpenning (1990), Journal of Official Statistics 6:3-73.
 */
public final class Stl {

  /** Remainders no larger than this part of the series are rounding: every value then keeps its say. */
  private static final double ROUNDING = 1e-12;

  private final Parameters parameters;

  public Stl(Parameters parameters) {
    this.parameters = parameters;
  }

  /** A season that is the same each period, not robust: enough for a first look. */
  public static Result periodic(double[] series, int period) {
    return new Stl(Parameters.periodic(period, series.length, false)).decompose(series);
  }

  public Result decompose(double[] series) {
    check(series);
    return new Passes(series, parameters).run();
  }

  private void check(double[] series) {
    if (series.length <= 2L * parameters.period()) {
      throw new SeriesTooShort(series.length, parameters.period());
    }
    for (int i = 0; i < series.length; i++) {
      if (!Double.isFinite(series[i])) {
        throw new MissingValue(i + 1);
      }
    }
  }

  /**
   * The smoothing windows (odd, in values), degrees and jumps of season (s), trend (t) and low-pass filter (l).
   *
   * @param period values in a year or week
   * @param isPeriodic whether the season is averaged to be the same each period
   * @param inner passes within each weighting
   * @param outer robust weightings, 0 for none
   */
  public record Parameters(
      int period,
      Smoother seasonal,
      Smoother trend,
      Smoother lowPass,
      boolean isPeriodic,
      int inner,
      int outer) {

    public Parameters {
      requireSeason(period);
      if (inner < 1 || outer < 0) {
        throw new IllegalArgumentException(
            "%d inner and %d outer passes, at least 1 and 0".formatted(inner, outer));
      }
    }

    /** A season that is the same each period, in a series of {@code length} values. */
    public static Parameters periodic(int period, int length, boolean robust) {
      return withDefaults(period, Smoother.of(10 * Math.max(length, 1) + 1, 0), true, robust);
    }

    /** A season that changes over {@code window} periods (odd, 7 or more). */
    public static Parameters changing(int period, int window, boolean robust) {
      return withDefaults(period, Smoother.of(nextOdd(window), 0), false, robust);
    }

    private static Parameters withDefaults(
        int period, Smoother seasonal, boolean isPeriodic, boolean robust) {
      requireSeason(period);
      int trend = nextOdd((int) Math.ceil(1.5 * period / (1 - 1.5 / seasonal.window())));
      return new Parameters(
          period,
          seasonal,
          Smoother.of(trend, 1),
          Smoother.of(nextOdd(period), 1),
          isPeriodic,
          robust ? 1 : 2,
          robust ? 15 : 0);
    }

    private static void requireSeason(int period) {
      if (period < 2) {
        throw new IllegalArgumentException(
            "A period of %d values has no season, it takes 2 or more".formatted(period));
      }
    }

    private static int nextOdd(int value) {
      return value % 2 == 0 ? value + 1 : value;
    }
  }

  /** One loess smoother: its window in values, degree 0 or 1, and jump between fitted positions. */
  public record Smoother(int window, int degree, int jump) {

    public Smoother {
      if (window < 3 || window % 2 == 0) {
        throw new IllegalArgumentException(
            "A window of %d values, it should be odd and 3 or more".formatted(window));
      }
      if (degree != 0 && degree != 1) {
        throw new IllegalArgumentException(
            "A loess of degree %d, it should be 0 or 1".formatted(degree));
      }
      if (jump < 1) {
        throw new IllegalArgumentException(
            "A jump of %d values, it should be 1 or more".formatted(jump));
      }
    }

    static Smoother of(int window, int degree) {
      return new Smoother(window, degree, Math.ceilDiv(window, 10));
    }
  }

  /**
   * The parts, in the order of the series.
   *
   * @param weights what each value kept to say, 1 throughout when the fit is not robust
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Result(
      int n,
      Parameters parameters,
      double[] seasonal,
      double[] trend,
      double[] remainder,
      double[] weights) {

    /** The place in the period, from 0, at which the last whole season was highest. */
    public int peak() {
      int from = n - parameters.period();
      int peak = from;
      for (int i = from; i < n; i++) {
        peak = seasonal[i] > seasonal[peak] ? i : peak;
      }
      return peak % parameters.period();
    }

    public Result {
      seasonal = seasonal.clone();
      trend = trend.clone();
      remainder = remainder.clone();
      weights = weights.clone();
    }

    @Override
    public double[] seasonal() {
      return seasonal.clone();
    }

    @Override
    public double[] trend() {
      return trend.clone();
    }

    @Override
    public double[] remainder() {
      return remainder.clone();
    }

    @Override
    public double[] weights() {
      return weights.clone();
    }
  }

  /** The series does not hold more than two whole periods. */
  public static final class SeriesTooShort extends IllegalArgumentException {
    SeriesTooShort(int length, int period) {
      super("A season of %d values needs more than %d values, there are %d"
          .formatted(period, 2L * period, length));
    }
  }

  /** The series has a gap or a value that is no number. */
  public static final class MissingValue extends IllegalArgumentException {
    MissingValue(int position) {
      super("Value %d of the series is missing or no finite number".formatted(position));
    }
  }

  /** The working arrays of one decomposition. */
  private static final class Passes {
    private final double[] y;
    private final int n;
    private final int period;
    private final Parameters parameters;
    private final double[] seasonal;
    private final double[] trend;
    private final double[] cycle;
    private final double[] work;
    private final double[] slow;
    private final double[] sub;
    private final double[] subWeights;
    private final double[] subFit;
    private final Loess seasonalLoess;
    private final Loess trendLoess;
    private final Loess lowPassLoess;

    Passes(double[] y, Parameters parameters) {
      this.y = y;
      this.n = y.length;
      this.period = parameters.period();
      this.parameters = parameters;
      int longest = n / period + 1;
      this.seasonal = new double[n];
      this.trend = new double[n];
      this.cycle = new double[n + 2 * period];
      this.work = new double[n + 2 * period];
      this.slow = new double[n + 2 * period];
      this.sub = new double[longest];
      this.subWeights = new double[longest];
      this.subFit = new double[longest + 2];
      this.seasonalLoess = loess(parameters.seasonal(), longest);
      this.trendLoess = loess(parameters.trend(), n);
      this.lowPassLoess = loess(parameters.lowPass(), n);
    }

    private static Loess loess(Smoother smoother, int longest) {
      return new Loess(smoother.window(), smoother.degree(), smoother.jump(), longest);
    }

    Result run() {
      double[] weights = null;
      for (int outer = 0; outer <= parameters.outer(); outer++) {
        for (int inner = 0; inner < parameters.inner(); inner++) {
          pass(weights);
        }
        if (outer < parameters.outer()) {
          weights = robustness();
        }
      }
      if (parameters.isPeriodic()) {
        averageSeason();
      }
      double[] remainder = new double[n];
      for (int i = 0; i < n; i++) {
        remainder[i] = y[i] - seasonal[i] - trend[i];
      }
      if (weights == null) {
        weights = new double[n];
        Arrays.fill(weights, 1);
      }
      return new Result(n, parameters, seasonal, trend, remainder, weights);
    }

    private void pass(double @Nullable [] weights) {
      for (int i = 0; i < n; i++) {
        work[i] = y[i] - trend[i];
      }
      smoothSubSeries(weights);
      movingAverage(cycle, n + 2 * period, period, work);
      movingAverage(work, n + period + 1, period, slow);
      movingAverage(slow, n + 2, 3, work);
      lowPassLoess.smooth(work, n, null, slow, 0);
      for (int i = 0; i < n; i++) {
        seasonal[i] = cycle[period + i] - slow[i];
        work[i] = y[i] - seasonal[i];
      }
      trendLoess.smooth(work, n, weights, trend, 0);
    }

    /** Smooths each sub-series of the period and carries it one period on at both ends. */
    private void smoothSubSeries(double @Nullable [] weights) {
      int window = parameters.seasonal().window();
      for (int j = 0; j < period; j++) {
        int length = (n - j - 1) / period + 1;
        double[] own = weights == null ? null : subWeights;
        for (int i = 0; i < length; i++) {
          sub[i] = work[i * period + j];
          if (weights != null) {
            subWeights[i] = weights[i * period + j];
          }
        }
        seasonalLoess.smooth(sub, length, own, subFit, 1);
        double before = seasonalLoess.fit(sub, length, 0, 1, Math.min(window, length), own);
        subFit[0] = Double.isNaN(before) ? subFit[1] : before;
        double after = seasonalLoess.fit(
            sub, length, length + 1, Math.max(1, length - window + 1), length, own);
        subFit[length + 1] = Double.isNaN(after) ? subFit[length] : after;
        for (int i = 0; i < length + 2; i++) {
          cycle[i * period + j] = subFit[i];
        }
      }
    }

    private static void movingAverage(double[] x, int length, int window, double[] averages) {
      double sum = 0;
      for (int i = 0; i < window; i++) {
        sum += x[i];
      }
      averages[0] = sum / window;
      for (int i = window; i < length; i++) {
        sum += x[i] - x[i - window];
        averages[i - window + 1] = sum / window;
      }
    }

    /** Bisquare weights on six times the median size of the remainder. */
    private double[] robustness() {
      double[] sizes = new double[n];
      for (int i = 0; i < n; i++) {
        sizes[i] = Math.abs(y[i] - seasonal[i] - trend[i]);
      }
      double limit = 3 * MiddleValues.sum(sizes.clone());
      double[] weights = new double[n];
      if (limit <= ROUNDING * largest()) {
        Arrays.fill(weights, 1);
        return weights;
      }
      for (int i = 0; i < n; i++) {
        double u = sizes[i] / limit;
        if (sizes[i] <= 0.001 * limit) {
          weights[i] = 1;
        } else if (sizes[i] <= 0.999 * limit) {
          weights[i] = (1 - u * u) * (1 - u * u);
        }
      }
      return weights;
    }

    private double largest() {
      double largest = 0;
      for (double value : y) {
        largest = Math.max(largest, Math.abs(value));
      }
      return largest;
    }

    private void averageSeason() {
      for (int j = 0; j < period; j++) {
        double sum = 0;
        int count = 0;
        for (int i = j; i < n; i += period) {
          sum += seasonal[i];
          count++;
        }
        for (int i = j; i < n; i += period) {
          seasonal[i] = sum / count;
        }
      }
    }
  }

  /**
   * Share of draws, each remainder drawn as normal with the spread of all, whose season peaks at the same place of the
   * period give or take a twelfth of it.
   */
  public Stability stability(double[] series, Stability.Parameters how, Progress progress) {
    Result seen = decompose(series);
    int period = parameters.period();
    int peak = seen.peak();
    double deviation = Math.sqrt(Arrays.stream(seen.remainder).map(r -> r * r).sum() / seen.n);
    return Stability.of(how, progress, () -> random -> {
      double[] drawn = new double[series.length];
      Arrays.setAll(drawn, i -> seen.seasonal[i] + seen.trend[i] + deviation * random.nextNormal());
      int away = Math.floorMod(decompose(drawn).peak() - peak, period);
      return Math.min(away, period - away) <= period / 12;
    });
  }
}
