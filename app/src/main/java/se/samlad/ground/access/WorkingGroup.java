package se.samlad.ground.access;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;

/** A working group with level, cycle and areas (Swedish: EST-grupp, operativ grupp, beredningsgrupp, styrgrupp). */
public record WorkingGroup(
    UUID id,
    String slug,
    String name,
    GroupLevel level,
    GroupCycle cycle,
    DayOfWeek meetsOn,
    LocalTime meetsAt,
    int meetingMinutes,
    String meetingPlace,
    boolean wholeMunicipality,
    boolean active,
    Set<UUID> areas) {

  public WorkingGroup {
    areas = Set.copyOf(areas);
  }

  /** A group that meets on Tuesdays at nine each week, before anything else is said about it. */
  public static WorkingGroup of(UUID id, String slug, String name, GroupLevel level) {
    return new WorkingGroup(
        id,
        slug,
        name,
        level,
        GroupCycle.WEEK,
        DayOfWeek.TUESDAY,
        LocalTime.of(9, 0),
        30,
        "",
        false,
        true,
        Set.of());
  }

  public WorkingGroup covering(Set<UUID> newAreas) {
    return new WorkingGroup(
        id,
        slug,
        name,
        level,
        cycle,
        meetsOn,
        meetsAt,
        meetingMinutes,
        meetingPlace,
        wholeMunicipality,
        active,
        newAreas);
  }

  /** The same group covering the whole municipality, places outside every area too. */
  public WorkingGroup coveringAll() {
    return new WorkingGroup(
        id,
        slug,
        name,
        level,
        cycle,
        meetsOn,
        meetsAt,
        meetingMinutes,
        meetingPlace,
        true,
        active,
        areas);
  }

  public WorkingGroup meeting(
      GroupCycle newCycle, DayOfWeek day, LocalTime time, int minutes, String place) {
    return new WorkingGroup(
        id,
        slug,
        name,
        level,
        newCycle,
        day,
        time,
        minutes,
        place,
        wholeMunicipality,
        active,
        areas);
  }
}
