package se.samlad.analysis.aberration;

/** Checks and sums over a series of counts in which {@link PooledDispersion#MISSING} is a week without data. */
final class WeeklyCounts {
  private WeeklyCounts() {}

  static void check(int[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < PooledDispersion.MISSING) {
        throw new IllegalArgumentException(
            "a count below 0 in week %d: %d".formatted(i + 1, counts[i]));
      }
    }
  }

  static void checkFrom(int from, int weeks) {
    if (from < 0 || from > weeks) {
      throw new IllegalArgumentException(
          "the first week to judge must be in 0..%d: %d".formatted(weeks, from));
    }
  }

  static boolean has(int[] counts, int week) {
    return week >= 0 && week < counts.length && counts[week] != PooledDispersion.MISSING;
  }

  /** How many weeks of [from, to) have data. */
  static int known(int[] counts, int from, int to) {
    int known = 0;
    for (int i = Math.max(from, 0); i < to; i++) {
      known += has(counts, i) ? 1 : 0;
    }
    return known;
  }

  /** The sum of the weeks of [from, to) that have data. */
  static long sum(int[] counts, int from, int to) {
    long sum = 0;
    for (int i = Math.max(from, 0); i < to; i++) {
      sum += has(counts, i) ? counts[i] : 0;
    }
    return sum;
  }

  /** Their mean, NaN if none has data. */
  static double mean(int[] counts, int from, int to) {
    return (double) sum(counts, from, to) / known(counts, from, to);
  }

  /** Their standard deviation with n - 1 in the divisor, NaN below two weeks. */
  static double deviation(int[] counts, int from, int to) {
    double mean = mean(counts, from, to);
    double squares = 0;
    for (int i = Math.max(from, 0); i < to; i++) {
      if (has(counts, i)) {
        squares += (counts[i] - mean) * (counts[i] - mean);
      }
    }
    int known = known(counts, from, to);
    return known < 2 ? Double.NaN : Math.sqrt(squares / (known - 1));
  }
}
