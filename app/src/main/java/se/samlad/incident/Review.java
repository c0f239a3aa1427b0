package se.samlad.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Event;
import se.samlad.incident.jdbc.SourceStore.Source;

/**
 * The review (Swedish: granskning). <em>Godkänn och dela</em> is the act of sharing: the EST coordinator passes all items except those of
 * police, social services and school, which their own coordinator passes. Every verb leaves an event that can be undone and an audit row.
 */
@Service
public class Review {

  private final SourceStore store;
  private final Categories categories;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Review(
      SourceStore store,
      Categories categories,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.categories = categories;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What a verb did: the events it left, by which it can be undone as one. */
  public record Done(List<UUID> events, int incidents) {
    public Done {
      events = List.copyOf(events);
    }
  }

  /** Whether the actor is the one who passes items of this owner. */
  public static boolean passes(Actor actor, UUID owner, String ownerKind) {
    return Collection.PASS_THEIR_OWN.contains(ownerKind)
        ? actor.coordinates(owner)
        : actor.has(Role.COORDINATOR);
  }

  /** Passes the new sources of the incidents that the actor may pass; a refusal when there is none among them. */
  @Transactional
  public Done pass(Set<UUID> incidents) {
    List<UUID> done = new ArrayList<>();
    for (UUID incident : sorted(incidents)) {
      for (Source source : sources(incident)) {
        if (source.state().equals("NEW")
            && passes(CurrentActor.get(), source.owner(), source.ownerKind())) {
          done.add(turn(source, "PASSED", source.sharingClass(), "PASSED", "incident.pass", ""));
          events.publishEvent(
              new IncidentPassed(CurrentActor.get().municipality().value(), incident, source.id()));
        }
      }
    }
    return done(done, incidents.size(), "incident.pass.none");
  }

  /** Dismisses sources: kept with the reason, counted nowhere. */
  @Transactional
  public Done dismiss(Set<UUID> incidents, String reason) {
    if (reason.isBlank() || reason.length() > 500) {
      throw new InvalidInput("reason", "input.reason");
    }
    List<UUID> done = new ArrayList<>();
    for (UUID incident : sorted(incidents)) {
      for (Source source : sources(incident)) {
        if (Set.of("NEW", "PASSED").contains(source.state())
            && passes(CurrentActor.get(), source.owner(), source.ownerKind())) {
          done.add(turn(
              source, "DISMISSED", source.sharingClass(), "DISMISSED", "incident.dismiss", reason));
        }
      }
    }
    return done(done, incidents.size(), "incident.pass.none");
  }

  /** Sets how much of a source the group sees. */
  @Transactional
  public Done share(UUID incident, SharingClass sharingClass) {
    List<UUID> done = new ArrayList<>();
    for (Source source : sources(incident)) {
      if (!source.sharingClass().equals(sharingClass.name())
          && passes(CurrentActor.get(), source.owner(), source.ownerKind())) {
        done.add(turn(
            source, source.state(), sharingClass.name(), "CLASS_CHANGED", "incident.share", ""));
      }
    }
    return done(done, 1, "incident.pass.none");
  }

  /** Changes the category of the sources the actor reviews; what the reporter wrote stays in the report. */
  @Transactional
  public Done recategorise(Set<UUID> incidents, String code) {
    Category category = categories
        .find(code)
        .orElseThrow(() -> new InvalidInput("category", "input.category.unknown", code));
    List<UUID> done = new ArrayList<>();
    for (UUID incident : sorted(incidents)) {
      for (Source source : sources(incident)) {
        String before = store.categoryOf(source.id());
        if (!before.equals(code)
            && passes(CurrentActor.get(), source.owner(), source.ownerKind())) {
          store.setCategory(source.id(), code, category.version(), category.group());
          audit.record(
              "incident.recategorise",
              "incident",
              incident,
              Map.of("source", source.id().toString(), "category", code));
          done.add(event(
              source,
              "CATEGORY_CHANGED",
              "",
              Map.of("category", before),
              Map.of("category", code)));
        }
      }
    }
    return done(done, incidents.size(), "incident.category.same");
  }

  /** Merges incidents as witnesses of one: all sources move to the first received, and each keeps its owner and class. */
  @Transactional
  public Done merge(Set<UUID> incidents) {
    if (incidents.size() < 2) {
      throw new InvalidInput("incidents", "input.merge.two");
    }
    List<Source> all = new ArrayList<>();
    sorted(incidents).forEach(incident -> all.addAll(sources(incident)));
    all.sort(java.util.Comparator.comparing(Source::receivedAt).thenComparing(Source::id));
    UUID into = all.getFirst().incident();
    List<UUID> done = new ArrayList<>();
    Set<UUID> emptied = new HashSet<>();
    for (Source source : all) {
      if (!source.incident().equals(into)) {
        store.move(source.id(), into);
        emptied.add(source.incident());
        done.add(event(
            source,
            "MERGED",
            "",
            Map.of("incident", source.incident().toString()),
            Map.of("incident", into.toString())));
      }
    }
    emptied.forEach(incident -> store.setMergedInto(incident, into));
    audit.record(
        "incident.merge",
        "incident",
        into,
        Map.of("incidents", incidents.stream().map(UUID::toString).sorted().toList()));
    return new Done(done, incidents.size());
  }

  /** Undoes what a verb did, as one: every event of the list, last first. An event is undone once. */
  @Transactional
  public void undo(List<UUID> done) {
    for (UUID id : done.reversed()) {
      Event event = store.event(id).orElseThrow(() -> new NotFound("event " + id));
      if (store.isUndone(id)) {
        throw new Refused(Refused.Kind.CONFLICT, "incident.undone.already");
      }
      undo(event);
    }
  }

  private void undo(Event event) {
    UUID source = event.source();
    if (source == null) {
      throw new Refused(Refused.Kind.CONFLICT, "incident.undo.not");
    }
    switch (event.kind()) {
      case "PASSED", "DISMISSED", "CLASS_CHANGED" ->
        store.setState(
            source, text(event.before(), "state"), text(event.before(), "class"), clock.instant());
      case "CATEGORY_CHANGED" -> {
        Category before = categories
            .find(text(event.before(), "category"))
            .orElseThrow(() -> new NotFound("category"));
        store.setCategory(source, before.code(), before.version(), before.group());
      }
      case "MERGED" -> {
        UUID incident = UUID.fromString(text(event.before(), "incident"));
        store.move(source, incident);
        store.setMergedInto(incident, null);
      }
      default -> throw new Refused(Refused.Kind.CONFLICT, "incident.undo.not");
    }
    audit.record(
        "incident.undo",
        "incident",
        event.incident(),
        Map.of("event", event.id().toString()));
    store.addEvent(
        event.incident(),
        source,
        event.owner(),
        "UNDONE",
        clock.instant(),
        "",
        event.after(),
        event.before(),
        event.id());
  }

  private UUID turn(
      Source source, String state, String sharingClass, String kind, String verb, String reason) {
    Instant now = clock.instant();
    store.setState(source.id(), state, sharingClass, now);
    audit.record(
        verb,
        "incident",
        source.incident(),
        Map.of("source", source.id().toString(), "class", sharingClass));
    return store.addEvent(
        source.incident(),
        source.id(),
        source.owner(),
        kind,
        now,
        reason,
        Map.of("state", source.state(), "class", source.sharingClass()),
        Map.of("state", state, "class", sharingClass),
        null);
  }

  private UUID event(
      Source source, String kind, String reason, Map<String, ?> before, Map<String, ?> after) {
    return store.addEvent(
        source.incident(),
        source.id(),
        source.owner(),
        kind,
        clock.instant(),
        reason,
        before,
        after,
        null);
  }

  private List<Source> sources(UUID incident) {
    List<Source> sources = store.locked(incident);
    if (sources.isEmpty()) {
      throw new NotFound("incident " + incident);
    }
    return sources;
  }

  private static Done done(List<UUID> events, int incidents, String none) {
    if (events.isEmpty()) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, none);
    }
    return new Done(events, incidents);
  }

  private static List<UUID> sorted(Set<UUID> ids) {
    return ids.stream().sorted().collect(Collectors.toList());
  }

  private static String text(Map<String, Object> values, String name) {
    return String.valueOf(values.get(name));
  }
}
