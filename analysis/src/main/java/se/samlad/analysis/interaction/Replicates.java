package se.samlad.analysis.interaction;

/**
 * How a scan is set against chance (Swedish: slumpade upprepningar).
 *
 * @param count simulated data sets; 999 gives p-values down to 0.001
 * @param seed start of the random streams, one per data set
 * @param threads how many threads simulate; the answer does not depend on it
 */
public record Replicates(int count, long seed, int threads) {

  /** The default: 999, seed 1, one thread. */
  public static final Replicates STANDARD = new Replicates(999, 1, 1);

  public Replicates {
    if (count < 1 || count > 1_000_000 || threads < 1) {
      throw new IllegalArgumentException(
          "There must be 1 to 1000000 replicates and at least one thread: %d, %d"
              .formatted(count, threads));
    }
  }

  /** One alone, for data whose largest statistic is all that is asked. */
  static Replicates one() {
    return new Replicates(1, 1, 1);
  }
}
