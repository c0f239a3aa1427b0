package se.samlad.analysis.cluster;

import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.grid.KdTree;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.ReachabilityTree;

/**
 * Which gatherings last over many distances, when they differ in how dense they are (Swedish: HDBSCAN)?
 *
 * <p>Terms: core distance = distance to the (minPts - 1)-th nearest other point; two points are as far apart as the largest
 * of their distance and both core distances. As the distance shrinks gatherings split; a part with fewer than minPts points
 * is points falling out. The stability of a gathering sums, over its points, 1 / distance when they leave less 1 / distance
 * when it arose; of a gathering and those it splits into, the more stable are kept. All points together are never a cluster.
 *
 * <p>Ties: edges of equal weight are taken at once, as the method defines it, so labels do not depend on the order of the
 * points (programs that take them one by one differ among themselves). Clusters are numbered by their first point.
 *
 * <p>Edges: fewer points than minPts, identical points alone, and one gathering that never splits are all noise. Distances
 * below 1 mm count as 1 mm, so that identical points do not have endless stability. minPts below 2 and more than a million
 * points are refused.
 *
 * <p>Method: k-d tree, spanning tree, hierarchy, stability. Cost some n log n (1 s for 100,000 points), memory some thirty
 * numbers a point.
 *
 * <p>Source: Campello, Moulavi and Sander 2013, PAKDD 160-172; Campello et al. 2015, ACM TKDD 10:5 (outlier score GLOSH).
 */
public final class Hdbscan {
  private static final int MOST_POINTS = 1_000_000;

  private Hdbscan() {}

  public static Result of(PlanePoints points, int minPts) {
    return of(points, minPts, 1);
  }

  public static Result of(PlanePoints points, int minPts, int threads) {
    return of(points, minPts, threads, Progress.silent());
  }

  public static Result of(PlanePoints points, int minPts, int threads, Progress progress) {
    if (minPts < 2) {
      throw new IllegalArgumentException("minPts %d, it should be at least 2".formatted(minPts));
    }
    points.allowAtMost(MOST_POINTS);
    int n = points.size();
    if (n < minPts) {
      return Result.allNoise(points, minPts);
    }
    KdTree tree = new KdTree(points);
    double[] core = tree.distancesToNearest(minPts - 1, threads);
    ReachabilityTree.Edges edges = ReachabilityTree.of(tree, core, progress);
    Condensed condensed = new Condensed(new Hierarchy(n, edges), minPts);
    return condensed.result(points, core, edges.totalWeight());
  }

  /**
   * Who belongs where, in the order of the points.
   *
   * @param labels from 1 by the first point of each cluster, 0 for noise
   * @param membership of its cluster, 1 for its densest points, 0 for noise
   * @param outlierScore GLOSH, near 1 for points far from the density around them
   * @param coreDistances metres
   * @param stabilities of cluster 1, 2, ...
   * @param treeWeight of the spanning tree, metres
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Result(
      PlanePoints points,
      int minPts,
      int[] labels,
      double[] membership,
      double[] outlierScore,
      double[] coreDistances,
      double[] stabilities,
      double treeWeight) {

    public Result {
      labels = labels.clone();
      membership = membership.clone();
      outlierScore = outlierScore.clone();
      coreDistances = coreDistances.clone();
      stabilities = stabilities.clone();
    }

    static Result allNoise(PlanePoints points, int minPts) {
      int n = points.size();
      double[] far = new double[n];
      Arrays.fill(far, Double.POSITIVE_INFINITY);
      return new Result(
          points, minPts, new int[n], new double[n], new double[n], far, new double[0], 0);
    }

    @Override
    public int[] labels() {
      return labels.clone();
    }

    @Override
    public double[] membership() {
      return membership.clone();
    }

    @Override
    public double[] outlierScore() {
      return outlierScore.clone();
    }

    @Override
    public double[] coreDistances() {
      return coreDistances.clone();
    }

    @Override
    public double[] stabilities() {
      return stabilities.clone();
    }

    public int n() {
      return points.size();
    }

    public int clusters() {
      return stabilities.length;
    }

    /** Points in no cluster. */
    public int noise() {
      int noise = 0;
      for (int label : labels) {
        noise += label == 0 ? 1 : 0;
      }
      return noise;
    }

    /** The clusters as places, that with most events first. */
    public List<HotPlace> places() {
      return HotPlace.of(points, labels, clusters());
    }
  }
}
