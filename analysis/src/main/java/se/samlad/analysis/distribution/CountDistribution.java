package se.samlad.analysis.distribution;

/**
 * A distribution on the whole numbers from 0 (Swedish: fördelning för antal). Everything a test or an interval needs
 * follows from the probability of one count and of the two tails; both tails are exact where they are small.
 */
public interface CountDistribution {
  double mean();

  double variance();

  /** P(X = k); 0 for k below 0. */
  double probability(long k);

  /** P(X <= k). */
  double atMost(long k);

  /** P(X >= k). */
  double atLeast(long k);

  /** P(X > k) + P(X = k) / 2: the mid-p of "this many or more". */
  default double upperMidP(long k) {
    return atLeast(k + 1) + probability(k) / 2;
  }

  /** P(X < k) + P(X = k) / 2: the mid-p of "this few or fewer". */
  default double lowerMidP(long k) {
    return atMost(k - 1) + probability(k) / 2;
  }

  /** The smallest k with P(X <= k) at least p; p in [0, 1). */
  default long quantile(double p) {
    if (!(p >= 0 && p < 1)) {
      throw new IllegalArgumentException("p must be in [0, 1): " + p);
    }
    double spread = Math.sqrt(variance());
    double guess = Math.max(
        0,
        Math.floor(
            mean() + spread * Normal.STANDARD.quantile(Math.min(Math.max(p, 1e-300), 1 - 1e-16))));
    long low = (long) guess;
    long step = Math.max(1, (long) (spread / 4));
    while (low >= 0 && reaches(low, p)) {
      low -= step;
      step *= 2;
    }
    low = Math.max(low, -1);
    long high = Math.max(low + 1, (long) guess);
    step = Math.max(1, (long) (spread / 4));
    while (!reaches(high, p)) {
      high += step;
      step *= 2;
    }
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (reaches(middle, p)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean reaches(long k, double p) {
    return p <= 0.5 ? atMost(k) >= p : atLeast(k + 1) <= 1 - p;
  }
}
