package se.samlad.analysis.rates;

import java.util.Arrays;
import se.samlad.analysis.distribution.Poisson;

/**
 * Which areas differ from the whole by more than chance (Swedish: trattdiagram)? Limits around the overall rate that widen
 * as areas get smaller, in place of a ranking.
 *
 * <p>Terms: ratio = cases / expected at the overall rate, so that 1 is the whole; limits at probabilities such as 0.025 and
 * 0.975 (95 %), 0.001 and 0.999 (99.8 %). Where areas as a whole scatter more than chance, phi is the factor of the
 * variance; z of an area is divided by its root, and limits are drawn that much further from 1.
 *
 * <p>Edges: a small area has no lower limit, the interpolated value then lies below 0 and {@link #shown} cuts it at 0. No
 * case at all is refused: there is no overall rate to stand around. One area stands at 1 exactly. Fractional cases are
 * refused.
 *
 * <p>Method: exact Poisson quantiles, interpolated between the two counts that enclose the probability so that limits are a
 * curve rather than a staircase; phi is the mean square of z = 2 (root of cases - root of expected), winsorised by a tenth
 * in both tails with quantiles of type 7, and never taken below 1 when limits are widened. Cost n log n.
 *
 * <p>Source: Spiegelhalter 2005, Statistics in Medicine 24:1185-1202.
 */
public final class FunnelLimits {
  /** Share of the areas winsorised in each tail. */
  public static final double WINSORISED = 0.1;

  private FunnelLimits() {}

  /** The funnel of these areas. */
  public static Result of(AreaCounts areas) {
    double[] cases = areas.cases();
    for (int i = 0; i < cases.length; i++) {
      if (cases[i] != Math.rint(cases[i])) {
        throw new IllegalArgumentException(
            "Area %d has %s cases, there should be a whole number".formatted(i + 1, cases[i]));
      }
    }
    if (areas.totalCases() == 0) {
      throw new NoCases(cases.length);
    }
    double[] expected = areas.expected();
    double[] ratio = new double[cases.length];
    double[] z = new double[cases.length];
    for (int i = 0; i < cases.length; i++) {
      ratio[i] = cases[i] / expected[i];
      z[i] = 2 * (Math.sqrt(cases[i]) - Math.sqrt(expected[i]));
    }
    return new Result(cases.length, areas.overallRate(), expected, ratio, z, dispersion(z));
  }

  /** The ratio at which an area with so many expected cases reaches the probability, interpolated; may lie below 0. */
  public static double limit(double expected, double probability) {
    Poisson poisson = new Poisson(expected);
    long count = poisson.quantile(probability);
    double reached = poisson.atMost(count);
    double overshoot = (reached - probability) / (reached - poisson.atMost(count - 1));
    return (count - overshoot) / expected;
  }

  /** The limit as drawn: at 0 where an area is too small to be low. */
  public static double shown(double expected, double probability) {
    return Math.max(0, limit(expected, probability));
  }

  /** The limit as drawn with a variance phi times that of chance; a phi below 1 narrows nothing. */
  public static double shown(double expected, double probability, double phi) {
    double widened = 1 + Math.sqrt(Math.max(1, phi)) * (limit(expected, probability) - 1);
    return Math.max(0, widened);
  }

  /** The ratio of the smallest whole count that reaches the probability. */
  public static double staircase(double expected, double probability) {
    return new Poisson(expected).quantile(probability) / expected;
  }

  private static double dispersion(double[] z) {
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    double low = quantile(sorted, WINSORISED);
    double high = quantile(sorted, 1 - WINSORISED);
    double squares = 0;
    for (double each : z) {
      double kept = Math.min(high, Math.max(low, each));
      squares += kept * kept;
    }
    return squares / z.length;
  }

  private static double quantile(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /**
   * Where each area stands.
   *
   * @param n areas
   * @param ratio cases over expected
   * @param z root-transformed distance from the whole, before phi
   * @param phi variance over that of chance
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Result(
      int n, double overallRate, double[] expected, double[] ratio, double[] z, double phi) {

    public Result {
      expected = expected.clone();
      ratio = ratio.clone();
      z = z.clone();
    }

    @Override
    public double[] expected() {
      return expected.clone();
    }

    @Override
    public double[] ratio() {
      return ratio.clone();
    }

    @Override
    public double[] z() {
      return z.clone();
    }

    /** z over the root of phi; 0 everywhere when all areas agree exactly. */
    public double[] adjustedZ() {
      double root = Math.sqrt(phi);
      return Arrays.stream(z).map(each -> root == 0 ? 0 : each / root).toArray();
    }
  }

  /** No area has a case, so there is no overall rate. */
  public static final class NoCases extends IllegalArgumentException {
    NoCases(int areas) {
      super("None of the %d areas has a case, it takes at least 1".formatted(areas));
    }
  }
}
