package se.samlad.desk.home;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import se.samlad.ground.access.GroupCycle;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;

/**
 * When a group meets next by its cycle.
 *
 * @param period the meeting's period, which names its page and its lägesbild
 */
record NextMeeting(WorkingGroup group, LocalDate day, LocalTime at, Period period) {

  /** The first of the group's weekdays that is not over; a group of a longer cycle meets on the first such day of its period. */
  static NextMeeting of(WorkingGroup group, LocalDate today, LocalTime now) {
    LocalDate from = now.isBefore(group.meetsAt().plusMinutes(group.meetingMinutes()))
        ? today
        : today.plusDays(1);
    LocalDate next = switch (group.cycle()) {
      case WEEK, FORTNIGHT, FREE -> from.with(TemporalAdjusters.nextOrSame(group.meetsOn()));
      case MONTH, QUARTER, TERTIAL -> firstOf(group, from);
    };
    return new NextMeeting(group, next, group.meetsAt(), period(group.cycle(), next));
  }

  /** The address of its page. */
  String path() {
    return "/moten/" + group.slug() + "/" + period.slug();
  }

  String picturePath() {
    return "/lagesbilder/" + group.slug() + "/" + period.slug();
  }

  private static LocalDate firstOf(WorkingGroup group, LocalDate from) {
    LocalDate inThis = first(group, period(group.cycle(), from).first());
    return inThis.isBefore(from)
        ? first(group, period(group.cycle(), from).last().plusDays(1))
        : inThis;
  }

  private static LocalDate first(WorkingGroup group, LocalDate begins) {
    return begins.with(TemporalAdjusters.nextOrSame(group.meetsOn()));
  }

  private static Period period(GroupCycle cycle, LocalDate day) {
    return switch (cycle) {
      case WEEK, FORTNIGHT, FREE -> Period.parse(IsoWeek.of(day).slug()).orElseThrow();
      case MONTH -> Period.of(YearMonth.from(day));
      case QUARTER -> Period.quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
      case TERTIAL -> Period.tertial(day.getYear(), (day.getMonthValue() + 3) / 4);
    };
  }
}
