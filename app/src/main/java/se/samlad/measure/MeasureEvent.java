package se.samlad.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.storage.TextGuard;

/**
 * A step of a measure's history.
 *
 * @param byName the member's name where the reader may see it, or null
 * @param words what was said, or null; empty when the guard was in doubt and the reader may not see it
 * @param hidden whether the words wait for the owner organisation's coordinator
 */
public record MeasureEvent(
    UUID id,
    Kind kind,
    Instant at,
    @Nullable UUID by,
    @Nullable String byName,
    @Nullable Progress progress,
    @Nullable Dose dose,
    @Nullable Outcome outcome,
    @Nullable LocalDate nextOn,
    @Nullable String words,
    boolean hidden) {

  /** What happened; the first eight are states of the measure. */
  public enum Kind {
    PROPOSED,
    COMMITTED,
    ONGOING,
    CARRIED_OUT,
    UNDER_EVALUATION,
    CONCLUDED,
    DECLINED,
    CANCELLED,
    /** The owner said how it goes. */
    PROGRESS,
    /** Something of the agreement was changed. */
    CHANGED,
    /** The owner approved what reporters are told. */
    APPROVED_TEXT,
    /** Taken back at once by whoever proposed it. */
    WITHDRAWN
  }

  static MeasureEvent of(UUID id, Kind kind, Instant at, @Nullable UUID by) {
    return new MeasureEvent(id, kind, at, by, null, null, null, null, null, null, false);
  }

  MeasureEvent saying(TextGuard.Guarded said) {
    return new MeasureEvent(
        id, kind, at, by, byName, progress, dose, outcome, nextOn, said.text(), said.doubtful());
  }

  MeasureEvent progressing(Progress newProgress, @Nullable Dose newDose) {
    return new MeasureEvent(
        id, kind, at, by, byName, newProgress, newDose, outcome, nextOn, words, hidden);
  }

  MeasureEvent deciding(Outcome newOutcome, @Nullable LocalDate newNextOn) {
    return new MeasureEvent(
        id, kind, at, by, byName, progress, dose, newOutcome, newNextOn, words, hidden);
  }
}
