package se.samlad.analysis.autocorrelation;

import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.grid.Neighbours;

/**
 * Do like values lie together on the map as a whole (Swedish: Morans I)?
 *
 * <p>Terms: correlation between a unit and its neighbours; above -1 / (n - 1) like lies beside like. Edges: fewer than 4
 * units, one value everywhere, no neighbours at all and values that are no finite numbers are refused; units without
 * neighbours leave n. Method: closed moments, either of values put out at random (randomisation) or drawn from a normal
 * distribution; or permutation of all values. Cost pairs, or pairs x permutations. Source: Moran 1950, Biometrika 37:17-23;
 * Cliff and Ord 1981, Spatial processes.
 */
public final class GlobalMoran {
  private GlobalMoran() {}

  /** What chance is taken to be. */
  public enum Chance {
    RANDOMISATION,
    NORMALITY
  }

  /** With row-standardised weights under randomisation. */
  public static GlobalStatistic of(double[] values, Neighbours neighbours) {
    return of(values, neighbours, Weighting.ROW_STANDARDISED, Chance.RANDOMISATION);
  }

  public static GlobalStatistic of(
      double[] values, Neighbours neighbours, Weighting weighting, Chance chance) {
    Values all = Values.of(values, neighbours, 4);
    WeightSums w = Connected.sums(neighbours, weighting);
    double expectation = -1 / (w.n() - 1);
    double square = chance == Chance.RANDOMISATION
        ? randomised(w, all.kurtosis())
        : (w.n() * w.n() * w.s1() - w.n() * w.s2() + 3 * w.s0() * w.s0())
            / (w.s0() * w.s0() * (w.n() * w.n() - 1));
    double value = statistic(all, all.x, neighbours, weighting, w);
    return new GlobalStatistic(
        (int) w.n(), weighting, value, expectation, square - expectation * expectation);
  }

  private static double randomised(WeightSums w, double kurtosis) {
    double n = w.n();
    double s0s0 = w.s0() * w.s0();
    double first = n * (w.s1() * (n * n - 3 * n + 3) - n * w.s2() + 3 * s0s0);
    double second = kurtosis * (w.s1() * (n * n - n) - 2 * n * w.s2() + 6 * s0s0);
    return (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0s0);
  }

  private static double statistic(
      Values all, double[] x, Neighbours neighbours, Weighting weighting, WeightSums w) {
    double products = 0;
    for (int i = 0; i < all.n; i++) {
      double lag = 0;
      for (int k = neighbours.from(i); k < neighbours.from(i + 1); k++) {
        lag += x[neighbours.neighbour(k)] - all.mean;
      }
      products += WeightSums.weight(neighbours, weighting, i) * (x[i] - all.mean) * lag;
    }
    return w.n() / w.s0() * products / (all.m2 * all.n);
  }

  /** The share of permutations, the map itself among them, with at least its statistic. */
  public static double permutationP(
      double[] values, Neighbours neighbours, Weighting weighting, Permutations how) {
    if (how.count() == 0) {
      throw new IllegalArgumentException("0 permutations, a p value takes at least 1");
    }
    Values all = Values.of(values, neighbours, 4);
    WeightSums w = Connected.sums(neighbours, weighting);
    double observed = statistic(all, all.x, neighbours, weighting, w);
    int above = 0;
    for (Shuffle shuffle : Draws.run(
        how.count(),
        how.seed(),
        how.threads(),
        () -> new Shuffle(all, neighbours, weighting, w, observed))) {
      above += shuffle.above;
    }
    return (above + 1.0) / (how.count() + 1.0);
  }

  private static final class Shuffle implements Draws.Worker {
    private final Values all;
    private final Neighbours neighbours;
    private final Weighting weighting;
    private final WeightSums sums;
    private final double observed;
    private final double[] shuffled;
    private int above;

    Shuffle(
        Values all, Neighbours neighbours, Weighting weighting, WeightSums sums, double observed) {
      this.all = all;
      this.neighbours = neighbours;
      this.weighting = weighting;
      this.sums = sums;
      this.observed = observed;
      this.shuffled = new double[all.n];
    }

    @Override
    public void draw(SeededRandom random, int number) {
      System.arraycopy(all.x, 0, shuffled, 0, all.n);
      for (int i = all.n - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double kept = shuffled[i];
        shuffled[i] = shuffled[j];
        shuffled[j] = kept;
      }
      double value = statistic(all, shuffled, neighbours, weighting, sums);
      above += value >= observed - 1e-12 * Math.abs(observed) ? 1 : 0;
    }
  }
}
