package se.samlad.analysis.autocorrelation;

/**
 * How a permutation test draws.
 *
 * @param count permutations, 0 for none; p values are then multiples of 1 / (count + 1)
 * @param seed same seed, same result, whatever the number of threads
 * @param threads at least 1
 * @param scheme what changes places
 */
public record Permutations(int count, long seed, int threads, Scheme scheme) {
  /** What changes places when a unit's surroundings are drawn anew. */
  public enum Scheme {
    /** The unit's own value stays, its neighbours are drawn from all others without replacement. */
    CONDITIONAL,
    /** As R's spdep: drawn with replacement, and Gi* draws the unit's own place as well. */
    RESAMPLED
  }

  /** The most permutations of one run. */
  public static final int MOST = 1_000_000;

  /** Analytical results alone. */
  public static final Permutations NONE = new Permutations(0, 0, 1, Scheme.CONDITIONAL);

  public Permutations {
    if (count < 0 || count > MOST || threads < 1) {
      throw new IllegalArgumentException(
          "%d permutations on %d threads, there should be 0 to %d on at least 1"
              .formatted(count, threads, MOST));
    }
  }

  public static Permutations of(int count, long seed) {
    return new Permutations(count, seed, 1, Scheme.CONDITIONAL);
  }

  public Permutations onThreads(int number) {
    return new Permutations(count, seed, number, scheme);
  }

  public Permutations with(Scheme other) {
    return new Permutations(count, seed, threads, other);
  }
}
