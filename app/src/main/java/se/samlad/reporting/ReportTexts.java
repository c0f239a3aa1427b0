package se.samlad.reporting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.TextGuard;
import se.samlad.reporting.jdbc.TextStore;

/**
 * The free text of a reported item, apart from what, where and when because fewer may read it (Swedish: granska text). Who sees nothing of
 * a text by the row's own policy finds nothing here. Every reading of the words leaves an audit row.
 */
@Service
public class ReportTexts {

  /** What stands where words were. */
  private static final String MASK = "▮";

  private final TextStore store;
  private final TextGuard guard;
  private final Audit audit;
  private final Clock clock;

  ReportTexts(TextStore store, TextGuard guard, Audit audit, Clock clock) {
    this.store = store;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where a text stands in the review. */
  public enum State {
    /** The guard found nothing doubtful. */
    CLEAR,
    /** Granska text: read by the owning organisation's coordinator, and by the EST coordinator when handed over. */
    DOUBTFUL,
    /** Somebody entitled has looked at it. */
    REVIEWED,
    /** Gallrad. */
    PURGED
  }

  /** Which text: of a reported item in one version of its report. */
  public record Id(UUID report, int version, int ordinal) {
    @Override
    public String toString() {
      return report + "/" + version + "/" + ordinal;
    }
  }

  /** How a text stands, without its words; {@code length} tells whether it has been changed. */
  public record Standing(State state, boolean shared, boolean handedOver, int length) {}

  /**
   * A text read.
   *
   * @param doubts what the guard doubts, by position in these words
   */
  public record Words(String text, Standing standing, List<TextGuard.Hit> doubts) {
    public Words {
      doubts = List.copyOf(doubts);
    }
  }

  /** A stretch of a text, end exclusive, in UTF-16 code units. */
  public record Stretch(int start, int end) {}

  /** How the text stands; empty when there is none, or none the actor may read. */
  @Transactional(readOnly = true)
  public Optional<Standing> standing(Id id) {
    return store.standing(id);
  }

  /** Reads the words; each reading is recorded. */
  @Transactional
  public Optional<Words> read(Id id) {
    Optional<TextStore.Stored> stored = store.find(id);
    stored.ifPresent(text -> audit.record(
        "text.read", "report", id.report(), Map.of("version", id.version(), "item", id.ordinal())));
    return stored.map(text -> new Words(
        text.text(),
        text.standing(),
        guard.guard(text.text()).hits().stream()
            .filter(hit -> !hit.kind().certain())
            .toList()));
  }

  /**
   * Masks stretches for good; the words are kept nowhere.
   *
   * @param length of the text as the reader saw it, by which a change in between is found
   */
  @Transactional
  public void mask(Id id, List<Stretch> stretches, int length) {
    TextStore.Stored stored = locked(id, length);
    if (stretches.isEmpty()) {
      throw new InvalidInput("ord", "texts.mask.none");
    }
    StringBuilder masked = new StringBuilder(stored.text());
    for (Stretch stretch : merged(stretches, length)) {
      masked.replace(stretch.start(), stretch.end(), MASK);
    }
    store.change(
        id, guard.guard(masked.toString()).text(), stored.standing().state().name());
    audit.record(
        "text.mask",
        "report",
        id.report(),
        Map.of("item", id.ordinal(), "parts", stretches.size()));
  }

  /** Marks a doubtful text as looked at: from now on it is read as one without doubts. */
  @Transactional
  public void markReviewed(Id id, int length) {
    locked(id, length);
    store.setState(id, State.REVIEWED.name(), clock.instant());
    audit.record("text.review", "report", id.report(), Map.of("item", id.ordinal()));
  }

  /** Takes a review back: the text is hidden again. Masked words do not come back. */
  @Transactional
  public void doubtAgain(Id id) {
    if (store.find(id).isEmpty() || !store.mayDoubt(id)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "texts.notYours");
    }
    store.setState(id, State.DOUBTFUL.name(), null);
    audit.record("text.doubt", "report", id.report(), Map.of("item", id.ordinal()));
  }

  /** Opens the text to the groups whose areas hold the place, or closes it; a doubtful one cannot be opened. */
  @Transactional
  public void share(Id id, boolean shared) {
    if (store.share(id, shared)) {
      audit.record(
          shared ? "text.share" : "text.unshare",
          "report",
          id.report(),
          Map.of("item", id.ordinal()));
    }
  }

  private TextStore.Stored locked(Id id, int length) {
    TextStore.Stored stored = store.locked(id).orElseThrow(() -> new NotFound("text " + id));
    if (stored.standing().length() != length) {
      throw new Refused(Refused.Kind.CHANGED_MEANWHILE, "texts.changed");
    }
    return stored;
  }

  /** The stretches last first, so that replacing one does not move the others. */
  private static List<Stretch> merged(List<Stretch> stretches, int length) {
    List<Stretch> sorted = new ArrayList<>(stretches);
    sorted.sort(Comparator.comparingInt(Stretch::start).thenComparingInt(Stretch::end));
    List<Stretch> merged = new ArrayList<>();
    for (Stretch stretch : sorted) {
      if (stretch.start() < 0 || stretch.end() > length || stretch.start() >= stretch.end()) {
        throw new InvalidInput("ord", "texts.mask.outside");
      }
      Stretch before = merged.isEmpty() ? null : merged.getLast();
      if (before != null && stretch.start() <= before.end()) {
        merged.set(
            merged.size() - 1, new Stretch(before.start(), Math.max(before.end(), stretch.end())));
      } else {
        merged.add(stretch);
      }
    }
    return merged.reversed();
  }
}
