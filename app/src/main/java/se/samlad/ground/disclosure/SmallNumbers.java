package se.samlad.ground.disclosure;

import java.util.OptionalInt;
import se.samlad.ground.storage.Audience;

/** The rule of small numbers: outside the EST group a count from one to four is not told. */
public final class SmallNumbers {

  /** The smallest count that is told to everybody. */
  public static final int THRESHOLD = 5;

  private SmallNumbers() {}

  /** The count as the audience may see it: empty means "färre än 5". */
  public static OptionalInt shown(int count, Audience audience) {
    boolean outside =
        audience instanceof Audience.Public || audience instanceof Audience.Leadership;
    return outside && count > 0 && count < THRESHOLD ? OptionalInt.empty() : OptionalInt.of(count);
  }
}
