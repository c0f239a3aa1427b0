package se.samlad.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.samlad.ground.storage.Ids;
import se.samlad.incident.jdbc.IncidentHistory;
import se.samlad.incident.jdbc.SourceStore.Source;

/** One press of a verb under way: gathers the events it leaves under one id, by which all is undone as one. */
final class Deed {

  private final UUID id = Ids.next();
  private final IncidentHistory history;
  private final Instant at;
  private final List<UUID> events = new ArrayList<>();
  private final Set<UUID> incidents = new HashSet<>();

  Deed(IncidentHistory history, Clock clock) {
    this.history = history;
    this.at = clock.instant();
  }

  Instant at() {
    return at;
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  void leave(
      Source source, String kind, String reason, Map<String, ?> before, Map<String, ?> after) {
    incidents.add(source.incident());
    events.add(history.addEvent(
        source.incident(), source.id(), source.owner(), kind, at, reason, before, after, null, id));
  }

  Review.Done done() {
    return new Review.Done(events, incidents.size(), id);
  }
}
