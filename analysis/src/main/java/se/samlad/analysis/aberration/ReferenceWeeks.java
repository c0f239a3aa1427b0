package se.samlad.analysis.aberration;

import java.util.Arrays;

/** Which past weeks a Farrington algorithm learns from, and the part of the year each belongs to. */
final class ReferenceWeeks {
  private ReferenceWeeks() {}

  /** How many whole years, of at most so many, lie before this week with their windows. */
  static int years(int week, int halfWindow, int weeksPerYear, int atMost) {
    return Math.max(0, Math.min(atMost, (week - halfWindow) / weeksPerYear));
  }

  /**
   * The weeks around the same week of past years, and with more than one period all weeks between them, split into equal
   * parts of the year. Weeks without data and the most recent ones are left out.
   *
   * @param excluded weeks just before this one that are left out
   */
  static FarringtonModel.Data of(
      int[] counts,
      int week,
      int years,
      int halfWindow,
      int periods,
      int weeksPerYear,
      int excluded) {
    int first = week - years * weeksPerYear - halfWindow;
    int last = Math.min(week - 1, week - excluded - 1);
    int[] weeks = new int[Math.max(0, last - first + 1)];
    int[] period = new int[weeks.length];
    int n = 0;
    for (int w = first; w <= last; w++) {
      int part = period(Math.floorMod(w - week, weeksPerYear), halfWindow, periods, weeksPerYear);
      if (part >= 0 && WeeklyCounts.has(counts, w)) {
        weeks[n] = w;
        period[n++] = part;
      }
    }
    weeks = Arrays.copyOf(weeks, n);
    double[] responses = Arrays.stream(weeks).mapToDouble(w -> counts[w]).toArray();
    return new FarringtonModel.Data(weeks, responses, Arrays.copyOf(period, n), periods);
  }

  /** From 0, -1 for a week that is not used. The last period holds this week's own season; the others follow it, the first ones a week longer if need be. */
  private static int period(int weeksAfter, int halfWindow, int periods, int weeksPerYear) {
    if (weeksAfter <= halfWindow || weeksAfter >= weeksPerYear - halfWindow) {
      return periods - 1;
    }
    if (periods == 1) {
      return -1;
    }
    int others = periods - 1;
    int weeks = weeksPerYear - 2 * halfWindow - 1;
    int length = weeks / others;
    int longer = weeks % others;
    int offset = weeksAfter - halfWindow - 1;
    int inLonger = longer * (length + 1);
    return offset < inLonger ? offset / (length + 1) : longer + (offset - inLonger) / length;
  }
}
