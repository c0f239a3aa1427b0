package se.samlad.incident.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Member;
import se.samlad.ground.access.Members;
import se.samlad.incident.jdbc.IncidentHistory;
import se.samlad.incident.jdbc.IncidentHistory.Event;

/** What happened to an incident: when, what, before and after, and by whom where that may be known. */
@Component
class HistoryModel {

  private static final Set<String> UNDOABLE = Set.of(
      "PASSED",
      "DISMISSED",
      "CLASS_CHANGED",
      "CATEGORY_CHANGED",
      "MERGED",
      "SPLIT",
      "TEXT_REVIEWED",
      "TIME_CHANGED",
      "WITHDRAWN",
      "PROPOSAL_ACCEPTED",
      "PROPOSAL_REFUSED");

  private final IncidentHistory history;
  private final Members members;
  private final Told told;

  HistoryModel(IncidentHistory history, Members members, Told told) {
    this.history = history;
    this.members = members;
    this.told = told;
  }

  /**
   * A line.
   *
   * @param who a name, or the organisation whose source it is about when the name is protected
   * @param undo address that takes the deed back, when it still can be
   */
  record Line(
      String when,
      String what,
      String who,
      String reason,
      @Nullable String undo) {}

  @Transactional(readOnly = true)
  public List<Line> of(UUID incident, Told.Names names) {
    List<Event> events = history.events(incident);
    Set<UUID> undone = events.stream()
        .map(Event::undoes)
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.toSet());
    return events.reversed().stream().map(event -> line(event, undone, names)).toList();
  }

  private Line line(Event event, Set<UUID> undone, Told.Names names) {
    UUID deed = event.deed();
    boolean undoable =
        deed != null && UNDOABLE.contains(event.kind()) && !undone.contains(event.id());
    return new Line(
        told.formats().tableMoment(event.at()),
        what(event, undone, names),
        who(event),
        event.reason(),
        undoable && !"MASKED".equals(event.after().get("text"))
            ? "/handelser/gjort/" + deed + "/angra"
            : null);
  }

  private String what(Event event, Set<UUID> undone, Told.Names names) {
    String what = told.text(
        "incident.event." + event.kind(),
        value(event.before(), names),
        value(event.after(), names));
    return undone.contains(event.id()) ? told.text("incident.event.taken", what) : what;
  }

  private String value(Map<String, Object> values, Told.Names names) {
    if (values.containsKey("category")) {
      return told.category(String.valueOf(values.get("category")), names);
    }
    if (values.containsKey("class")) {
      return told.text("incident.class." + values.get("class"));
    }
    return values.containsKey("text") ? told.text("incident.event.text." + values.get("text")) : "";
  }

  private String who(Event event) {
    UUID by = event.by();
    return by == null
        ? told.text("incident.event.system")
        : members
            .find(by)
            .map(Member::displayName)
            .orElseGet(() -> told.text("incident.event.somebody"));
  }
}
