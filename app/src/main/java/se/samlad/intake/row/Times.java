package se.samlad.intake.row;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.intake.Field;

/** When a row's event was, from whatever the file says: moments, days with times, or days alone. Swedish time throughout. */
final class Times {

  private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);

  private final Layout layout;
  private final LocalDate today;

  Times(Layout layout, LocalDate today) {
    this.layout = layout;
    this.today = today;
  }

  /**
   * An interval.
   *
   * @param dayOnly whether it is whole days, the hours unknown
   */
  record Span(Instant from, Instant to, boolean dayOnly) {}

  @Nullable
  LocalDate recorded(Cells cells) {
    return possible(cells, Field.RECORDED, cells.requiredDay(Field.RECORDED));
  }

  @Nullable
  Span span(Cells cells) {
    return layout.has(Field.FROM) ? moments(cells) : days(cells);
  }

  private @Nullable Span moments(Cells cells) {
    LocalDateTime start = cells.moment(Field.FROM);
    LocalDateTime stop = cells.moment(Field.TO);
    if (start == null) {
      if (cells.problems().isEmpty()) {
        cells.wrong(Field.FROM, "intake.row.empty");
      }
      return null;
    }
    possible(cells, Field.FROM, start.toLocalDate());
    possible(cells, Field.TO, stop == null ? null : stop.toLocalDate());
    Instant from = instant(cells, Field.FROM, start);
    Instant to = stop == null ? from : instant(cells, Field.TO, stop);
    inOrder(cells, layout.has(Field.TO) ? Field.TO : Field.FROM, from, to);
    return new Span(from, to, false);
  }

  private @Nullable Span days(Cells cells) {
    LocalDate first = possible(cells, Field.FROM_DAY, cells.requiredDay(Field.FROM_DAY));
    LocalDate said = possible(cells, Field.TO_DAY, cells.day(Field.TO_DAY));
    Integer fromTime = cells.minutes(Field.FROM_TIME);
    Integer toTime = cells.minutes(Field.TO_TIME);
    if (first == null) {
      return null;
    }
    Instant from = at(cells, Field.FROM_TIME, first, fromTime == null ? 0 : fromTime);
    Instant to = end(cells, first, said, fromTime, toTime);
    inOrder(cells, layout.has(Field.TO_DAY) ? Field.TO_DAY : Field.FROM_DAY, from, to);
    return new Span(from, to, fromTime == null && toTime == null);
  }

  /** The end of an interval: its own day and time, or what follows from those that are given. */
  private static Instant end(
      Cells cells,
      LocalDate first,
      @Nullable LocalDate said,
      @Nullable Integer fromTime,
      @Nullable Integer toTime) {
    LocalDate last = said == null ? first : said;
    if (toTime != null) {
      return at(cells, Field.TO_TIME, last, toTime);
    }
    return fromTime != null && said == null
        ? at(cells, Field.FROM_TIME, first, fromTime)
        : midnight(last.plusDays(1));
  }

  private @Nullable LocalDate possible(Cells cells, Field field, @Nullable LocalDate day) {
    if (day != null && day.isAfter(today)) {
      cells.unreadable(field, "intake.row.future", day.toString());
      return null;
    }
    if (day != null && day.isBefore(FIRST_DAY)) {
      cells.unreadable(field, "intake.row.past", day.toString());
      return null;
    }
    return day;
  }

  private static void inOrder(Cells cells, Field field, Instant from, Instant to) {
    // Old offences come late, but an interval of decades is a mistyped year.
    if (to.isBefore(from)) {
      cells.wrong(field, "intake.row.order");
    } else if (Duration.between(from, to).toDays() > 20 * 366) {
      cells.wrong(field, "intake.row.longInterval");
    }
  }

  private static Instant at(Cells cells, Field field, LocalDate day, int minutes) {
    return instant(cells, field, day.atStartOfDay().plusMinutes(minutes));
  }

  /** Swedish time; the hour that summer time skips is refused, of the doubled one the first is meant. */
  private static Instant instant(Cells cells, Field field, LocalDateTime moment) {
    List<ZoneOffset> offsets = IsoWeek.ZONE.getRules().getValidOffsets(moment);
    if (offsets.isEmpty()) {
      cells.unreadable(field, "intake.row.skippedHour", moment.toString().replace('T', ' '));
      return moment.atZone(IsoWeek.ZONE).toInstant();
    }
    return moment.toInstant(offsets.getFirst());
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(IsoWeek.ZONE).toInstant();
  }
}
