package se.samlad.incident;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.incident.jdbc.IncidentHistory;
import se.samlad.incident.jdbc.IncidentHistory.Event;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Source;
import se.samlad.reporting.ReportTexts;

/**
 * Takes a deed of the review back (Swedish: ångra), by those who could have done it and as long as nobody has changed the same thing since.
 * What was taken back stays in the history, with what took it back.
 */
@Service
public class Undo {

  private final SourceStore store;
  private final IncidentHistory history;
  private final SourceDesk desk;
  private final Categories categories;
  private final Corrections corrections;
  private final ReportTexts texts;
  private final Audit audit;
  private final Clock clock;

  Undo(
      SourceStore store,
      IncidentHistory history,
      SourceDesk desk,
      Categories categories,
      Corrections corrections,
      ReportTexts texts,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.history = history;
    this.desk = desk;
    this.categories = categories;
    this.corrections = corrections;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Undoes everything one press did, last first. */
  @Transactional
  public int deed(UUID deed) {
    List<Event> left = history.deed(deed);
    if (left.isEmpty()) {
      throw new NotFound("deed " + deed);
    }
    left.reversed().forEach(this::undo);
    return (int) left.stream().map(Event::incident).distinct().count();
  }

  /** Undoes these events, last first. An event is undone once. */
  @Transactional
  public void events(List<UUID> done) {
    for (UUID id : done.reversed()) {
      undo(history.event(id).orElseThrow(() -> new NotFound("event " + id)));
    }
  }

  private void undo(Event event) {
    UUID sourceId = event.source();
    if (sourceId == null) {
      throw new Refused(Refused.Kind.CONFLICT, "incident.undo.not");
    }
    Source source = store.lock(sourceId).orElseThrow(() -> new NotFound("source " + sourceId));
    if (history.isUndone(event.id())) {
      throw new Refused(Refused.Kind.CONFLICT, "incident.undo.already");
    }
    switch (event.kind()) {
      case "PASSED", "DISMISSED", "CLASS_CHANGED", "WITHDRAWN" -> turnBack(event, source);
      case "CATEGORY_CHANGED" -> recategoriseBack(event, source);
      case "MERGED", "SPLIT" -> moveBack(event, source);
      case "TEXT_REVIEWED" -> doubtAgain(event, source);
      case "TIME_CHANGED", "PROPOSAL_ACCEPTED", "PROPOSAL_REFUSED" -> mendBack(event, source);
      default -> throw new Refused(Refused.Kind.CONFLICT, "incident.undo.not");
    }
    audit.record(
        "incident.undo",
        "incident",
        event.incident(),
        Map.of("event", event.id().toString()));
    history.addEvent(
        event.incident(),
        sourceId,
        event.owner(),
        "UNDONE",
        clock.instant(),
        "",
        event.after(),
        event.before(),
        event.id());
  }

  private void turnBack(Event event, Source source) {
    requirePasser(source);
    requireSame(text(event.after(), "state"), source.state());
    requireSame(text(event.after(), "class"), source.sharingClass());
    SourceState state = SourceState.valueOf(text(event.before(), "state"));
    SharingClass sharingClass = SharingClass.valueOf(text(event.before(), "class"));
    store.setState(source.id(), state.name(), sharingClass.name(), clock.instant());
    desk.openText(source, state, sharingClass);
  }

  private void recategoriseBack(Event event, Source source) {
    requirePasser(source);
    requireSame(text(event.after(), "category"), store.categoryOf(source.id()));
    Category before = categories
        .find(text(event.before(), "category"))
        .orElseThrow(() -> new NotFound("category"));
    store.setCategory(source.id(), before.code(), before.version(), before.group());
  }

  private void moveBack(Event event, Source source) {
    if (!CurrentActor.get().has(Role.COORDINATOR)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "incident.merge.who");
    }
    requireSame(text(event.after(), "incident"), source.incident().toString());
    UUID home = UUID.fromString(text(event.before(), "incident"));
    store.move(source.id(), home);
    store.setMergedInto(home, null);
    if (store.of(source.incident()).isEmpty()) {
      store.setMergedInto(source.incident(), home);
    }
  }

  private void mendBack(Event event, Source source) {
    requirePasser(source);
    switch (event.kind()) {
      case "TIME_CHANGED" -> corrections.timeBack(event, source);
      case "PROPOSAL_ACCEPTED" -> corrections.acceptBack(event, source);
      default -> corrections.refuseBack(event, source);
    }
  }

  private void doubtAgain(Event event, Source source) {
    if (!text(event.after(), "text").equals("REVIEWED")) {
      throw new Refused(Refused.Kind.CONFLICT, "incident.undo.masked");
    }
    ReportTexts.Id text = SourceDesk.text(source).orElseThrow(() -> new NotFound("text"));
    texts.doubtAgain(text);
    store.setFlags(source.id(), TextReview.with(source.flags(), TextReview.FLAG));
  }

  private static void requirePasser(Source source) {
    if (!SourceDesk.passes(source)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "incident.pass.none");
    }
  }

  private static void requireSame(String left, String stands) {
    if (!left.equals(stands)) {
      throw new Refused(Refused.Kind.CHANGED_MEANWHILE, "incident.undo.changed");
    }
  }

  private static String text(Map<String, Object> values, String name) {
    return String.valueOf(values.get(name));
  }
}
