package se.samlad.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.measure.Outcome;

/**
 * That a reported incident led to something.
 *
 * @param ordinal of the incident in the report, from 0
 * @param period the meeting's period of a picture, {@code 2026-v48}; empty for measures
 * @param words the text the owner approved; null where there is none
 * @param outcome what was decided when the measure was concluded; null before
 */
public record Told(
    UUID report,
    int ordinal,
    Kind kind,
    String period,
    @Nullable String words,
    @Nullable Outcome outcome,
    Instant at) {

  /** What it led to, the later the further. */
  public enum Kind {
    /** Med i lägesbild. */
    IN_PICTURE,
    /** Åtgärd beslutad. */
    MEASURE_DECIDED,
    /** Genomförd. */
    CARRIED_OUT,
    /** Så gick det. */
    CONCLUDED
  }
}
