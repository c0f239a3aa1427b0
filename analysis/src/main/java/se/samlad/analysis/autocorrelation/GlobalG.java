package se.samlad.analysis.autocorrelation;

import se.samlad.analysis.grid.Neighbours;

/**
 * Is it the high values that lie together, or the low ones (Swedish: globalt G)?
 *
 * <p>Terms: the part of all products of two different units that falls on neighbours; above its expectation when high
 * values lie together, below when low ones do. Moran's I cannot tell these apart. Edges: as {@link GlobalMoran}; values
 * below 0 are refused, they make the products meaningless, and fewer than two values above 0 as well. Method: closed moments
 * under randomisation, binary weights. Cost pairs. Source: Getis and Ord 1992, Geographical Analysis 24:189-206.
 */
public final class GlobalG {
  private GlobalG() {}

  public static GlobalStatistic of(double[] values, Neighbours neighbours) {
    Values all = Values.of(values, neighbours, 4);
    WeightSums w = Connected.sums(neighbours, Weighting.BINARY);
    double m1 = 0;
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
    int above = 0;
    for (int i = 0; i < all.n; i++) {
      double x = values[i];
      if (x < 0) {
        throw new IllegalArgumentException(
            "Unit %d has the value %s, it should be 0 or more".formatted(i + 1, x));
      }
      if (neighbours.degree(i) > 0) {
        above += x > 0 ? 1 : 0;
        m1 += x;
        m2 += x * x;
        m3 += x * x * x;
        m4 += x * x * x * x;
      }
    }
    if (above < 2) {
      throw new IllegalArgumentException(
          "%d units have a value above 0, it takes at least 2".formatted(above));
    }
    double between = m1 * m1 - m2;
    double n = w.n();
    double expectation = w.s0() / (n * (n - 1));
    double square =
        secondMoment(w, m1, m2, m3, m4) / (between * between * n * (n - 1) * (n - 2) * (n - 3));
    double value = products(values, neighbours) / between;
    return new GlobalStatistic(
        (int) n, Weighting.BINARY, value, expectation, square - expectation * expectation);
  }

  private static double products(double[] values, Neighbours neighbours) {
    double[] sums = neighbours.sums(values);
    double products = 0;
    for (int i = 0; i < values.length; i++) {
      products += values[i] * sums[i];
    }
    return products;
  }

  private static double secondMoment(WeightSums w, double m1, double m2, double m3, double m4) {
    double n = w.n();
    double s1 = w.s1();
    double s2 = w.s2();
    double s0s0 = w.s0() * w.s0();
    double b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0s0;
    double b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0s0);
    double b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0s0);
    double b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0s0;
    double b4 = s1 - s2 + s0s0;
    return b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 * m1 * m1 * m1;
  }
}
