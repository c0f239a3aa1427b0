package se.samlad.analysis;

/** How far long work has come, told by the one who does it, who also asks whether to stop (Swedish: förlopp). */
@FunctionalInterface
public interface Progress {

  /** So many units are done of so many; may be called from any thread. */
  void done(long units, long ofUnits);

  /** Whether the work is no longer wanted; who works asks between units and leaves by {@link java.util.concurrent.CancellationException}. */
  default boolean cancelled() {
    return false;
  }

  /** Tells nobody and never stops. */
  static Progress silent() {
    return (units, ofUnits) -> {};
  }
}
