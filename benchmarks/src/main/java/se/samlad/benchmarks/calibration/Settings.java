package se.samlad.benchmarks.calibration;

/**
 * @param towns a row
 * @param seed of all rows
 * @param threads they are drawn on; the table does not depend on them
 * @param draws for the stability of a word
 */
record Settings(int towns, long seed, int threads, int draws) {
  Settings {
    if (towns < 2 || threads < 1 || draws < 1) {
      throw new IllegalArgumentException(
          "towns at least 2, threads and draws at least 1: %d, %d, %d"
              .formatted(towns, threads, draws));
    }
  }

  /** So many times as many towns, for a share that should lie close to what is asked. */
  Settings times(int factor) {
    return new Settings(towns * factor, seed, threads, draws);
  }
}
