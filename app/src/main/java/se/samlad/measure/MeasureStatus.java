package se.samlad.measure;

import java.util.Set;

/** Where a measure stands (Swedish: åtgärdens status), and which moves are legal from there. */
public enum MeasureStatus {
  /** Föreslagen: the group agreed, the owner has not answered. */
  PROPOSED,
  /** Åtagen: the owner's member has committed it. */
  COMMITTED,
  /** Pågår. */
  ONGOING,
  /** Genomförd. */
  CARRIED_OUT,
  /** Utvärderas. */
  UNDER_EVALUATION,
  /** Avslutad, with an outcome and a reason. */
  CONCLUDED,
  /** Avböjd, with a reason. */
  DECLINED,
  /** Avbruten, with a reason. */
  CANCELLED;

  /** What may come next. A declined measure is proposed again when it gets another owner. */
  public Set<MeasureStatus> next() {
    return switch (this) {
      case PROPOSED -> Set.of(COMMITTED, DECLINED, CANCELLED);
      case COMMITTED -> Set.of(ONGOING, CARRIED_OUT, CANCELLED);
      case ONGOING -> Set.of(CARRIED_OUT, CANCELLED);
      case CARRIED_OUT -> Set.of(UNDER_EVALUATION, CONCLUDED);
      case UNDER_EVALUATION -> Set.of(CONCLUDED);
      case DECLINED -> Set.of(PROPOSED);
      case CONCLUDED, CANCELLED -> Set.of();
    };
  }

  /** Whether something still is to be done or judged. */
  public boolean open() {
    return this != CONCLUDED && this != DECLINED && this != CANCELLED;
  }

  /** Whether the owner has taken it on and not yet carried it out. */
  public boolean running() {
    return this == COMMITTED || this == ONGOING;
  }
}
