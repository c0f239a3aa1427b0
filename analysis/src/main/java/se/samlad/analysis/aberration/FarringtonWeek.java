package se.samlad.analysis.aberration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import se.samlad.analysis.Progress;

/**
 * What a Farrington algorithm says of one week (Swedish: larm mot tidigare år).
 *
 * @param week place in the series, from 0
 * @param count events, {@link PooledDispersion#MISSING} without data
 * @param basis what it rests on
 * @param years of history used; 0 where none
 * @param referenceWeeks past weeks with data that were used
 * @param expected count, NaN if insufficient; the mean of the baseline after a fall back
 * @param bound a count above it is unusual, NaN if insufficient
 * @param dispersion variance per mean, at least 1; NaN without a model
 * @param trend slope of the logarithm per week, NaN without one
 * @param p chance of the count or more, NaN without a model
 * @param alarm whether the count is above its upper bound
 */
public record FarringtonWeek(
    int week,
    int count,
    Basis basis,
    int years,
    int referenceWeeks,
    double expected,
    double bound,
    double dispersion,
    double trend,
    double p,
    boolean alarm) {

  /** What the answer rests on. */
  public enum Basis {
    /** Past years. */
    PAST_YEARS,
    /** Past years, but too few events of late for any alarm. */
    TOO_FEW_EVENTS,
    /** Less than three years of history, or no fit: EARS C1 instead. */
    RECENT_WEEKS,
    /** Otillräckligt underlag: too little for EARS as well, or no count this week. */
    INSUFFICIENT
  }

  /** The bound an alarm needs to pass, NaN if no count could alarm. */
  public double upper() {
    return basis == Basis.TOO_FEW_EVENTS ? Double.NaN : bound;
  }

  /** Whether it fell back from past years to recent weeks; the interface says so. */
  public boolean fellBack() {
    return basis == Basis.RECENT_WEEKS;
  }

  /** (count - expected) / (bound - expected): above 1 is unusual. */
  public double exceedance() {
    return (count - expected) / (bound - expected);
  }

  /** Every week from the given one (from 0) to the end of the series. */
  static List<FarringtonWeek> each(
      int[] counts, int from, IntFunction<FarringtonWeek> judge, Progress progress) {
    WeeklyCounts.check(counts);
    WeeklyCounts.checkFrom(from, counts.length);
    List<FarringtonWeek> weeks = new ArrayList<>(counts.length - from);
    for (int week = from; week < counts.length; week++) {
      if (progress.cancelled()) {
        throw new CancellationException("Farrington was cancelled at week " + (week + 1));
      }
      weeks.add(judge.apply(week));
      progress.done(weeks.size(), counts.length - from);
    }
    return weeks;
  }

  /** EARS C1 in place of past years. */
  static FarringtonWeek fallBack(int[] counts, int week) {
    Ears.Week ears = Ears.run(counts, week, week + 1, Ears.Parameters.of(Ears.Method.C1))
        .weeks()
        .get(0);
    return new FarringtonWeek(
        week,
        ears.count(),
        ears.sufficient() ? Basis.RECENT_WEEKS : Basis.INSUFFICIENT,
        0,
        ears.known(),
        ears.mean(),
        ears.upper(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        ears.alarm());
  }
}
