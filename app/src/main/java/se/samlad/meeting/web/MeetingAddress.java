package se.samlad.meeting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.NotFound;
import se.samlad.meeting.Meeting;
import se.samlad.meeting.Meetings;

/** Reads {@code /moten/{grupp}/{period}}. */
@Component
class MeetingAddress {

  private final Groups groups;
  private final Meetings meetings;
  private final Clock clock;

  MeetingAddress(Groups groups, Meetings meetings, Clock clock) {
    this.groups = groups;
    this.meetings = meetings;
    this.clock = clock;
  }

  /** A group's meeting with its address. */
  record At(WorkingGroup group, Period period, Meeting meeting) {

    public UUID groupId() {
      return group.id();
    }

    public String path() {
      return "/moten/" + group.slug() + "/" + period.slug();
    }
  }

  At find(String slug, String text) {
    Period period = Period.parse(text).orElseThrow(() -> new NotFound("period " + text));
    WorkingGroup group = groups.getBySlug(slug);
    return new At(group, period, meetings.of(group.id(), period));
  }

  /** The period the group's next meeting is about, by its cycle. */
  Period current(WorkingGroup group) {
    LocalDate today = today();
    IsoWeek week = IsoWeek.of(today);
    return switch (group.cycle()) {
      case WEEK, FREE -> Period.of(week);
      case FORTNIGHT -> {
        IsoWeek first = week.week() % 2 == 0 ? week : week.plus(-1);
        yield Period.of(first, first.plus(1));
      }
      case MONTH -> Period.of(YearMonth.from(today));
      case QUARTER -> Period.quarter(today.getYear(), (today.getMonthValue() - 1) / 3 + 1);
      case TERTIAL -> Period.tertial(today.getYear(), (today.getMonthValue() - 1) / 4 + 1);
    };
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
  }
}
