package se.samlad.analysis.aberration;

import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.aberration.FarringtonWeek.Basis;

/**
 * Is this week above the same weeks of past years, by the first form of the method (Swedish: Farringtons metod, 1996)?
 *
 * <p>Question and terms as {@link FlexibleFarrington}, which is to be preferred; this form is kept for comparison with
 * installations that use it. Edges: as there, with the same fall back to EARS C1. Method: only the weeks around the same
 * week of past years, no season, weights from Anscombe residuals above 1, a two-sided bound on the 2/3 power. It alarms far
 * more often than its level where past outbreaks are small, which is why it was revised. Cost: some twenty passes
 * over 35 rows a week. Source: Farrington, Andrews, Beale and Catchpole 1996, JRSS A 159:547-563.
 */
public final class Farrington1996 {
  private static final double WEIGHT_THRESHOLD = 1;
  private static final double TREND_P = 0.05;

  private Farrington1996() {}

  /**
   * @param years of history at most, at least 3
   * @param halfWindow weeks on each side of the same week of past years
   * @param reweight whether past outbreaks count for less
   * @param trend whether to try one
   * @param alpha two-sided level of the bound
   * @param leastEvents events in the last weeks below which nothing alarms
   * @param leastWeeks how many last weeks, this one included
   * @param weeksPerYear 52
   */
  public record Parameters(
      int years,
      int halfWindow,
      boolean reweight,
      boolean trend,
      double alpha,
      int leastEvents,
      int leastWeeks,
      int weeksPerYear) {
    public Parameters {
      Require.atLeast("years", years, FlexibleFarrington.LEAST_YEARS);
      Require.atLeast("half window", halfWindow, 0);
      Require.atLeast("least events", leastEvents, 0);
      Require.atLeast("weeks of least events", leastWeeks, 1);
      Require.atLeast("weeks per year", weeksPerYear, 2 * halfWindow + 2);
      Require.share("alpha", alpha, 0.5);
    }

    /** Five years, three weeks on each side, level 0.01. */
    public static Parameters defaults() {
      return new Parameters(5, 3, true, true, 0.01, 5, 4, 52);
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
  }

  /** Every week from the given one (from 0) to the end of the series. */
  public static Result run(int[] counts, int from, Parameters parameters, Progress progress) {
    return new Result(
        FarringtonWeek.each(counts, from, week -> week(counts, week, parameters), progress),
        parameters);
  }

  private static FarringtonWeek week(int[] counts, int week, Parameters parameters) {
    int halfWindow = parameters.halfWindow();
    int perYear = parameters.weeksPerYear();
    int years = ReferenceWeeks.years(week, halfWindow, perYear, parameters.years());
    if (years < FlexibleFarrington.LEAST_YEARS || !WeeklyCounts.has(counts, week)) {
      return FarringtonWeek.fallBack(counts, week);
    }
    FarringtonModel.Data data =
        ReferenceWeeks.of(counts, week, years, halfWindow, 1, perYear, halfWindow);
    if (2 * data.weeks().length < years * (2 * halfWindow + 1)) {
      return FarringtonWeek.fallBack(counts, week);
    }
    double threshold = parameters.reweight() ? WEIGHT_THRESHOLD : Double.POSITIVE_INFINITY;
    FarringtonModel.Rules rules =
        new FarringtonModel.Rules(parameters.trend(), TREND_P, threshold, true);
    return FarringtonModel.fit(data, week, rules)
        .map(fit -> judge(counts, week, years, data.weeks().length, fit, parameters))
        .orElseGet(() -> FarringtonWeek.fallBack(counts, week));
  }

  private static FarringtonWeek judge(
      int[] counts, int week, int years, int known, FarringtonModel model, Parameters parameters) {
    PowerBound power = PowerBound.of(model, parameters.alpha() / 2);
    long lately = WeeklyCounts.sum(counts, week - parameters.leastWeeks() + 1, week + 1);
    boolean enough = lately >= parameters.leastEvents();
    return new FarringtonWeek(
        week,
        counts[week],
        enough ? Basis.PAST_YEARS : Basis.TOO_FEW_EVENTS,
        years,
        known,
        Math.exp(model.link()),
        power.upper(),
        model.dispersion(),
        model.trend(),
        power.atLeast(counts[week]),
        enough && counts[week] > power.upper());
  }
}
