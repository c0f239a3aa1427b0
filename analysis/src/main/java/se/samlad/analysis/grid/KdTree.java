package se.samlad.analysis.grid;

import java.util.Arrays;

/**
 * Finds the nearest points, and those within a distance, without looking at all of them (Swedish: närmaste punkter).
 *
 * <p>Identical points are fine and lie at distance 0; equal distances go by the points' order. Method: the points are split
 * at the median along the longer side of their box until few are left, and kept in the order of the splits so that near
 * points lie near in memory. Building n log n, a query about log n; memory some numbers a point. Safe for many threads.
 * Source: Bentley 1975, Communications of the ACM 18:509-517; Friedman, Bentley and Finkel 1977.
 */
public final class KdTree {
  private static final int LEAF = 8;

  private final int n;
  final double[] x;
  final double[] y;
  final int[] order;
  private final int levels;
  private final double[] boxes;

  public KdTree(PlanePoints points) {
    this.n = points.size();
    this.x = points.xs();
    this.y = points.ys();
    this.order = new int[n];
    Arrays.setAll(order, i -> i);
    int depth = 0;
    while (n >> depth > LEAF) {
      depth++;
    }
    this.levels = depth;
    this.boxes = new double[4 << (depth + 1)];
    build(1, 0, n, 0);
  }

  /** Splits at the middle; node numbers double from level to level, their range is halved. */
  private void build(int node, int from, int to, int level) {
    bound(node, from, to);
    if (level == levels) {
      return;
    }
    int middle = (from + to) >>> 1;
    int box = 4 * node;
    boolean wide = boxes[box + 2] - boxes[box] >= boxes[box + 3] - boxes[box + 1];
    select(wide ? x : y, from, to - 1, middle);
    build(2 * node, from, middle, level + 1);
    build(2 * node + 1, middle, to, level + 1);
  }

  private void bound(int node, int from, int to) {
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      west = Math.min(west, x[i]);
      east = Math.max(east, x[i]);
      south = Math.min(south, y[i]);
      north = Math.max(north, y[i]);
    }
    boxes[4 * node] = west;
    boxes[4 * node + 1] = south;
    boxes[4 * node + 2] = east;
    boxes[4 * node + 3] = north;
  }

  /** Puts the element of rank k in place (Hoare's selection with the middle of three). */
  private void select(double[] key, int from, int to, int k) {
    int low = from;
    int high = to;
    while (low < high) {
      double pivot = middleOf(key[low], key[(low + high) >>> 1], key[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (key[i] < pivot) {
          i++;
        }
        while (key[j] > pivot) {
          j--;
        }
        if (i <= j) {
          swap(i++, j--);
        }
      }
      if (k <= j) {
        high = j;
      } else if (k >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private static double middleOf(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private void swap(int i, int j) {
    double keptX = x[i];
    double keptY = y[i];
    int kept = order[i];
    x[i] = x[j];
    y[i] = y[j];
    order[i] = order[j];
    x[j] = keptX;
    y[j] = keptY;
    order[j] = kept;
  }

  public int size() {
    return n;
  }

  /** For each point the distance to its k-th nearest other point, in the order of the points; needs k + 1 points. */
  public double[] distancesToNearest(int k, int threads) {
    return new Nearest(this, k).forAll(threads).distances(k);
  }

  /** For each point its k nearest other points with their distances, nearest first; needs k + 1 points. */
  public Nearest nearest(int k, int threads) {
    return new Nearest(this, k).forAll(threads);
  }

  int levels() {
    return levels;
  }

  /** Square of the distance from a point to the box of a node, 0 inside. */
  double boxDistance(int node, double px, double py) {
    int box = 4 * node;
    double dx = Math.max(0, Math.max(boxes[box] - px, px - boxes[box + 2]));
    double dy = Math.max(0, Math.max(boxes[box + 1] - py, py - boxes[box + 3]));
    return dx * dx + dy * dy;
  }
}
