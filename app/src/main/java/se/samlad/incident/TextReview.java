package se.samlad.incident;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.incident.jdbc.IncidentHistory;
import se.samlad.incident.jdbc.SourceStore;
import se.samlad.incident.jdbc.SourceStore.Source;
import se.samlad.reporting.ReportTexts;
import se.samlad.reporting.ReportTexts.Standing;
import se.samlad.reporting.ReportTexts.State;
import se.samlad.reporting.ReportTexts.Stretch;
import se.samlad.reporting.ReportTexts.Words;

/**
 * Reading and reviewing the text of a source (Swedish: granska text). A doubtful one is its owner's coordinator's, and the EST
 * coordinator's where the owner has handed the review over.
 */
@Service
public class TextReview {

  static final String FLAG = "TEXT";

  private final SourceStore store;
  private final IncidentHistory history;
  private final ReportTexts texts;
  private final Clock clock;

  TextReview(SourceStore store, IncidentHistory history, ReportTexts texts, Clock clock) {
    this.store = store;
    this.history = history;
    this.texts = texts;
    this.clock = clock;
  }

  /** How the text of a source stands; empty when there is none, or none the actor may read. */
  @Transactional(readOnly = true)
  public Optional<Standing> standing(UUID source) {
    return store.find(source).flatMap(SourceDesk::text).flatMap(texts::standing);
  }

  /** Reads the words of a source, which is recorded. */
  @Transactional
  public Words read(UUID source) {
    return SourceDesk.text(source(source))
        .flatMap(texts::read)
        .orElseThrow(() -> new NotFound("text of " + source));
  }

  /** Masks stretches of the text for good. The text stays where it stood in the review. */
  @Transactional
  public void mask(UUID source, List<Stretch> stretches, int length) {
    Source found = reviewable(source);
    texts.mask(textOf(found), stretches, length);
    deed(found, "MASKED", stretches.size());
  }

  /** Marks the text as reviewed: it is read as one without doubts, and may be shared. */
  @Transactional
  public Review.Done markReviewed(UUID source, int length) {
    Source found = reviewable(source);
    ReportTexts.Id text = textOf(found);
    if (texts.standing(text).map(Standing::state).orElse(State.PURGED) != State.DOUBTFUL) {
      throw new Refused(Refused.Kind.CONFLICT, "incident.text.reviewed");
    }
    texts.markReviewed(text, length);
    store.setFlags(source, without(found.flags(), FLAG));
    return deed(found, "REVIEWED", 0);
  }

  /** Whether the actor may review texts of this owner. */
  @Transactional(readOnly = true)
  public boolean reviews(UUID source) {
    return store.find(source).filter(this::mayReview).isPresent();
  }

  private Review.Done deed(Source source, String what, int parts) {
    Deed deed = new Deed(history, clock);
    deed.leave(
        source,
        "TEXT_REVIEWED",
        "",
        Map.of("text", "DOUBTFUL"),
        Map.of("text", what, "parts", parts));
    return deed.done();
  }

  private Source reviewable(UUID source) {
    Source found = store.lock(source).orElseThrow(() -> new NotFound("source " + source));
    if (texts.standing(textOf(found)).isEmpty()) {
      throw new NotFound("text of " + source);
    }
    if (!mayReview(found)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "texts.notYours");
    }
    return found;
  }

  private boolean mayReview(Source source) {
    if (CurrentActor.get().coordinates(source.owner())) {
      return true;
    }
    Optional<Standing> standing = SourceDesk.text(source).flatMap(texts::standing);
    return CurrentActor.get().has(Role.COORDINATOR)
        && standing.isPresent()
        && (standing.get().handedOver() || standing.get().state() == State.CLEAR);
  }

  private Source source(UUID source) {
    return store.find(source).orElseThrow(() -> new NotFound("source " + source));
  }

  private static ReportTexts.Id textOf(Source source) {
    return SourceDesk.text(source).orElseThrow(() -> new NotFound("text of " + source.id()));
  }

  static List<String> with(List<String> flags, String flag) {
    List<String> more = new ArrayList<>(without(flags, flag));
    more.add(flag);
    return more;
  }

  static List<String> without(List<String> flags, String flag) {
    return flags.stream().filter(each -> !each.equals(flag)).toList();
  }
}
