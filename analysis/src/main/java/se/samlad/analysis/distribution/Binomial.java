package se.samlad.analysis.distribution;

/**
 * The binomial distribution: how many of n events fall in a part that gets the given share (Swedish: binomialfördelning).
 *
 * <p>No trials and a share of 0 or 1 are allowed and certain. The tails are incomplete beta functions. Source: Johnson,
 * Kemp and Kotz, Univariate discrete distributions, chapter 3.
 *
 * @param trials n, at least 0
 * @param share probability of each, in [0, 1]
 */
public record Binomial(long trials, double share) implements CountDistribution {
  public Binomial {
    if (trials < 0) {
      throw new IllegalArgumentException("trials must be at least 0: " + trials);
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1]: " + share);
    }
  }

  public static Binomial of(long trials, double share) {
    return new Binomial(trials, share);
  }

  @Override
  public double mean() {
    return trials * share;
  }

  @Override
  public double variance() {
    return trials * share * (1 - share);
  }

  @Override
  public double probability(long k) {
    return k < 0 || k > trials ? 0 : SpecialFunctions.binomialTerm(k, trials - k, share, 1 - share);
  }

  @Override
  public double atMost(long k) {
    if (k < 0) {
      return 0;
    }
    return k >= trials ? 1 : SpecialFunctions.beta(1 - share, share, trials - k, k + 1.0);
  }

  @Override
  public double atLeast(long k) {
    if (k <= 0) {
      return 1;
    }
    return k > trials ? 0 : SpecialFunctions.beta(share, 1 - share, k, trials - k + 1.0);
  }
}
