package se.samlad.reporting;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Unit;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Pauses;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.reporting.jdbc.WeekStore;

/** When the answers of a week are due (Swedish: sista svarsdag), for a group's areas or for everybody, and when units are reminded. */
@Service
public class Deadlines {

  private static final int MOST_HOURS = 167;

  private final WeekStore store;
  private final Groups groups;
  private final Pauses pauses;
  private final Audit audit;

  Deadlines(WeekStore store, Groups groups, Pauses pauses, Audit audit) {
    this.store = store;
    this.groups = groups;
    this.pauses = pauses;
    this.audit = audit;
  }

  /**
   * When a week closes.
   *
   * @param group whose areas it is about; null is all others
   * @param weeksAfter 0 closes within the week itself, 1 in the week after
   * @param remindHours how long before it closes those who have not answered are reminded
   * @param reminds whether anybody is reminded by itself
   */
  public record Deadline(
      @Nullable UUID group,
      DayOfWeek closesOn,
      int weeksAfter,
      LocalTime closesAt,
      int remindHours,
      boolean reminds) {

    /** Monday noon of the week after, reminded on Thursday, by hand until somebody decides otherwise. */
    public static final Deadline STANDARD =
        new Deadline(null, DayOfWeek.MONDAY, 1, LocalTime.NOON, 96, false);
  }

  /** When a unit's week closes, and when it is reminded. */
  public record Due(Instant at, Instant remindAt, boolean reminds) {}

  /** Deadlines, groups and pauses read once, to ask about many units. */
  public record Plan(
      List<Deadline> deadlines, Map<UUID, WorkingGroup> groups, Pauses.Paused paused) {

    public Plan {
      deadlines = List.copyOf(deadlines);
      groups = Map.copyOf(groups);
    }

    /** The earliest of the groups that cover the unit's areas, else the one for all others. */
    public Due of(Unit unit, IsoWeek week) {
      return deadlines.stream()
          .filter(deadline -> covers(deadline, unit))
          .map(deadline -> due(deadline, week))
          .min(Comparator.comparing(Due::at))
          .orElseGet(() -> due(forOthers(), week));
    }

    private boolean covers(Deadline deadline, Unit unit) {
      WorkingGroup group = deadline.group() == null ? null : groups.get(deadline.group());
      return group != null
          && (group.wholeMunicipality()
              || unit.areas().isEmpty()
              || unit.areas().stream().anyMatch(group.areas()::contains));
    }

    /** The one for units no group's deadline is about. */
    public Deadline forOthers() {
      return deadlines.stream()
          .filter(deadline -> deadline.group() == null)
          .findFirst()
          .orElse(Deadline.STANDARD);
    }

    private Due due(Deadline deadline, IsoWeek week) {
      Instant at = paused
          .afterHolidays(week.plus(deadline.weeksAfter()).monday().with(deadline.closesOn()))
          .atTime(deadline.closesAt())
          .atZone(IsoWeek.ZONE)
          .toInstant();
      return new Due(at, at.minus(Duration.ofHours(deadline.remindHours())), deadline.reminds());
    }
  }

  @Transactional(readOnly = true)
  public Plan plan() {
    return new Plan(
        store.deadlines(),
        groups.list().stream()
            .collect(java.util.stream.Collectors.toMap(WorkingGroup::id, group -> group)),
        pauses.paused());
  }

  /** Sets the deadline of a group, or the one for all others. */
  @Transactional
  public void set(Deadline deadline) {
    if (deadline.remindHours() < 1 || deadline.remindHours() > MOST_HOURS) {
      throw new InvalidInput("timmar", "weekly.input.hours", MOST_HOURS);
    }
    if (deadline.weeksAfter() < 0 || deadline.weeksAfter() > 1) {
      throw new InvalidInput("veckor", "weekly.input.weeks");
    }
    Optional.ofNullable(deadline.group()).ifPresent(groups::get);
    store.set(deadline);
    audit.record("deadline.set", "reporting_deadline", deadline.group());
  }

  /** A group's own deadline goes; its units follow the one for all others. */
  @Transactional
  public void remove(UUID group) {
    store.removeDeadline(group);
    audit.record("deadline.remove", "reporting_deadline", group);
  }
}
