package se.samlad.ground.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Days of the Swedish year that anybody who works with safety knows (riskdatum): payday, Valborg, midsommarafton and their like. They are
 * the same everywhere; what is a municipality's own stands in its calendar.
 */
public final class RiskDates {

  private static final int PAYDAY = 25;

  private RiskDates() {}

  /** Which day it is. */
  public enum Kind {
    PAYDAY,
    VALBORG,
    MIDSUMMER_EVE,
    HALLOWEEN,
    BLACK_FRIDAY,
    LUCIA,
    CHRISTMAS_EVE,
    NEW_YEARS_EVE
  }

  /** A day of the year. */
  public record Day(LocalDate date, Kind kind) {}

  /** Those among the days from one to another, both included, by date. */
  public static List<Day> between(LocalDate first, LocalDate last) {
    List<Day> found = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      for (Kind kind : Kind.values()) {
        if (is(kind, date)) {
          found.add(new Day(date, kind));
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean is(Kind kind, LocalDate date) {
    return switch (kind) {
      case PAYDAY -> date.equals(payday(date));
      case VALBORG -> MonthDay.from(date).equals(MonthDay.of(Month.APRIL, 30));
      case MIDSUMMER_EVE ->
        date.equals(LocalDate.of(date.getYear(), Month.JUNE, 19)
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
      case HALLOWEEN -> MonthDay.from(date).equals(MonthDay.of(Month.OCTOBER, 31));
      case BLACK_FRIDAY ->
        date.equals(LocalDate.of(date.getYear(), Month.NOVEMBER, 1)
            .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
            .plusDays(1));
      case LUCIA -> MonthDay.from(date).equals(MonthDay.of(Month.DECEMBER, 13));
      case CHRISTMAS_EVE -> MonthDay.from(date).equals(MonthDay.of(Month.DECEMBER, 24));
      case NEW_YEARS_EVE -> MonthDay.from(date).equals(MonthDay.of(Month.DECEMBER, 31));
    };
  }

  /** The 25th, or the Friday before when it falls on a weekend; in December the 23rd at the latest. */
  private static LocalDate payday(LocalDate inMonth) {
    int usual = inMonth.getMonth() == Month.DECEMBER ? 23 : PAYDAY;
    LocalDate day = inMonth.withDayOfMonth(usual);
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.minusDays(1);
      case SUNDAY -> day.minusDays(2);
      default -> day;
    };
  }
}
