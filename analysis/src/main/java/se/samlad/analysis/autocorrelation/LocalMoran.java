package se.samlad.analysis.autocorrelation;

import java.util.Arrays;
import se.samlad.analysis.Progress;
import se.samlad.analysis.aberration.BenjaminiHochberg;
import se.samlad.analysis.distribution.Normal;
import se.samlad.analysis.grid.Neighbours;

/**
 * Which units lie among their like, and which stick out from their surroundings (Swedish: lokala samband, LISA)?
 *
 * <p>Terms: deviation of each unit from the mean times the mean deviation of its neighbours (row-standardised weights), over
 * the variance. The variance divides by n, or by n - 1 as some programs do: the statistics differ by exactly (n - 1) / n, so
 * the divisor is a parameter and part of the result. Quadrants: high among high, low among low, high among low, low among
 * high.
 *
 * <p>Edges: fewer than 4 units, one value everywhere, values that are no finite numbers are refused by name. A unit without
 * neighbours has I = 0 and p = 1. A unit exactly at the mean has I = 0 and p = 1 conditionally.
 *
 * <p>Method: closed moments, either conditional on the unit's own value or over all orders of the values; and conditional
 * permutation, each unit with random numbers of its own. Cost pairs, for permutations pairs x permutations; memory some
 * numbers a unit.
 *
 * <p>Source: Anselin 1995, Geographical Analysis 27:93-115; Sokal, Oden and Thomson 1998, 30:331-354; Caldas de Castro and
 * Singer 2006, 38:180-208.
 */
public final class LocalMoran {
  private final Parameters parameters;

  public LocalMoran(Parameters parameters) {
    this.parameters = parameters;
  }

  /** What the variance is divided by. */
  public enum Divisor {
    N,
    N_MINUS_1
  }

  /** Over what the moments are taken. */
  public enum Moments {
    /** The unit's own value stays (Sokal, Oden and Thomson). */
    CONDITIONAL,
    /** All values change places (Anselin). */
    TOTAL
  }

  /** What "high surroundings" are measured from. */
  public enum Surroundings {
    /** Above the mean of the values. */
    MEAN_OF_VALUES,
    /** Above the mean of all neighbour means. */
    MEAN_OF_LAGS
  }

  /** Unit and surroundings, each high or low. */
  public enum Quadrant {
    HIGH_HIGH,
    LOW_LOW,
    HIGH_LOW,
    LOW_HIGH
  }

  /** Defaults: divisor n, conditional moments, surroundings against the mean of the values. */
  public record Parameters(
      Divisor divisor, Moments moments, Surroundings surroundings, Permutations permutations) {
    public static final Parameters DEFAULT = new Parameters(
        Divisor.N, Moments.CONDITIONAL, Surroundings.MEAN_OF_VALUES, Permutations.NONE);

    public Parameters with(Divisor other) {
      return new Parameters(other, moments, surroundings, permutations);
    }

    public Parameters with(Moments other) {
      return new Parameters(divisor, other, surroundings, permutations);
    }

    public Parameters with(Surroundings other) {
      return new Parameters(divisor, moments, other, permutations);
    }

    public Parameters with(Permutations other) {
      return new Parameters(divisor, moments, surroundings, other);
    }
  }

  /** With the defaults and closed moments. */
  public static Result of(double[] values, Neighbours neighbours) {
    return new LocalMoran(Parameters.DEFAULT).statistics(values, neighbours);
  }

  public Result statistics(double[] values, Neighbours neighbours) {
    return statistics(values, neighbours, Progress.silent());
  }

  /** As {@link #statistics(double[], Neighbours)}, telling how far the permutations have come. */
  public Result statistics(double[] values, Neighbours neighbours, Progress progress) {
    Values checked = Values.of(values, neighbours, 4);
    if (neighbours.includesSelf()) {
      throw new IllegalArgumentException(
          "the lists of neighbours hold the units themselves, they should not");
    }
    Work work = new Work(checked, neighbours, parameters);
    for (int i = 0; i < checked.n; i++) {
      work.unit(i);
    }
    return work.result(permuted(work, neighbours, progress));
  }

  private Permuted permuted(Work work, Neighbours neighbours, Progress progress) {
    if (parameters.permutations().count() == 0) {
      return new Permuted(new double[0], new double[0], new double[0]);
    }
    ConditionalPermutation.Ranks ranks = ConditionalPermutation.run(
        work.all.x, neighbours, parameters.permutations(), false, progress);
    double[] mean = ranks.mean();
    double[] variance = ranks.variance();
    for (int i = 0; i < mean.length; i++) {
      int degree = neighbours.degree(i);
      double factor = work.deviation(i) / work.scale;
      mean[i] = factor * (mean[i] / degree - work.all.mean);
      variance[i] = factor * factor * variance[i] / degree / degree;
    }
    return new Permuted(mean, variance, ranks.p());
  }

  /** The arrays of one run. */
  private static final class Work {
    private final Values all;
    private final Neighbours neighbours;
    private final Parameters parameters;
    private final double scale;
    private final double kurtosis;
    private final double[] statistic;
    private final double[] expectation;
    private final double[] variance;
    private final double[] z;
    private final double[] p;
    private final double[] lag;

    Work(Values all, Neighbours neighbours, Parameters parameters) {
      this.all = all;
      this.neighbours = neighbours;
      this.parameters = parameters;
      boolean byN = parameters.divisor() == Divisor.N;
      this.scale = byN ? all.m2 : all.m2 * all.n / (all.n - 1);
      this.kurtosis = all.kurtosis();
      this.statistic = new double[all.n];
      this.expectation = new double[all.n];
      this.variance = new double[all.n];
      this.z = new double[all.n];
      this.p = new double[all.n];
      this.lag = neighbours.sums(all.x);
    }

    double deviation(int i) {
      return all.x[i] - all.mean;
    }

    void unit(int i) {
      int degree = neighbours.degree(i);
      if (degree == 0) {
        p[i] = 1;
        lag[i] = all.mean;
        return;
      }
      lag[i] /= degree;
      double toDivisor = all.m2 / scale;
      statistic[i] = deviation(i) / scale * (lag[i] - all.mean);
      moments(i, 1.0 / degree);
      expectation[i] *= toDivisor;
      variance[i] *= toDivisor * toDivisor;
      boolean fixed = !(variance[i] > 0);
      z[i] = fixed ? 0 : (statistic[i] - expectation[i]) / Math.sqrt(variance[i]);
      p[i] = fixed ? 1 : Math.min(1, 2 * Normal.STANDARD.atLeast(Math.abs(z[i])));
    }

    /** Moments with the divisor n; row weights sum to 1 and their squares to 1 / degree. */
    private void moments(int i, double squares) {
      double n = all.n;
      double own = deviation(i) * deviation(i);
      if (parameters.moments() == Moments.CONDITIONAL) {
        expectation[i] = -own / ((n - 1) * all.m2);
        variance[i] = own
            / (all.m2 * all.m2)
            * n
            / (n - 2)
            * (squares - 1 / (n - 1))
            * (all.m2 - own / (n - 1));
      } else {
        expectation[i] = -1 / (n - 1);
        variance[i] = (n - kurtosis) / (n - 1) * squares
            + (2 * kurtosis - n) / ((n - 1) * (n - 2)) * (1 - squares)
            - expectation[i] * expectation[i];
      }
    }

    Result result(Permuted permuted) {
      double centre = parameters.surroundings() == Surroundings.MEAN_OF_VALUES
          ? all.mean
          : Arrays.stream(lag).sum() / all.n;
      Quadrant[] quadrants = new Quadrant[all.n];
      for (int i = 0; i < quadrants.length; i++) {
        boolean high = all.x[i] > all.mean;
        quadrants[i] = lag[i] > centre
            ? (high ? Quadrant.HIGH_HIGH : Quadrant.LOW_HIGH)
            : (high ? Quadrant.HIGH_LOW : Quadrant.LOW_LOW);
      }
      Moment moment = new Moment(expectation, variance, z, p, BenjaminiHochberg.adjusted(p));
      return new Result(all.n, parameters, statistic, moment, permuted, quadrants, all.zeroShare());
    }
  }

  /** Closed moments and what follows from them, in the order of the units; p is two-sided. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Moment(
      double[] expectation, double[] variance, double[] z, double[] p, double[] adjusted) {}

  /** Mean, variance and two-sided p value over the permutations, empty when none were asked for. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Permuted(double[] mean, double[] variance, double[] p) {}

  /**
   * Statistics in the order of the units. The arrays are the result's own, read but do not write them.
   *
   * @param n units
   * @param statistic local Moran's I with the divisor of the parameters
   * @param zeroShare share of the values that are 0
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Result(
      int n,
      Parameters parameters,
      double[] statistic,
      Moment moment,
      Permuted permuted,
      Quadrant[] quadrants,
      double zeroShare) {

    /** Whether so many values are 0 that z and p should not be read as normal. */
    public boolean mostlyZeros() {
      return zeroShare > Values.MOSTLY;
    }
  }
}
