package se.samlad.analysis.distribution;

/**
 * The Poisson distribution: counts of events that come one by one at an even rate (Swedish: poissonfördelning).
 *
 * <p>Mean 0 is allowed and is the certain zero. The tails are the incomplete gamma functions, so P(X >= 400) at mean 20
 * keeps its digits. Source: Johnson, Kemp and Kotz, Univariate discrete distributions, chapter 4.
 *
 * @param mean events expected, at least 0
 */
public record Poisson(double mean) implements CountDistribution {
  public Poisson {
    if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mean must be finite and at least 0: " + mean);
    }
  }

  public static Poisson of(double mean) {
    return new Poisson(mean);
  }

  @Override
  public double variance() {
    return mean;
  }

  @Override
  public double probability(long k) {
    return k < 0 ? 0 : SpecialFunctions.poissonTerm(k, mean);
  }

  @Override
  public double atMost(long k) {
    if (k < 0) {
      return 0;
    }
    return mean == 0 ? 1 : SpecialFunctions.gammaQ(k + 1.0, mean);
  }

  @Override
  public double atLeast(long k) {
    if (k <= 0) {
      return 1;
    }
    return mean == 0 ? 0 : SpecialFunctions.gammaP(k, mean);
  }
}
