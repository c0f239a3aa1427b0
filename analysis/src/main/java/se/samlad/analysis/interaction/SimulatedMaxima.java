package se.samlad.analysis.interaction;

import java.util.Arrays;

/**
 * The largest statistic of every simulated data set (Swedish: största värdena av slumpen): what a search of this kind finds when nothing
 * is going on.
 *
 * <p>p is rank / (R + 1). Where p is needed beyond what R ranks can tell, the tail is taken from a Gumbel distribution fitted by its mean
 * and standard deviation; source: Abrams, Kulldorff and Kleinman 2010, International Journal of Health Geographics 9:61.
 */
public final class SimulatedMaxima {

  private static final double EULER = 0.57721566490153286;

  private final double[] sorted;

  SimulatedMaxima(double[] values) {
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  public int size() {
    return sorted.length;
  }

  public double[] sorted() {
    return sorted.clone();
  }

  /** (1 + simulated maxima at least as large) / (R + 1). */
  public double p(double statistic) {
    double least = statistic - 1e-9 * Math.max(1, Math.abs(statistic));
    int below = 0;
    while (below < sorted.length && sorted[below] < least) {
      below++;
    }
    return (1.0 + sorted.length - below) / (1.0 + sorted.length);
  }

  /** Linear between the ordered values. */
  public double quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1]: " + share);
    }
    double at = share * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }

  /** The chance of at least as much by the fitted Gumbel distribution; NaN when the maxima do not vary. */
  public double gumbelP(double statistic) {
    double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
    double squares =
        Arrays.stream(sorted).map(value -> (value - mean) * (value - mean)).sum();
    double scale = Math.sqrt(squares / (sorted.length - 1)) * Math.sqrt(6) / Math.PI;
    return scale > 0
        ? -Math.expm1(-Math.exp(-(statistic - (mean - EULER * scale)) / scale))
        : Double.NaN;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SimulatedMaxima maxima && Arrays.equals(sorted, maxima.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return "%d maxima, median %s".formatted(size(), quantile(0.5));
  }
}
