package se.samlad.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.incident.jdbc.IncidentHistory;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Reported;
import se.samlad.incident.jdbc.SourceStore.Source;

/** Turns reports into incidents and keeps the two in step; runs as the system and reads structured columns only. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Collection {

  /** Organisations that pass their own items, and then share coarsely unless they choose otherwise. */
  static final Set<String> PASS_THEIR_OWN = Set.of("POLICE", "SOCIAL_SERVICES", "SCHOOL");

  private final SourceStore store;
  private final IncidentHistory history;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Collection(
      SourceStore store, IncidentHistory history, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.history = history;
    this.events = events;
    this.clock = clock;
  }

  /** Makes an incident for each item of the report's standing version that has none yet. */
  void collect(UUID report) {
    store.lockReport(report);
    for (Reported item : store.items(report, store.reportVersion(report))) {
      if (!item.withdrawn() && store.ofReport(report, item.ordinal()).isEmpty()) {
        create(item);
      }
    }
    events.publishEvent(new IncidentsReported(CurrentActor.get().municipality().value(), report));
  }

  /** Takes a correction into sources not yet passed; a passed one stands and is flagged until the correction is looked at. */
  void correct(UUID report, int version, boolean proposed) {
    store.lockReport(report);
    List<Reported> items = store.items(report, version);
    for (Reported item : items) {
      var source = store.ofReport(report, item.ordinal());
      if (source.isEmpty()) {
        if (!proposed) {
          create(item);
        }
      } else if (source.get().reportVersion() < version) {
        take(source.get(), item, proposed);
      }
    }
    for (Source source : store.ofReport(report)) {
      boolean gone = items.stream().noneMatch(item -> item.ordinal() == source.ordinal());
      if (gone && !proposed && source.state().equals("NEW")) {
        withdraw(source);
      }
    }
  }

  /** Marks the report's sources withdrawn; what they told stays in the history. */
  void withdraw(UUID report) {
    store.lockReport(report);
    store.ofReport(report).stream()
        .filter(source -> !source.state().equals("WITHDRAWN"))
        .forEach(this::withdraw);
  }

  private void take(Source source, Reported item, boolean proposed) {
    if (proposed || !source.state().equals("NEW")) {
      store.setFlags(source.id(), with(source.flags(), "PROPOSAL"));
      return;
    }
    store.renew(source.id(), item, week(item), flags(item));
    history.addEvent(
        source.incident(),
        source.id(),
        source.owner(),
        "CORRECTED",
        clock.instant(),
        "",
        Map.of("reportVersion", source.reportVersion()),
        Map.of("reportVersion", item.version()),
        null);
  }

  private void withdraw(Source source) {
    Instant now = clock.instant();
    store.setState(source.id(), "WITHDRAWN", source.sharingClass(), now);
    history.addEvent(
        source.incident(),
        source.id(),
        source.owner(),
        "WITHDRAWN",
        now,
        "",
        Map.of("state", source.state()),
        Map.of("state", "WITHDRAWN"),
        null);
  }

  private void create(Reported item) {
    UUID incident = Ids.next();
    UUID source = Ids.next();
    store.addIncident(
        incident,
        store.nextNumber(item.receivedAt().atZone(IsoWeek.ZONE).getYear()),
        item.receivedAt());
    store.addSource(source, incident, item, defaultClass(item).name(), week(item), flags(item));
    history.addEvent(
        incident,
        source,
        item.organisation(),
        "CREATED",
        clock.instant(),
        "",
        Map.of(),
        Map.of("ordinal", item.ordinal()),
        null);
  }

  static SharingClass defaultClass(Reported item) {
    return item.coarseOnly() || PASS_THEIR_OWN.contains(item.organisationKind())
        ? SharingClass.COARSE
        : SharingClass.GROUP;
  }

  static LocalDate week(Reported item) {
    return IsoWeek.of(item.timeFlag() ? item.receivedAt() : item.from()).monday();
  }

  static List<String> flags(Reported item) {
    List<String> flags = new ArrayList<>();
    if (item.textState().equals("DOUBTFUL")) {
      flags.add("TEXT");
    }
    if (item.timeFlag()) {
      flags.add("TIME");
    }
    if (item.witnessOf() != null) {
      flags.add("WITNESS");
    }
    return flags;
  }

  private static List<String> with(List<String> flags, String flag) {
    List<String> more = new ArrayList<>(flags);
    if (!more.contains(flag)) {
      more.add(flag);
    }
    return more;
  }
}
