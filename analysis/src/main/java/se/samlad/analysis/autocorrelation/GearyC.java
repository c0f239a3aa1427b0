package se.samlad.analysis.autocorrelation;

import se.samlad.analysis.grid.Neighbours;

/**
 * How much do neighbours differ, against any two units (Swedish: Gearys C)?
 *
 * <p>Terms: 1 when neighbours differ as much as any two, below 1 when like lies beside like; more sensitive to single
 * borders than Moran's I. The z of the result is below 0 when like lies beside like. Edges as {@link GlobalMoran}. Method:
 * closed moments under randomisation. Cost pairs. Source: Geary 1954, The Incorporated Statistician 5:115-145; Cliff and Ord
 * 1981, Spatial processes.
 */
public final class GearyC {
  private GearyC() {}

  /** With row-standardised weights. */
  public static GlobalStatistic of(double[] values, Neighbours neighbours) {
    return of(values, neighbours, Weighting.ROW_STANDARDISED);
  }

  public static GlobalStatistic of(double[] values, Neighbours neighbours, Weighting weighting) {
    Values all = Values.of(values, neighbours, 4);
    WeightSums w = Connected.sums(neighbours, weighting);
    double squares = 0;
    for (int i = 0; i < all.n; i++) {
      double own = 0;
      for (int k = neighbours.from(i); k < neighbours.from(i + 1); k++) {
        double difference = values[i] - values[neighbours.neighbour(k)];
        own += difference * difference;
      }
      squares += WeightSums.weight(neighbours, weighting, i) * own;
    }
    double value = (w.n() - 1) * squares / (2 * w.s0() * all.m2 * all.n);
    return new GlobalStatistic((int) w.n(), weighting, value, 1, variance(w, all.kurtosis()));
  }

  private static double variance(WeightSums w, double kurtosis) {
    double n = w.n();
    double s0s0 = w.s0() * w.s0();
    double sum = (n - 1) * w.s1() * (n * n - 3 * n + 3 - kurtosis * (n - 1))
        - (n - 1) * w.s2() * (n * n + 3 * n - 6 - kurtosis * (n * n - n + 2)) / 4
        + s0s0 * (n * n - 3 - kurtosis * (n - 1) * (n - 1));
    return sum / (n * (n - 2) * (n - 3) * s0s0);
  }
}
