package se.samlad.analysis.coverage;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What was heard from one unit about one area in one week it was expected to report (Swedish: förväntad rapportvecka).
 *
 * @param unit the unit expected to report
 * @param week the Monday of the ISO week
 * @param answered whether it reported, or said that there was nothing to report
 * @param incidents how many incidents it told of, 0 when it did not answer
 * @param effort how much looking stands behind the answer: 1 for a unit, or hours from a guard log
 */
public record UnitWeek(
    String unit, LocalDate week, boolean answered, int incidents, double effort) {

  public UnitWeek {
    if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(
          "A week begins on a Monday, %s is a %s".formatted(week, week.getDayOfWeek()));
    }
    if (incidents < 0) {
      throw new IllegalArgumentException(
          "%d incidents from %s: a count cannot be negative".formatted(incidents, unit));
    }
    if (!answered && incidents > 0) {
      throw new IllegalArgumentException(
          "%s told of %d incidents in the week of %s and so did answer"
              .formatted(unit, incidents, week));
    }
    if (!(effort > 0) || Double.isInfinite(effort)) {
      throw new IllegalArgumentException(
          "The effort of %s is %s, it should be above 0".formatted(unit, effort));
    }
  }

  /** A unit that answered, with 0 for "nothing to report". */
  public static UnitWeek answered(String unit, LocalDate week, int incidents) {
    return new UnitWeek(unit, week, true, incidents, 1);
  }

  public static UnitWeek silent(String unit, LocalDate week) {
    return new UnitWeek(unit, week, false, 0, 1);
  }
}
