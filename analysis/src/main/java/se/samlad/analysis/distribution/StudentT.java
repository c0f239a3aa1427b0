package se.samlad.analysis.distribution;

/**
 * Student's t distribution (Swedish: t-fördelning), for means whose spread is estimated from few values.
 *
 * <p>The tail is an incomplete beta function and the quantile its inverse. Source: NIST DLMF 8.17.
 *
 * @param freedom degrees of freedom, above 0
 */
public record StudentT(double freedom) {
  public StudentT {
    if (!(freedom > 0)) {
      throw new IllegalArgumentException("degrees of freedom must be above 0: " + freedom);
    }
  }

  /** P(T >= t). */
  public double atLeast(double t) {
    if (Double.isInfinite(freedom)) {
      return Normal.STANDARD.atLeast(t);
    }
    double square = t * t;
    double half = SpecialFunctions.beta(
            freedom / (freedom + square), square / (freedom + square), freedom / 2, 0.5)
        / 2;
    return t >= 0 ? half : 1 - half;
  }

  public double atMost(double t) {
    return atLeast(-t);
  }

  /** The t with P(T <= t) = p. */
  public double quantile(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("p must be in (0, 1): " + p);
    }
    if (p == 0.5) {
      return 0;
    }
    if (Double.isInfinite(freedom)) {
      return Normal.STANDARD.quantile(p);
    }
    double tail = Math.min(p, 1 - p);
    double t = tail < 0.25 ? outer(tail) : inner(tail);
    return p < 0.5 ? -t : t;
  }

  private double outer(double tail) {
    double share = SpecialFunctions.inverseBeta(2 * tail, freedom / 2, 0.5);
    return Math.sqrt(freedom * (1 - share) / share);
  }

  private double inner(double tail) {
    double share = SpecialFunctions.inverseBeta(1 - 2 * tail, 0.5, freedom / 2);
    return Math.sqrt(freedom * share / (1 - share));
  }
}
