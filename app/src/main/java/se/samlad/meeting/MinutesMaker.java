package se.samlad.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.HotspotSentences;
import se.samlad.insight.WeekSummary;
import se.samlad.measure.IndicatorWords;
import se.samlad.measure.Measure;
import se.samlad.meeting.Minutes.Line;
import se.samlad.meeting.jdbc.MeetingStore;

/** Writes the minutes from what the meeting did; in Swedish, as they are a public record. */
@Component
class MinutesMaker {

  private static final Locale SWEDISH = Locale.of("sv");

  private final MeetingStore store;
  private final Groups groups;
  private final Organisations organisations;
  private final GroupEyes eyes;
  private final Finding finding;
  private final HotspotSentences sentences;
  private final IndicatorWords words;
  private final MessageSource messages;

  MinutesMaker(
      MeetingStore store,
      Groups groups,
      Organisations organisations,
      GroupEyes eyes,
      Finding finding,
      HotspotSentences sentences,
      IndicatorWords words,
      MessageSource messages) {
    this.store = store;
    this.groups = groups;
    this.organisations = organisations;
    this.eyes = eyes;
    this.finding = finding;
    this.sentences = sentences;
    this.words = words;
    this.messages = messages;
  }

  Minutes of(Meeting meeting, @Nullable Instant closedAt) {
    WorkingGroup group = groups.get(meeting.group());
    Map<UUID, String> names = organisations.all().stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
    UUID id = meeting.id();
    Set<UUID> there = id == null ? Set.of() : Set.copyOf(store.present(id));
    List<Groups.Seat> seats = groups.seats(group.id());
    HotspotRun run = eyes.hotspots(group.id(), meeting.week());
    List<Line> decisions = id == null ? List.of() : decisions(id, group.id(), names);
    return new Minutes(
        group.name(),
        meeting.period().slug(),
        meeting.coveredFrom(),
        meeting.coveredTo(),
        meeting.startedAt(),
        closedAt == null ? meeting.closedAt() : closedAt,
        seats.stream()
            .filter(seat -> there.contains(seat.member()))
            .map(seat ->
                new Minutes.Present(seat.name(), name(seat.organisation(), names), seat.deputy()))
            .toList(),
        absent(seats, there, names),
        situation(meeting, run),
        places(run),
        eyes.openMeasures(group.id()).stream()
            .filter(measure ->
                decisions.stream().noneMatch(line -> line.number().equals(measure.number())))
            .map(measure -> line(measure, names))
            .toList(),
        decisions,
        id == null ? List.of() : notes(id));
  }

  /** Organisations with a seat in the group and nobody there. */
  private static List<String> absent(
      List<Groups.Seat> seats, Set<UUID> there, Map<UUID, String> names) {
    Set<String> present = seats.stream()
        .filter(seat -> there.contains(seat.member()))
        .map(seat -> name(seat.organisation(), names))
        .collect(Collectors.toSet());
    return seats.stream()
        .map(seat -> name(seat.organisation(), names))
        .filter(name -> !name.isEmpty() && !present.contains(name))
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> situation(Meeting meeting, HotspotRun run) {
    WeekSummary week = eyes.week(meeting.group(), meeting.week());
    return List.of(
        finding.heading(week, false, SWEDISH) + ".",
        finding.answered(week.incidents(), SWEDISH),
        finding.heading(run, SWEDISH));
  }

  private List<Minutes.Place> places(HotspotRun run) {
    List<Minutes.Place> places = new ArrayList<>();
    for (Hotspot hotspot : run.hotspots()) {
      places.add(
          new Minutes.Place(hotspot.rank(), hotspot.name(), sentences.say(hotspot, SWEDISH)));
    }
    return places;
  }

  private List<Line> decisions(UUID id, UUID group, Map<UUID, String> names) {
    return store.decisions(id).stream()
        .flatMap(decision -> eyes.measure(group, decision.measure()).stream())
        .map(measure -> line(measure, names))
        .toList();
  }

  private Line line(Measure measure, Map<UUID, String> names) {
    return new Line(
        measure.number(),
        measure.title(),
        name(measure.ownerOrg(), names),
        messages.getMessage("measure.status." + measure.status(), null, SWEDISH),
        measure.doneBy(),
        measure.followUpOn(),
        measure.goal(),
        words.say(measure.watched(), SWEDISH));
  }

  private List<Minutes.Note> notes(UUID id) {
    return store.notes(id).entrySet().stream()
        .filter(note -> !note.getValue().hidden())
        .map(note -> new Minutes.Note(
            note.getKey(), heading(note.getKey()), note.getValue().words()))
        .toList();
  }

  private String heading(String item) {
    String key = item.startsWith("plats") ? "plats" : item;
    String found = messages.getMessage("meeting.item." + key, null, item, SWEDISH);
    return Objects.requireNonNullElse(found, item);
  }

  private static String name(@Nullable UUID organisation, Map<UUID, String> names) {
    return organisation == null ? "" : names.getOrDefault(organisation, "");
  }
}
