package se.samlad.meeting.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.measure.Measure;
import se.samlad.measure.Measures;
import se.samlad.meeting.Decision;
import se.samlad.meeting.GroupEyes;
import se.samlad.meeting.Meetings;
import se.samlad.meeting.web.MeetingAddress.At;

/** Who is there and what has been agreed, as tables and lists of the shared screen. */
@Component
class MeetingLines {

  private static final int MOST = 9;

  private final Meetings meetings;
  private final Measures measures;
  private final GroupEyes eyes;
  private final Groups groups;
  private final Organisations organisations;
  private final MeetingAddress address;
  private final MeetingWords words;

  MeetingLines(
      Meetings meetings,
      Measures measures,
      GroupEyes eyes,
      Groups groups,
      Organisations organisations,
      MeetingAddress address,
      MeetingWords words) {
    this.meetings = meetings;
    this.measures = measures;
    this.eyes = eyes;
    this.groups = groups;
    this.organisations = organisations;
    this.address = address;
    this.words = words;
  }

  /** A measure in a table. */
  record MeasureLine(Measure measure, String owner, boolean overdue, boolean mayClose) {}

  /** Organisations of the group, those that are here and those that are not. */
  record Attendance(List<String> present, List<String> absent) {}

  /** What has been agreed so far, as the group sees it. */
  List<MeasureLine> decided(At at) {
    Map<UUID, String> names = names();
    return meetings.decisions(at.meeting()).stream()
        .map(Decision::measure)
        .flatMap(id -> eyes.measure(at.groupId(), id).stream())
        .map(measure -> line(measure, names))
        .toList();
  }

  /** What was agreed before and is not over, overdue ones first. */
  List<MeasureLine> before(At at) {
    Map<UUID, String> names = names();
    List<UUID> now =
        meetings.decisions(at.meeting()).stream().map(Decision::measure).toList();
    return eyes.openMeasures(at.groupId()).stream()
        .filter(measure -> !now.contains(measure.id()))
        .map(measure -> line(measure, names))
        .sorted((a, b) -> Boolean.compare(b.overdue(), a.overdue()))
        .limit(MOST)
        .toList();
  }

  Attendance attendance(At at) {
    Set<UUID> there = Set.copyOf(meetings.present(at.meeting()));
    Map<UUID, String> names = names();
    List<Groups.Seat> seats = groups.seats(at.groupId());
    Set<String> here = seats.stream()
        .filter(seat -> there.contains(seat.member()))
        .map(seat -> named(seat, names))
        .collect(Collectors.toSet());
    List<String> all =
        seats.stream().map(seat -> named(seat, names)).distinct().sorted().toList();
    return new Attendance(
        all.stream().filter(here::contains).toList(),
        all.stream().filter(name -> !here.contains(name)).toList());
  }

  private MeasureLine line(Measure measure, Map<UUID, String> names) {
    LocalDate today = address.today();
    return new MeasureLine(
        measure,
        names.getOrDefault(measure.ownerOrg(), ""),
        measure.overdue(today),
        measure.status().running() && measures.actsOn(measure));
  }

  private String named(Groups.Seat seat, Map<UUID, String> names) {
    UUID organisation = seat.organisation();
    String none = words.text("meeting.noOrganisation");
    return organisation == null ? none : names.getOrDefault(organisation, none);
  }

  private Map<UUID, String> names() {
    return organisations.all().stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
  }
}
