package se.samlad.analysis.autocorrelation;

import se.samlad.analysis.distribution.Normal;

/**
 * One figure for the whole map with what chance would give.
 *
 * @param n units with a neighbour
 * @param value the statistic
 * @param expectation what it would be if values had been put out at random
 * @param variance likewise
 */
public record GlobalStatistic(
    int n, Weighting weighting, double value, double expectation, double variance) {

  /** Distance from the expectation in standard deviations; NaN when the variance is not above 0. */
  public double z() {
    return variance > 0 ? (value - expectation) / Math.sqrt(variance) : Double.NaN;
  }

  /** Normal p value of a statistic this much above its expectation. */
  public double pGreater() {
    return Double.isNaN(z()) ? 1 : Normal.STANDARD.atLeast(z());
  }

  public double pTwoSided() {
    return Double.isNaN(z()) ? 1 : Math.min(1, 2 * Normal.STANDARD.atLeast(Math.abs(z())));
  }
}
