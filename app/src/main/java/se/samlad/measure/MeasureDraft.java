package se.samlad.measure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a measure is proposed or changed with. Every part may be missing or wrong; {@link Measures} says so, field by field, and writes
 * nothing before all is right. See {@link Measure} for the parts.
 */
public record MeasureDraft(
    String title,
    String typeCode,
    @Nullable UUID problem,
    String place,
    @Nullable UUID ownerOrg,
    @Nullable UUID ownerMember,
    @Nullable Integer goalDropPercent,
    String goal,
    @Nullable Indicator indicator,
    @Nullable LocalDate doneBy,
    @Nullable LocalDate followUpOn,
    boolean confidential,
    String tellReporters,
    StatutoryDecision decision) {

  /** The usual goal until the follow-up: forty of a hundred fewer. */
  public static final int DEFAULT_DROP = 40;

  /** How long after it is done a measure is followed up. */
  public static final int DEFAULT_WEEKS = 4;
}
