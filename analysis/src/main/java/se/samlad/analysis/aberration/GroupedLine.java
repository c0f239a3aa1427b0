package se.samlad.analysis.aberration;

/**
 * Weighted least squares of a level per group and, where wanted, one slope in time for all.
 *
 * <p>Groups are taken out by their weighted means, so that a fit is one pass over the rows. A time that does not vary
 * within any group has no slope. Source: the within estimator of the analysis of covariance, Cochran 1957, Biometrics
 * 13:261-281.
 */
final class GroupedLine {
  /** Part of the weighted sum of squared times below which time does not vary within groups. */
  private static final double NO_VARIATION = 1e-22;

  private final int[] group;
  private final int[] time;
  private final double[] weight;
  private final double[] groupWeight;
  private final double[] groupTime;
  private final double[] level;
  private final double spread;
  private final double slope;
  private final int rank;

  GroupedLine(
      int[] group, int groups, int[] time, boolean sloped, double[] target, double[] weight) {
    this.group = group;
    this.time = time;
    this.weight = weight;
    groupWeight = new double[groups];
    groupTime = new double[groups];
    level = new double[groups];
    for (int i = 0; i < target.length; i++) {
      groupWeight[group[i]] += weight[i];
      groupTime[group[i]] += weight[i] * time[i];
      level[group[i]] += weight[i] * target[i];
    }
    int filled = 0;
    for (int g = 0; g < groups; g++) {
      groupTime[g] /= groupWeight[g];
      level[g] /= groupWeight[g];
      filled += groupWeight[g] > 0 ? 1 : 0;
    }
    double within = 0;
    double along = 0;
    double all = 0;
    for (int i = 0; sloped && i < target.length; i++) {
      double late = time[i] - groupTime[group[i]];
      within += weight[i] * late * late;
      along += weight[i] * late * (target[i] - level[group[i]]);
      all += weight[i] * (double) time[i] * time[i];
    }
    boolean varies = sloped && within > NO_VARIATION * all;
    spread = varies ? within : Double.POSITIVE_INFINITY;
    slope = varies ? along / within : 0;
    rank = filled + (varies ? 1 : 0);
  }

  boolean hasSlope() {
    return spread < Double.POSITIVE_INFINITY;
  }

  /** NaN for a group without rows. */
  double at(int itsGroup, int itsTime) {
    return level[itsGroup] + slope * (itsTime - groupTime[itsGroup]);
  }

  double slope() {
    return slope;
  }

  int rank() {
    return rank;
  }

  /** Variance of the slope when the residual variance is 1. */
  double slopeVariance() {
    return 1 / spread;
  }

  /** Variance of the line at a point when the residual variance is 1. */
  double variance(int itsGroup, int itsTime) {
    double late = itsTime - groupTime[itsGroup];
    return 1 / groupWeight[itsGroup] + late * late / spread;
  }

  /** How much a row's own target decides its fit, from 0 to 1. */
  double leverage(int row) {
    return weight[row] * variance(group[row], time[row]);
  }
}
