package se.samlad.command;

import java.io.PrintStream;
import java.time.Duration;
import se.samlad.analysis.Progress;

/** Says on standard error how far long work has come, at most once a second. */
final class ConsoleProgress implements Progress {

  private static final long BETWEEN = Duration.ofSeconds(1).toNanos();

  private final PrintStream err;
  private long told = System.nanoTime();

  ConsoleProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void done(long units, long ofUnits) {
    long now = System.nanoTime();
    if (now - told >= BETWEEN) {
      told = now;
      err.printf("%d of %d (%d %%)%n", units, ofUnits, ofUnits == 0 ? 100 : 100 * units / ofUnits);
    }
  }

  @Override
  public boolean cancelled() {
    return Thread.currentThread().isInterrupted();
  }
}
