package se.samlad.incident;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.TextGuard;
import se.samlad.incident.jdbc.IncidentHistory;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Source;
import se.samlad.reporting.ReportTexts;

/**
 * The review (Swedish: granskning). <em>Godkänn och dela</em> is the act of sharing: the EST coordinator passes all items except those of
 * police, social services and school, which their own coordinator passes. Every verb leaves events under one deed that can be undone, and
 * audit rows. Merging is {@link Witnesses}' part, texts are {@link TextReview}'s, taking back is {@link Undo}'s.
 */
@Service
public class Review {

  private static final int LONGEST_REASON = 500;
  private static final Set<String> LIVING = Set.of("NEW", "PASSED");

  private final SourceStore store;
  private final IncidentHistory history;
  private final SourceDesk desk;
  private final Categories categories;
  private final ReportTexts texts;
  private final Witnesses witnesses;
  private final Undo undo;
  private final TextGuard guard;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Review(
      SourceStore store,
      IncidentHistory history,
      SourceDesk desk,
      Categories categories,
      ReportTexts texts,
      Witnesses witnesses,
      Undo undo,
      TextGuard guard,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.history = history;
    this.desk = desk;
    this.categories = categories;
    this.texts = texts;
    this.witnesses = witnesses;
    this.undo = undo;
    this.guard = guard;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What a verb did.
   *
   * @param deed by which all of it is undone as one
   */
  public record Done(List<UUID> events, int incidents, UUID deed) {
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

  @Transactional
  public Done pass(Set<UUID> incidents) {
    return pass(Picks.of(incidents));
  }

  /** Passes the new sources of the incidents that the actor may pass; a refusal when there is none among them. */
  @Transactional
  public Done pass(Picks picks) {
    Deed deed = new Deed(history, clock);
    for (Map.Entry<UUID, Integer> pick : picks.stamps().entrySet()) {
      for (Source source : desk.locked(pick)) {
        if (source.state().equals("NEW") && SourceDesk.passes(source)) {
          SharingClass sharingClass = SharingClass.valueOf(source.sharingClass());
          desk.turn(deed, source, SourceState.PASSED, sharingClass, "PASSED", "incident.pass", "");
          events.publishEvent(new IncidentPassed(
              CurrentActor.get().municipality().value(), pick.getKey(), source.id()));
        }
      }
    }
    return done(deed, "incident.pass.none");
  }

  @Transactional
  public Done dismiss(Set<UUID> incidents, String reason) {
    return dismiss(Picks.of(incidents), reason);
  }

  /** Dismisses sources: kept with the reason, counted nowhere. */
  @Transactional
  public Done dismiss(Picks picks, String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      throw new InvalidInput("skal", "incident.dismiss.reason", LONGEST_REASON);
    }
    String guarded = guard.guard(reason.strip()).text();
    Deed deed = new Deed(history, clock);
    for (Map.Entry<UUID, Integer> pick : picks.stamps().entrySet()) {
      for (Source source : desk.locked(pick)) {
        if (LIVING.contains(source.state()) && SourceDesk.passes(source)) {
          desk.turn(
              deed,
              source,
              SourceState.DISMISSED,
              SharingClass.valueOf(source.sharingClass()),
              "DISMISSED",
              "incident.dismiss",
              guarded);
        }
      }
    }
    return done(deed, "incident.pass.none");
  }

  @Transactional
  public Done share(UUID incident, SharingClass sharingClass) {
    return share(Picks.of(Set.of(incident)), Optional.empty(), sharingClass);
  }

  /**
   * Sets how much the groups see of the incidents' sources that the actor passes, or of one of them. What the catalogue shows coarsely only
   * cannot be shared finer, and a text is shared when nothing in it is doubted any more.
   */
  @Transactional
  public Done share(Picks picks, Optional<UUID> only, SharingClass sharingClass) {
    Deed deed = new Deed(history, clock);
    for (Map.Entry<UUID, Integer> pick : picks.stamps().entrySet()) {
      for (Source source : desk.locked(pick)) {
        if (only.filter(id -> !id.equals(source.id())).isEmpty()
            && !source.sharingClass().equals(sharingClass.name())
            && LIVING.contains(source.state())
            && SourceDesk.passes(source)) {
          refuseFiner(source, sharingClass);
          desk.turn(
              deed,
              source,
              SourceState.valueOf(source.state()),
              sharingClass,
              "CLASS_CHANGED",
              "incident.share",
              "");
        }
      }
    }
    return done(deed, "incident.share.same");
  }

  @Transactional
  public Done recategorise(Set<UUID> incidents, String code) {
    return recategorise(Picks.of(incidents), code);
  }

  /** Changes the category of the sources the actor passes; what the reporter wrote stays in the report. */
  @Transactional
  public Done recategorise(Picks picks, String code) {
    Category category = categories
        .find(code)
        .orElseThrow(() -> new InvalidInput("kategori", "incident.category.unknown"));
    Deed deed = new Deed(history, clock);
    for (Map.Entry<UUID, Integer> pick : picks.stamps().entrySet()) {
      for (Source source : desk.locked(pick)) {
        if (LIVING.contains(source.state()) && SourceDesk.passes(source)) {
          recategorise(deed, source, category);
        }
      }
    }
    return done(deed, "incident.category.same");
  }

  /** As {@link Witnesses#merge}. */
  @Transactional
  public Done merge(Set<UUID> incidents) {
    return witnesses.merge(Picks.of(incidents));
  }

  /** As {@link Undo#events}. */
  @Transactional
  public void undo(List<UUID> done) {
    undo.events(done);
  }

  /** The stamps of incidents, to be shown with them and sent back with a verb. */
  @Transactional(readOnly = true)
  public Map<UUID, Integer> stamps(Set<UUID> incidents) {
    return store.of(incidents).stream()
        .collect(java.util.stream.Collectors.groupingBy(
            Source::incident,
            java.util.stream.Collectors.collectingAndThen(
                java.util.stream.Collectors.toList(), SourceDesk::stamp)));
  }

  private void recategorise(Deed deed, Source source, Category category) {
    String before = store.categoryOf(source.id());
    if (before.equals(category.code())) {
      return;
    }
    store.setCategory(source.id(), category.code(), category.version(), category.group());
    audit.record(
        "incident.recategorise",
        "incident",
        source.incident(),
        Map.of("source", source.id().toString(), "category", category.code()));
    deed.leave(
        source,
        "CATEGORY_CHANGED",
        "",
        Map.of("category", before),
        Map.of("category", category.code()));
    SharingClass sharingClass = SharingClass.valueOf(source.sharingClass());
    if (category.coarseOnly() && sharingClass.compareTo(SharingClass.COARSE) > 0) {
      desk.turn(
          deed,
          source,
          SourceState.valueOf(source.state()),
          SharingClass.COARSE,
          "CLASS_CHANGED",
          "incident.share",
          "");
    }
  }

  private void refuseFiner(Source source, SharingClass sharingClass) {
    boolean coarseOnly =
        categories.find(store.categoryOf(source.id())).map(Category::coarseOnly).orElse(false);
    if (coarseOnly && sharingClass.compareTo(SharingClass.COARSE) > 0) {
      throw new Refused(Refused.Kind.CONFLICT, "incident.share.coarse");
    }
    if (sharingClass == SharingClass.GROUP_TEXT
        && SourceDesk.text(source)
            .flatMap(texts::standing)
            .filter(standing -> standing.state() == ReportTexts.State.CLEAR
                || standing.state() == ReportTexts.State.REVIEWED)
            .isEmpty()) {
      throw new Refused(Refused.Kind.CONFLICT, "incident.share.text");
    }
  }

  private static Done done(Deed deed, String none) {
    if (deed.isEmpty()) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, none);
    }
    return deed.done();
  }
}
