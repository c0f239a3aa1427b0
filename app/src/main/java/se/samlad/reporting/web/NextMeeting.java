package se.samlad.reporting.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.GroupCycle;
import se.samlad.ground.access.GroupLevel;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.IsoWeek;

/**
 * When a report is taken up: a weekly group's picture covers the full week before its meeting, so a report of this week is met next week.
 * Where no weekly group covers the place nothing is promised of a day.
 */
@Component
class NextMeeting {

  private final Groups groups;

  NextMeeting(Groups groups) {
    this.groups = groups;
  }

  /** The meeting that takes the report up, and the Friday by which its author is answered. */
  record Meeting(String group, LocalDate day, LocalTime time, LocalDate answerBy) {}

  Optional<Meeting> of(@Nullable UUID area, Instant receivedAt) {
    return groups.list().stream()
        .filter(group -> group.cycle() == GroupCycle.WEEK && group.level() != GroupLevel.STEERING)
        .filter(
            group -> group.wholeMunicipality() || (area != null && group.areas().contains(area)))
        .min(Comparator.comparing(WorkingGroup::level).thenComparing(WorkingGroup::name))
        .map(group -> meeting(group, IsoWeek.of(receivedAt).plus(1)));
  }

  private static Meeting meeting(WorkingGroup group, IsoWeek week) {
    LocalDate day = week.monday().with(group.meetsOn());
    LocalDate friday = week.monday().with(DayOfWeek.FRIDAY);
    return new Meeting(
        group.name(), day, group.meetsAt(), day.isBefore(friday) ? friday : friday.plusWeeks(1));
  }
}
