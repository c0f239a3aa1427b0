package se.samlad.analysis.season;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;

/**
 * Which months have more than others, per day (Swedish: månadsindex)?
 *
 * <p>The index of a month is its events per day divided by the events per day of the whole period: 1.2 is a fifth more
 * than an average day. Dividing by days makes February comparable, leap years included.
 *
 * <p>Edges: a month of which the period holds no day has no index, nor has any month when nothing happened at all. Months
 * cut by the ends of the period count the days inside. Events outside the period are refused: the caller chose both.
 *
 * <p>Cost: one pass. Source: Makridakis, Wheelwright & Hyndman (1998), Forecasting, 3rd ed., section 3/2, with calendar
 * adjustment.
 */
public final class MonthIndex {

  private MonthIndex() {}

  /** The indices of events on these dates, within a period whose last day is {@code to}. */
  public static Result of(Collection<LocalDate> events, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "The period ends on %s, before it begins on %s".formatted(to, from));
    }
    int[] counts = new int[12];
    for (LocalDate event : events) {
      if (event.isBefore(from) || event.isAfter(to)) {
        throw new IllegalArgumentException(
            "The event of %s is outside %s to %s".formatted(event, from, to));
      }
      counts[event.getMonthValue() - 1]++;
    }
    return new Result(events.size(), from, to, counts, days(from, to));
  }

  private static int[] days(LocalDate from, LocalDate to) {
    int[] days = new int[12];
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(YearMonth.from(to));
        month = month.plusMonths(1)) {
      LocalDate first = month.atDay(1).isBefore(from) ? from : month.atDay(1);
      LocalDate last = month.atEndOfMonth().isAfter(to) ? to : month.atEndOfMonth();
      days[month.getMonthValue() - 1] += last.getDayOfMonth() - first.getDayOfMonth() + 1;
    }
    return days;
  }

  /**
   * The indices, January first.
   *
   * @param n events
   * @param counts events of each month, all years together
   * @param days days of each month inside the period
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Result(int n, LocalDate from, LocalDate to, int[] counts, int[] days) {

    public Result {
      counts = counts.clone();
      days = days.clone();
    }

    @Override
    public int[] counts() {
      return counts.clone();
    }

    @Override
    public int[] days() {
      return days.clone();
    }

    public int count(Month month) {
      return counts[month.getValue() - 1];
    }

    /** Events per day of the month over events per day of the period. */
    public OptionalDouble index(Month month) {
      int daysOfMonth = days[month.getValue() - 1];
      if (n == 0 || daysOfMonth == 0) {
        return OptionalDouble.empty();
      }
      double allDays = Arrays.stream(days).sum();
      return OptionalDouble.of((double) count(month) / daysOfMonth / (n / allDays));
    }

    /** The month with the highest index; empty without events. */
    public Optional<Month> highest() {
      return n == 0 ? Optional.empty() : Optional.of(Month.of(highest(counts) + 1));
    }

    private int highest(int[] events) {
      int highest = -1;
      for (int month = 0; month < events.length; month++) {
        if (days[month] > 0
            && (highest < 0
                || (double) events[month] / days[month]
                    > (double) events[highest] / days[highest])) {
          highest = month;
        }
      }
      return highest;
    }

    /** Share of draws, each month's count drawn about what was seen, with the same highest month. */
    public Stability stability(Stability.Parameters how, Progress progress) {
      int seen = highest(counts);
      return Stability.of(how, progress, () -> random -> {
        int[] drawn = new int[counts.length];
        Arrays.setAll(drawn, month -> (int) Stability.redrawn(counts[month], 1, random));
        return highest(drawn) == seen;
      });
    }
  }
}
