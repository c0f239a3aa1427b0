package se.samlad.analysis.aberration;

import java.util.ArrayList;
import java.util.List;
import se.samlad.analysis.distribution.Normal;

/**
 * Is this week far above the weeks just before it (Swedish: EARS, kortminneslarm)?
 *
 * <p>Question: does a count stand out from a short baseline of its own series? It needs no years of history and knows no
 * season, so it is the support of first choice in a young municipality. Terms: the baseline is the seven weeks just before
 * (C1) or those before a gap of two weeks (C2); C3 adds up how far the two weeks before this one already stood above their
 * own baselines. An alarm is a count above the upper bound.
 *
 * <p>Edges: {@link PooledDispersion#MISSING} weeks leave the baseline, and fewer than three left, or no count this week,
 * is insufficient; a baseline of equal counts has no spread, so the least deviation stands in for it (with 0 any count
 * above an even baseline alarms). No week to judge gives an empty result.
 *
 * <p>Method: upper bound = mean + z(1 - alpha) * max(deviation, least deviation); for C3 the bound is the count moved by
 * (z - sum of excesses) deviations, never below 0, the excess of a week being max(0, C2 - 1). Cost: weeks times baseline;
 * memory: one record a week. Source: Hutwagner, Thompson, Seeman and Treadwell 2003, J Urban Health 80:i89-i96; Salmon,
 * Schumacher and Höhle 2016, J Stat Softw 70(10), whose form of C3 this is.
 */
public final class Ears {
  private static final int LEAST_KNOWN = 3;

  private Ears() {}

  /** Which baseline. */
  public enum Method {
    /** The weeks just before. */
    C1(0, 0.001),
    /** The weeks before a gap of two. */
    C2(2, 0.001),
    /** As C2, with the excess of the two weeks before added up. */
    C3(2, 0.025);

    private final int gap;
    private final double alpha;

    Method(int gap, double alpha) {
      this.gap = gap;
      this.alpha = alpha;
    }
  }

  /**
   * @param method which baseline
   * @param baseline weeks in it, at least 3
   * @param leastDeviation the deviation is never taken to be smaller
   * @param alpha one-sided level of the normal quantile
   */
  public record Parameters(Method method, int baseline, double leastDeviation, double alpha) {
    public Parameters {
      if (baseline < LEAST_KNOWN) {
        throw new IllegalArgumentException(
            "a baseline needs at least %d weeks: %d".formatted(LEAST_KNOWN, baseline));
      }
      if (!(leastDeviation >= 0 && leastDeviation < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the least deviation must be finite and at least 0: " + leastDeviation);
      }
      if (!(alpha > 0 && alpha < 0.5)) {
        throw new IllegalArgumentException("alpha must be in (0, 0.5): " + alpha);
      }
    }

    /** Seven weeks, least deviation 0.5, and the method's usual level. */
    public static Parameters of(Method method) {
      return new Parameters(method, 7, 0.5, method.alpha);
    }

    public Parameters withBaseline(int weeks) {
      return new Parameters(method, weeks, leastDeviation, alpha);
    }

    public Parameters withLeastDeviation(double deviation) {
      return new Parameters(method, baseline, deviation, alpha);
    }

    public Parameters withAlpha(double level) {
      return new Parameters(method, baseline, leastDeviation, level);
    }
  }

  /**
   * @param week place in the series, from 0
   * @param count events, {@link PooledDispersion#MISSING} without data
   * @param known baseline weeks with data
   * @param mean of the baseline, NaN if insufficient
   * @param upper bound, NaN if insufficient
   * @param alarm whether the count is above it
   */
  public record Week(int week, int count, int known, double mean, double upper, boolean alarm) {
    public boolean sufficient() {
      return !Double.isNaN(upper);
    }
  }

  /**
   * @param weeks judged, in order
   * @param parameters as used
   */
  public record Result(List<Week> weeks, Parameters parameters) {
    public Result {
      weeks = List.copyOf(weeks);
    }

    public List<Week> alarms() {
      return weeks.stream().filter(Week::alarm).toList();
    }
  }

  /** The last week of the series. */
  public static Week latest(int[] counts, Parameters parameters) {
    if (counts.length == 0) {
      throw new IllegalArgumentException("a series of 0 weeks has no latest one");
    }
    return run(counts, counts.length - 1, parameters).weeks().get(0);
  }

  /** Every week from the given one (from 0) to the end of the series. */
  public static Result run(int[] counts, int from, Parameters parameters) {
    WeeklyCounts.check(counts);
    WeeklyCounts.checkFrom(from, counts.length);
    return run(counts, from, counts.length, parameters);
  }

  /** The weeks of [from, to) of a series already checked. */
  static Result run(int[] counts, int from, int to, Parameters parameters) {
    double z = Normal.STANDARD.quantile(1 - parameters.alpha());
    List<Week> weeks = new ArrayList<>(to - from);
    for (int week = from; week < to; week++) {
      weeks.add(week(counts, week, z, parameters));
    }
    return new Result(weeks, parameters);
  }

  private static Week week(int[] counts, int week, double z, Parameters parameters) {
    Baseline baseline = Baseline.before(counts, week, parameters);
    int count = counts[week];
    if (!baseline.sufficient() || count == PooledDispersion.MISSING) {
      return new Week(week, count, baseline.known, Double.NaN, Double.NaN, false);
    }
    double upper = parameters.method() == Method.C3
        ? cumulated(counts, week, z, baseline, parameters)
        : baseline.mean + z * baseline.deviation;
    return new Week(week, count, baseline.known, baseline.mean, upper, count > upper);
  }

  private static double cumulated(
      int[] counts, int week, double z, Baseline baseline, Parameters parameters) {
    double excess = excess(counts, week - 1, parameters) + excess(counts, week - 2, parameters);
    if (excess == Double.POSITIVE_INFINITY) {
      return 0;
    }
    return Math.max(0, counts[week] + baseline.deviation * (z - excess));
  }

  /** How far above its own baseline a week stood beyond one deviation; NaN where that cannot be told. */
  private static double excess(int[] counts, int week, Parameters parameters) {
    Baseline baseline = Baseline.before(counts, week, parameters);
    if (!baseline.sufficient() || !WeeklyCounts.has(counts, week)) {
      return Double.NaN;
    }
    double above = counts[week] - baseline.mean;
    return above <= 0 ? 0 : Math.max(0, above / baseline.deviation - 1);
  }

  private record Baseline(int known, double mean, double deviation) {
    static Baseline before(int[] counts, int week, Parameters parameters) {
      int to = week - parameters.method().gap;
      int from = to - parameters.baseline();
      int known = from < 0 ? 0 : WeeklyCounts.known(counts, from, to);
      if (known < LEAST_KNOWN) {
        return new Baseline(known, Double.NaN, Double.NaN);
      }
      double deviation = WeeklyCounts.deviation(counts, from, to);
      return new Baseline(
          known,
          WeeklyCounts.mean(counts, from, to),
          Math.max(deviation, parameters.leastDeviation()));
    }

    boolean sufficient() {
      return known >= LEAST_KNOWN;
    }
  }
}
