package se.samlad.analysis.aberration;

import java.util.List;
import java.util.Optional;
import se.samlad.analysis.Progress;
import se.samlad.analysis.aberration.FarringtonWeek.Basis;
import se.samlad.analysis.distribution.CountDistribution;
import se.samlad.analysis.distribution.NegativeBinomial;
import se.samlad.analysis.distribution.Normal;

/**
 * Is this week above what the same time of year has brought in past years (Swedish: Farringtons metod, larm mot tidigare år)?
 *
 * <p>Question: does a count stand out once season and trend of several years are allowed for? Terms: reference weeks are
 * those around the same week of past years together with, when the year is split into periods, all weeks between; the most
 * recent half year is left out, so that a rise that has begun does not hide itself.
 *
 * <p>Edges: fewer than three years before a week, fewer than half of the reference weeks with data, or a fit that does not
 * converge falls back to EARS C1 and says so in the result; too few events in the last weeks never alarm; weeks without
 * data are left out, and such a week itself is insufficient. A year is a fixed number of weeks: the reference week drifts
 * by one in five or six years.
 *
 * <p>Method: quasi-Poisson log-linear fit with a factor for the part of the year; weeks whose Anscombe residual exceeds a
 * threshold are weighted down and the fit repeated; a trend stays if it is significant and does not lead above everything
 * seen. The bound is a negative-binomial quantile at the fitted mean (or at its upper limit, or by the 2/3 power). Cost:
 * some twenty passes over 260 rows a week, about a tenth of a millisecond; memory: one fit at a time.
 * Source: Noufaily, Enki, Farrington, Garthwaite, Andrews and Charlett 2013, Stat Med 32:1206-1222; Farrington, Andrews,
 * Beale and Catchpole 1996, JRSS A 159:547-563; Salmon, Schumacher and Höhle 2016, J Stat Softw 70(10), whose figures
 * these are.
 */
public final class FlexibleFarrington {
  static final int LEAST_YEARS = 3;

  private FlexibleFarrington() {}

  /** How the bound is found from the fit. */
  public enum Threshold {
    /** Negative-binomial quantile at the fitted mean. */
    NB_PLUGIN,
    /** The same at the mean's upper limit. */
    MUAN,
    /** Normal quantile of the 2/3 power, with the error of the mean. */
    DELTA
  }

  /**
   * @param years of history at most, at least 3
   * @param halfWindow weeks on each side of the same week of past years
   * @param periods parts of the year with a level each; 1 for none
   * @param excluded weeks just before this one that are left out
   * @param weightThreshold Anscombe residuals above it are weighted down
   * @param trend whether to try one
   * @param trendP it is kept if its p value is below
   * @param alpha one-sided level of the bound
   * @param threshold how the bound is found
   * @param leastEvents events in the last weeks below which nothing alarms
   * @param leastWeeks how many last weeks, this one included
   * @param weeksPerYear 52
   */
  public record Parameters(
      int years,
      int halfWindow,
      int periods,
      int excluded,
      double weightThreshold,
      boolean trend,
      double trendP,
      double alpha,
      Threshold threshold,
      int leastEvents,
      int leastWeeks,
      int weeksPerYear) {
    public Parameters {
      Require.atLeast("years", years, LEAST_YEARS);
      Require.atLeast("half window", halfWindow, 0);
      Require.atLeast("periods", periods, 1);
      Require.atLeast("excluded weeks", excluded, halfWindow);
      Require.atLeast("least events", leastEvents, 0);
      Require.atLeast("weeks of least events", leastWeeks, 1);
      Require.atLeast("weeks per year", weeksPerYear, 2 * halfWindow + Math.max(2, periods));
      Require.share("alpha", alpha, 0.5);
      Require.share("p value of the trend", trendP, 1.000001);
      if (!(weightThreshold > 0)) {
        throw new IllegalArgumentException(
            "the weight threshold must be above 0: " + weightThreshold);
      }
    }

    /** Five years, three weeks on each side, ten periods, half a year left out, level 0.01. */
    public static Parameters defaults() {
      return new Parameters(5, 3, 10, 26, 2.58, true, 0.05, 0.01, Threshold.NB_PLUGIN, 5, 4, 52);
    }

    public Parameters withThreshold(Threshold other) {
      return new Parameters(
          years,
          halfWindow,
          periods,
          excluded,
          weightThreshold,
          trend,
          trendP,
          alpha,
          other,
          leastEvents,
          leastWeeks,
          weeksPerYear);
    }

    public Parameters withAlpha(double level) {
      return new Parameters(
          years,
          halfWindow,
          periods,
          excluded,
          weightThreshold,
          trend,
          trendP,
          level,
          threshold,
          leastEvents,
          leastWeeks,
          weeksPerYear);
    }

    public Parameters withYears(int atMost) {
      return new Parameters(
          atMost,
          halfWindow,
          periods,
          excluded,
          weightThreshold,
          trend,
          trendP,
          alpha,
          threshold,
          leastEvents,
          leastWeeks,
          weeksPerYear);
    }

    public Parameters withPeriods(int parts) {
      return new Parameters(
          years,
          halfWindow,
          parts,
          excluded,
          weightThreshold,
          trend,
          trendP,
          alpha,
          threshold,
          leastEvents,
          leastWeeks,
          weeksPerYear);
    }
  }

  /**
   * @param weeks judged, in order
   * @param parameters as used
   */
  public record Result(List<FarringtonWeek> weeks, Parameters parameters) {
    public Result {
      weeks = List.copyOf(weeks);
    }

    public List<FarringtonWeek> alarms() {
      return weeks.stream().filter(FarringtonWeek::alarm).toList();
    }
  }

  /** The last week of the series. */
  public static FarringtonWeek latest(int[] counts, Parameters parameters) {
    if (counts.length == 0) {
      throw new IllegalArgumentException("a series of 0 weeks has no latest one");
    }
    return run(counts, counts.length - 1, parameters, Progress.silent()).weeks().get(0);
  }

  /** Every week from the given one (from 0) to the end of the series. */
  public static Result run(int[] counts, int from, Parameters parameters, Progress progress) {
    return new Result(
        FarringtonWeek.each(counts, from, week -> week(counts, week, parameters), progress),
        parameters);
  }

  private static FarringtonWeek week(int[] counts, int week, Parameters parameters) {
    int years = ReferenceWeeks.years(
        week, parameters.halfWindow(), parameters.weeksPerYear(), parameters.years());
    if (years < LEAST_YEARS || !WeeklyCounts.has(counts, week)) {
      return FarringtonWeek.fallBack(counts, week);
    }
    FarringtonModel.Data data = data(counts, week, years, parameters);
    FarringtonModel.Data planned = data(new int[counts.length], week, years, parameters);
    if (2 * data.weeks().length < planned.weeks().length) {
      return FarringtonWeek.fallBack(counts, week);
    }
    FarringtonModel.Rules rules = new FarringtonModel.Rules(
        parameters.trend(), parameters.trendP(), parameters.weightThreshold(), false);
    Optional<FarringtonModel> model = FarringtonModel.fit(data, week, rules);
    return model
        .map(fit -> judge(counts, week, years, data.weeks().length, fit, parameters))
        .orElseGet(() -> FarringtonWeek.fallBack(counts, week));
  }

  private static FarringtonModel.Data data(
      int[] counts, int week, int years, Parameters parameters) {
    return ReferenceWeeks.of(
        counts,
        week,
        years,
        parameters.halfWindow(),
        parameters.periods(),
        parameters.weeksPerYear(),
        parameters.excluded());
  }

  private static FarringtonWeek judge(
      int[] counts, int week, int years, int known, FarringtonModel model, Parameters parameters) {
    int count = counts[week];
    double mean = Math.exp(model.link());
    double bound;
    double p;
    if (parameters.threshold() == Threshold.DELTA) {
      PowerBound power = PowerBound.of(model, parameters.alpha());
      bound = power.upper();
      p = power.atLeast(count);
    } else {
      CountDistribution counted =
          NegativeBinomial.ofVarianceRatio(quantileMean(model, parameters), model.dispersion());
      bound = counted.quantile(1 - parameters.alpha());
      p = counted.atLeast(count);
    }
    long lately = WeeklyCounts.sum(counts, week - parameters.leastWeeks() + 1, week + 1);
    boolean enough = lately >= parameters.leastEvents();
    return new FarringtonWeek(
        week,
        count,
        enough ? Basis.PAST_YEARS : Basis.TOO_FEW_EVENTS,
        years,
        known,
        mean,
        bound,
        model.dispersion(),
        model.trend(),
        p,
        enough && count > bound);
  }

  private static double quantileMean(FarringtonModel model, Parameters parameters) {
    double z = parameters.threshold() == Threshold.MUAN
        ? Normal.STANDARD.quantile(1 - parameters.alpha())
        : 0;
    return Math.exp(model.link() + z * Math.sqrt(model.variance()));
  }
}
