package se.samlad.ground.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An ISO 8601 week in Swedish local time (vecka). Ordered by time. */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {

  /** Where weeks, hours and days are counted. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private static final Pattern TEXT = Pattern.compile("([0-9]{4})-[WwVv]([0-9]{1,2})");

  public IsoWeek {
    if (year < 1900 || year > 2200) {
      throw new IllegalArgumentException("year of week " + year + " is outside 1900-2200");
    }
    if (week < 1 || week > weeksIn(year)) {
      throw new IllegalArgumentException("week " + week + " does not exist in " + year);
    }
  }

  public static IsoWeek of(LocalDate day) {
    return new IsoWeek(
        day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  public static IsoWeek of(Instant moment) {
    return of(moment.atZone(ZONE).toLocalDate());
  }

  /** Reads {@code 2026-W48} or {@code 2026-v48}; empty when the text is no week that exists. */
  public static Optional<IsoWeek> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    int week = Integer.parseInt(matcher.group(2));
    return year < 1900 || year > 2200 || week < 1 || week > weeksIn(year)
        ? Optional.empty()
        : Optional.of(new IsoWeek(year, week));
  }

  public LocalDate monday() {
    return LocalDate.of(year, 1, 4)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
        .with(DayOfWeek.MONDAY);
  }

  public LocalDate sunday() {
    return monday().plusDays(6);
  }

  /** The first moment of the week. */
  public Instant start() {
    return monday().atStartOfDay(ZONE).toInstant();
  }

  /** The first moment after the week: 167, 168 or 169 hours after {@link #start()}. */
  public Instant end() {
    return monday().plusWeeks(1).atStartOfDay(ZONE).toInstant();
  }

  public IsoWeek plus(int weeks) {
    return of(monday().plusWeeks(weeks));
  }

  /** Whole weeks from this week to another, negative when the other lies before. */
  public int until(IsoWeek other) {
    return (int) ChronoUnit.WEEKS.between(monday(), other.monday());
  }

  /** As in the API: {@code 2026-W48}. */
  public String code() {
    return String.format(Locale.ROOT, "%04d-W%02d", year, week);
  }

  /** As in addresses: {@code 2026-v48}. */
  public String slug() {
    return String.format(Locale.ROOT, "%04d-v%02d", year, week);
  }

  @Override
  public int compareTo(IsoWeek other) {
    return monday().compareTo(other.monday());
  }

  @Override
  public String toString() {
    return code();
  }

  private static int weeksIn(int year) {
    return (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR
        .rangeRefinedBy(LocalDate.of(year, 7, 1))
        .getMaximum();
  }
}
