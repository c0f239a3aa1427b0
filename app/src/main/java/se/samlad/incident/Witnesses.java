package se.samlad.incident;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.incident.jdbc.IncidentHistory;
import se.samlad.incident.jdbc.IncidentHistory.Event;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Source;

/**
 * Several reports of one real event (Swedish: slå ihop dubbletter). Sources move together, and each keeps its owner, class and state; what
 * each audience sees is drawn from its own sources as before. Only the EST coordinator sees all sources, and so merges and splits.
 */
@Service
public class Witnesses {

  private final SourceStore store;
  private final IncidentHistory history;
  private final SourceDesk desk;
  private final Audit audit;
  private final Clock clock;

  Witnesses(SourceStore store, IncidentHistory history, SourceDesk desk, Audit audit, Clock clock) {
    this.store = store;
    this.history = history;
    this.desk = desk;
    this.audit = audit;
    this.clock = clock;
  }

  /** Merges incidents as witnesses of one: all sources move to the incident received first. */
  @Transactional
  public Review.Done merge(Picks picks) {
    requireCoordinator();
    if (picks.size() < 2) {
      throw new InvalidInput("h", "incident.merge.two");
    }
    List<Source> all = new ArrayList<>();
    picks.stamps().entrySet().forEach(pick -> all.addAll(desk.locked(pick)));
    all.sort(Comparator.comparing(Source::receivedAt).thenComparing(Source::id));
    UUID into = all.getFirst().incident();
    Deed deed = new Deed(history, clock);
    Set<UUID> emptied = new LinkedHashSet<>();
    for (Source source : all) {
      if (!source.incident().equals(into)) {
        store.move(source.id(), into);
        emptied.add(source.incident());
        deed.leave(
            source,
            "MERGED",
            "",
            Map.of("incident", source.incident().toString()),
            Map.of("incident", into.toString()));
      }
    }
    store.leadInto(emptied, into);
    audit.record(
        "incident.merge",
        "incident",
        into,
        Map.of("incidents", picks.incidents().stream().map(UUID::toString).toList()));
    return deed.done();
  }

  /** Moves a source out again: to the incident it came from when that stands empty, else to one of its own. */
  @Transactional
  public Review.Done split(Map.Entry<UUID, Integer> pick, UUID sourceId) {
    requireCoordinator();
    List<Source> sources = desk.locked(pick);
    Source source = sources.stream()
        .filter(each -> each.id().equals(sourceId))
        .findFirst()
        .orElseThrow(() -> new NotFound("source " + sourceId));
    if (sources.size() < 2) {
      throw new Refused(Refused.Kind.CONFLICT, "incident.split.one");
    }
    UUID to = formerHome(source).orElseGet(() -> newHome(source));
    store.move(source.id(), to);
    store.setMergedInto(to, null);
    audit.record(
        "incident.split",
        "incident",
        source.incident(),
        Map.of("source", source.id().toString(), "to", to.toString()));
    Deed deed = new Deed(history, clock);
    deed.leave(
        source,
        "SPLIT",
        "",
        Map.of("incident", source.incident().toString()),
        Map.of("incident", to.toString()));
    return deed.done();
  }

  private java.util.Optional<UUID> formerHome(Source source) {
    return history.events(source.id(), "MERGED").stream()
        .map(Event::before)
        .map(before -> UUID.fromString(String.valueOf(before.get("incident"))))
        .filter(home -> !home.equals(source.incident()))
        .filter(home -> store.of(home).isEmpty())
        .findFirst();
  }

  private UUID newHome(Source source) {
    UUID home = Ids.next();
    store.addIncident(
        home,
        store.nextNumber(source.receivedAt().atZone(IsoWeek.ZONE).getYear()),
        source.receivedAt());
    return home;
  }

  private static void requireCoordinator() {
    if (!CurrentActor.get().has(Role.COORDINATOR)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "incident.merge.who");
    }
  }
}
