package se.samlad.ground.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a lägesbild or a meeting belongs to (Swedish: period): a week, some weeks, a month, a quarter, a tertial of four months, or days of
 * one's own. In addresses as {@code 2026-v48}, {@code 2026-v48-v49}, {@code 2026-11}, {@code 2026-k4}, {@code 2026-t3} and
 * {@code 2026-11-02--2026-11-15}; each period has one such name. Ordered by time.
 *
 * @param first first day
 * @param last last day, included
 */
public record Period(Kind kind, LocalDate first, LocalDate last) implements Comparable<Period> {

  /** The longest period of weeks or days that has a name. */
  public static final int LONGEST_DAYS = 400;

  /** The most weeks one name of weeks spans. */
  public static final int MOST_WEEKS = 26;

  private static final Pattern WEEKS = Pattern.compile("([0-9]{4}-v[0-9]{2})-v([0-9]{2})");
  private static final Pattern PART = Pattern.compile("([0-9]{4})-([tk])([1-4])");
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
  private static final Pattern DAYS =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})--([0-9]{4}-[0-9]{2}-[0-9]{2})");

  /** Which sort of period it is. */
  public enum Kind {
    WEEK,
    WEEKS,
    MONTH,
    QUARTER,
    TERTIAL,
    DAYS
  }

  public Period {
    Objects.requireNonNull(kind, "kind");
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
      throw new IllegalArgumentException(
          "period " + first + " to " + last + " is not 1-" + LONGEST_DAYS + " days");
    }
  }

  public static Period of(IsoWeek week) {
    return new Period(Kind.WEEK, week.monday(), week.sunday());
  }

  /** The weeks from one to another, both included; a single week when they are the same. */
  public static Period of(IsoWeek from, IsoWeek to) {
    return from.equals(to) ? of(from) : new Period(Kind.WEEKS, from.monday(), to.sunday());
  }

  public static Period of(YearMonth month) {
    return new Period(Kind.MONTH, month.atDay(1), month.atEndOfMonth());
  }

  /** Quarter 1-4 of a year (kvartal). */
  public static Period quarter(int year, int number) {
    return part(Kind.QUARTER, year, number, 3);
  }

  /** Tertial 1-3 of a year: four calendar months. */
  public static Period tertial(int year, int number) {
    return part(Kind.TERTIAL, year, number, 4);
  }

  /** Days of one's own, both included. */
  public static Period days(LocalDate first, LocalDate last) {
    return new Period(Kind.DAYS, first, last);
  }

  /** Reads a period as it stands in an address; empty when the text is none, or names one in another way than {@link #slug()}. */
  public static Optional<Period> parse(String text) {
    try {
      return read(text).filter(period -> period.slug().equals(text));
    } catch (DateTimeParseException | IllegalArgumentException noSuchDay) {
      return Optional.empty();
    }
  }

  /** As in addresses. */
  public String slug() {
    return switch (kind) {
      case WEEK -> firstWeek().slug();
      case WEEKS ->
        firstWeek().slug() + String.format(Locale.ROOT, "-v%02d", lastWeek().week());
      case MONTH -> YearMonth.from(first).toString();
      case QUARTER -> first.getYear() + "-k" + number();
      case TERTIAL -> first.getYear() + "-t" + number();
      case DAYS -> first + "--" + last;
    };
  }

  /** The week the first day lies in. */
  public IsoWeek firstWeek() {
    return IsoWeek.of(first);
  }

  /** The week the last day lies in. */
  public IsoWeek lastWeek() {
    return IsoWeek.of(last);
  }

  /** Which quarter, tertial or month of its year it is; for weeks the number of the first. */
  public int number() {
    return switch (kind) {
      case WEEK, WEEKS -> firstWeek().week();
      case MONTH -> first.getMonthValue();
      case QUARTER -> (first.getMonthValue() - 1) / 3 + 1;
      case TERTIAL -> (first.getMonthValue() - 1) / 4 + 1;
      case DAYS -> 1;
    };
  }

  /** The year of the name: for weeks the year the first week belongs to, which in January may be the one before. */
  public int year() {
    return kind == Kind.WEEK || kind == Kind.WEEKS ? firstWeek().year() : first.getYear();
  }

  /** How many days it has. */
  public int length() {
    return (int) ChronoUnit.DAYS.between(first, last) + 1;
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** The period of the same kind just before. */
  public Period previous() {
    return shifted(-1);
  }

  /** The period of the same kind just after. */
  public Period next() {
    return shifted(1);
  }

  /**
   * What a document of this period tells about unless somebody says otherwise: the full period before, as the name is the meeting's. Days
   * of one's own are themselves what is told about.
   */
  public Period covered() {
    return kind == Kind.DAYS ? this : previous();
  }

  /**
   * The weeks that are counted for it: those whose Thursday lies in it, so that each week belongs to one month, quarter and tertial. Days
   * without a Thursday count as the week they begin in.
   */
  public Period wholeWeeks() {
    if (kind == Kind.WEEK || kind == Kind.WEEKS) {
      return this;
    }
    IsoWeek from = holds(thursday(firstWeek())) ? firstWeek() : firstWeek().plus(1);
    IsoWeek to = holds(thursday(lastWeek())) ? lastWeek() : lastWeek().plus(-1);
    return from.compareTo(to) > 0 ? of(firstWeek()) : of(from, to);
  }

  @Override
  public int compareTo(Period other) {
    int byFirst = first.compareTo(other.first);
    return byFirst != 0 ? byFirst : last.compareTo(other.last);
  }

  @Override
  public String toString() {
    return slug();
  }

  private static LocalDate thursday(IsoWeek week) {
    return week.monday().plusDays(3);
  }

  private Period shifted(int steps) {
    return switch (kind) {
      case WEEK -> of(firstWeek().plus(steps));
      case WEEKS -> {
        int weeks = firstWeek().until(lastWeek()) + 1;
        yield of(firstWeek().plus(steps * weeks), lastWeek().plus(steps * weeks));
      }
      case MONTH -> of(YearMonth.from(first).plusMonths(steps));
      case QUARTER -> months(first.plusMonths(3L * steps), 3);
      case TERTIAL -> months(first.plusMonths(4L * steps), 4);
      case DAYS ->
        days(first.plusDays((long) steps * length()), last.plusDays((long) steps * length()));
    };
  }

  private Period months(LocalDate start, int count) {
    return new Period(kind, start, start.plusMonths(count).minusDays(1));
  }

  private static Period part(Kind kind, int year, int number, int months) {
    if (number < 1 || number > 12 / months) {
      throw new IllegalArgumentException(kind + " " + number + " does not exist");
    }
    LocalDate start = LocalDate.of(year, Month.of((number - 1) * months + 1), 1);
    return new Period(kind, start, start.plusMonths(months).minusDays(1));
  }

  private static Optional<Period> read(String text) {
    Optional<IsoWeek> week = IsoWeek.parse(text);
    if (week.isPresent()) {
      return week.map(Period::of);
    }
    Matcher weeks = WEEKS.matcher(text);
    if (weeks.matches()) {
      return IsoWeek.parse(weeks.group(1))
          .flatMap(from -> lastOf(from, Integer.parseInt(weeks.group(2))).map(to -> of(from, to)));
    }
    Matcher part = PART.matcher(text);
    if (part.matches()) {
      int year = Integer.parseInt(part.group(1));
      int number = Integer.parseInt(part.group(3));
      return Optional.of(part.group(2).equals("t") ? tertial(year, number) : quarter(year, number));
    }
    Matcher days = DAYS.matcher(text);
    if (days.matches()) {
      return Optional.of(days(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2))));
    }
    return MONTH.matcher(text).matches()
        ? Optional.of(of(YearMonth.parse(text)))
        : Optional.empty();
  }

  /** The first week with the number that comes after, at most half a year on: {@code 2026-v53-v01} ends in 2027. */
  private static Optional<IsoWeek> lastOf(IsoWeek from, int number) {
    int year = number > from.week() ? from.year() : from.year() + 1;
    return IsoWeek.parse(String.format(Locale.ROOT, "%04d-v%02d", year, number))
        .filter(to -> from.until(to) < MOST_WEEKS);
  }
}
