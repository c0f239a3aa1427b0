package se.samlad.analysis;

import java.util.concurrent.CancellationException;

/** How far long work has come, told by the one who does it, who also asks whether to stop (Swedish: förlopp). */
@FunctionalInterface
public interface Progress {

  /** So many units are done of so many; may be called from any thread. */
  void done(long units, long ofUnits);

  /** Whether the work is no longer wanted; who works asks between units and leaves by {@link CancellationException}. */
  default boolean cancelled() {
    return false;
  }

  /** Tells how far the work is, and leaves it by the exception where it is no longer wanted. */
  default void advance(long units, long ofUnits) {
    if (cancelled()) {
      throw new CancellationException(
          "the work was cancelled at %d of %d".formatted(units, ofUnits));
    }
    done(units, ofUnits);
  }

  /** Tells nobody and never stops. */
  static Progress silent() {
    return (units, ofUnits) -> {};
  }
}
