package se.samlad.problem;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a problem.
 *
 * @param byName who did it, when the reader may know
 * @param status the new status, for {@link Kind#STATUS}
 * @param toGroup the group it was lifted to, for {@link Kind#LIFTED}
 * @param words the reason or the cause; empty while hidden for the reader
 * @param hidden whether the guard doubted the words and nobody has shown them yet
 */
public record ProblemEvent(
    UUID id,
    Kind kind,
    Instant at,
    @Nullable UUID by,
    @Nullable String byName,
    @Nullable ProblemStatus status,
    @Nullable UUID toGroup,
    String words,
    boolean hidden) {

  /** What happened. */
  public enum Kind {
    OPENED,
    STATUS,
    LIFTED,
    CAUSE_ADDED,
    CAUSE_REMOVED
  }
}
