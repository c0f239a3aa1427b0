package se.samlad.incident.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.catalogue.Category;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.incident.IncidentRow;
import se.samlad.incident.Incidents;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.intake.Forwarding;

/**
 * What an incident's page tells of faults in other systems. The coordinator may send one on where the place is seen; never from a category
 * that is only told coarsely, and never with a report's own words.
 */
@Component
class FaultModel {

  private final Incidents incidents;
  private final SourceStore sources;
  private final Forwarding forwarding;
  private final Told told;

  FaultModel(Incidents incidents, SourceStore sources, Forwarding forwarding, Told told) {
    this.incidents = incidents;
    this.sources = sources;
    this.forwarding = forwarding;
    this.told = told;
  }

  /** What was typed, kept when something has to be mended; {@code doubtful} asks for a reading. */
  record Typed(String slag, String beskrivning, boolean doubtful) {}

  /** A fault as told: where, how it stands, since when. */
  record Line(String system, String kind, String state, String since, String notes, String again) {}

  record View(List<Line> lines, List<Choice> kinds, Typed typed) {}

  @Transactional(readOnly = true)
  View of(UUID incident, Told.Names names) {
    if (!CurrentActor.get().has(Role.COORDINATOR)) {
      return new View(List.of(), List.of(), new Typed("", "", false));
    }
    IncidentRow row = row(incident);
    List<UUID> reports = sources.of(row.id()).stream()
        .flatMap(source -> Stream.ofNullable(source.report()))
        .distinct()
        .toList();
    List<Line> lines =
        forwarding.of(row.id(), reports).stream().map(fault -> line(row, fault)).toList();
    List<Choice> kinds = isForwardable(row, names) ? kinds(row, lines) : List.of();
    String text = told.text(
        "open311.text.first",
        told.category(row.category(), names),
        told.place(row, names),
        row.number());
    return new View(lines, kinds, new Typed(first(kinds, row), text, false));
  }

  /** What is sent: the incident's own place, and the words that were written for it. */
  @Transactional(readOnly = true)
  Forwarding.Order order(UUID incident, String kind, String text, boolean read) {
    IncidentRow row = row(incident);
    Double lon = row.lon();
    Double lat = row.lat();
    int slash = kind.indexOf('/');
    if (lon == null || lat == null || !isForwardable(row, told.names())) {
      throw new NotFound("place of incident " + incident);
    }
    if (slash != 36) {
      throw new InvalidInput("slag", "open311.kind.choose");
    }
    UUID feed = forwarding.receivers().stream()
        .map(Forwarding.Receiver::feed)
        .filter(id -> id.toString().equals(kind.substring(0, slash)))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("slag", "open311.kind.choose"));
    return new Forwarding.Order(row.id(), feed, kind.substring(slash + 1), text, lon, lat, read);
  }

  private IncidentRow row(UUID incident) {
    return incidents.find(incident).orElseThrow(() -> new NotFound("incident " + incident));
  }

  private static boolean isForwardable(IncidentRow row, Told.Names names) {
    Category category = names.categories().get(row.category());
    return row.lon() != null && !row.coarse() && (category == null || !category.coarseOnly());
  }

  private List<Choice> kinds(IncidentRow row, List<Line> sent) {
    return forwarding.receivers().stream()
        .filter(receiver -> sent.stream().noneMatch(line -> line.system().equals(receiver.name())))
        .flatMap(receiver -> receiver.kinds().stream()
            .sorted((a, b) -> Boolean.compare(answers(b, row), answers(a, row)))
            .map(kind -> new Choice(
                receiver.feed() + "/" + kind.code(), receiver.name() + ": " + kind.name())))
        .toList();
  }

  private static boolean answers(Forwarding.Kind kind, IncidentRow row) {
    return row.category().equals(kind.category());
  }

  private static String first(List<Choice> kinds, IncidentRow row) {
    return kinds.isEmpty() || row.coarse() ? "" : kinds.getFirst().value();
  }

  private Line line(IncidentRow row, Forwarding.Faulted fault) {
    String request = fault.request();
    String state = switch (fault.state()) {
      case WAITING, SENDING -> told.text("open311.state.waiting");
      case UNKNOWN -> told.text("open311.state.unknown");
      case REFUSED ->
        told.text(
            "open311.state.refused",
            fault.refusedWith() == null ? "" : String.valueOf(fault.refusedWith()));
      case SENT ->
        told.text(
            fault.open() ? "open311.state.open" : "open311.state.closed",
            request == null ? told.text("open311.noNumber") : request);
    };
    boolean again =
        fault.state() == Forwarding.State.UNKNOWN || fault.state() == Forwarding.State.REFUSED;
    return new Line(
        fault.system(),
        fault.kind(),
        state,
        told.formats().tableMoment(fault.changedAt()),
        fault.notes(),
        again ? InboxModel.PATH + "/" + row.id() + "/felanmalan/" + fault.id() + "/igen" : "");
  }
}
