package se.samlad.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a problem may depend on (Swedish: orsak).
 *
 * @param behind the direct cause this one lies behind; null for a direct cause
 * @param words empty while hidden for the reader
 * @param hidden whether the guard doubted the words and nobody has shown them yet
 */
public record Cause(
    UUID id,
    CauseGroup group,
    @Nullable UUID behind,
    String words,
    boolean hidden,
    CauseSupport support) {

  public boolean direct() {
    return behind == null;
  }
}
