package se.samlad.analysis.grid;

import java.util.Arrays;
import se.samlad.analysis.Progress;

/**
 * The lightest tree that joins all points, two of them being as far apart as the largest of their distance and both core
 * distances (Swedish: minsta uppspännande träd).
 *
 * <p>Method: every part of the forest looks for its nearest point outside it, parts are joined, until one is left (Borůvka
 * 1926). The search goes down a k-d tree past boxes of the part itself and boxes too far away; what a point found stays true
 * as long as it lies in another part. Several trees may be equally light, their weights are the same. Cost some n log n,
 * memory some numbers a point.
 */
public final class ReachabilityTree {
  private final KdTree tree;
  private final int n;
  private final double[] core;
  private final int[] part;
  private final int[] nodePart;
  private final double[] nodeCore;
  private final int[] candidate;
  private final double[] candidateWeight;

  private final int[] from;
  private final int[] to;
  private final double[] weight;
  private int edges;

  private double bound;
  private int found;

  private ReachabilityTree(KdTree tree, double[] coreByNumber) {
    this.tree = tree;
    this.n = tree.size();
    this.core = new double[n];
    for (int p = 0; p < n; p++) {
      core[p] = coreByNumber[tree.order[p]];
    }
    this.part = new int[n];
    Arrays.setAll(part, i -> i);
    this.nodePart = new int[2 << tree.levels()];
    this.nodeCore = new double[2 << tree.levels()];
    this.candidate = new int[n];
    this.candidateWeight = new double[n];
    Arrays.fill(candidate, -1);
    int size = Math.max(0, n - 1);
    this.from = new int[size];
    this.to = new int[size];
    this.weight = new double[size];
  }

  /**
   * The edges, lightest first.
   *
   * @param from one end of each, by the number of the point
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Edges(int[] from, int[] to, double[] weight) {
    public double totalWeight() {
      return Arrays.stream(weight).sum();
    }
  }

  /** The tree over the points of a k-d tree with these core distances, by the number of the point. */
  public static Edges of(KdTree tree, double[] coreDistances) {
    return of(tree, coreDistances, Progress.silent());
  }

  public static Edges of(KdTree tree, double[] coreDistances, Progress progress) {
    if (coreDistances.length != tree.size()) {
      throw new IllegalArgumentException(
          "%d core distances for %d points".formatted(coreDistances.length, tree.size()));
    }
    ReachabilityTree work = new ReachabilityTree(tree, coreDistances);
    while (work.edges < work.n - 1) {
      progress.advance(work.edges, work.n);
      work.round();
    }
    return work.sorted();
  }

  private void round() {
    summarise(1, 0, n, 0);
    double[] best = new double[n];
    int[] start = new int[n];
    int[] end = new int[n];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int p = 0; p < n; p++) {
      int own = part[p];
      if (candidate[p] < 0 || part[candidate[p]] == own) {
        if (candidateWeight[p] >= best[own]) {
          continue;
        }
        search(p, best[own]);
      }
      if (candidate[p] >= 0 && candidateWeight[p] < best[own]) {
        best[own] = candidateWeight[p];
        start[own] = p;
        end[own] = candidate[p];
      }
    }
    join(best, start, end);
  }

  /** Leaves in the candidate what is nearer than the bound, or none and the bound as the least it may be. */
  private void search(int p, double limit) {
    bound = limit;
    found = -1;
    down(p, 1, 0, n, 0);
    candidate[p] = found;
    candidateWeight[p] = bound;
  }

  private void down(int p, int node, int low, int high, int level) {
    if (level == tree.levels()) {
      leaf(p, low, high);
      return;
    }
    int middle = (low + high) >>> 1;
    double left = least(p, 2 * node);
    double right = least(p, 2 * node + 1);
    if (left <= right) {
      if (left < bound) {
        down(p, 2 * node, low, middle, level + 1);
      }
      if (right < bound) {
        down(p, 2 * node + 1, middle, high, level + 1);
      }
    } else {
      if (right < bound) {
        down(p, 2 * node + 1, middle, high, level + 1);
      }
      if (left < bound) {
        down(p, 2 * node, low, middle, level + 1);
      }
    }
  }

  private double least(int p, int node) {
    if (nodePart[node] == part[p]) {
      return Double.POSITIVE_INFINITY;
    }
    double distance = Math.sqrt(tree.boxDistance(node, tree.x[p], tree.y[p]));
    return Math.max(distance, Math.max(core[p], nodeCore[node]));
  }

  private void leaf(int p, int low, int high) {
    for (int q = low; q < high; q++) {
      if (part[q] != part[p]) {
        double dx = tree.x[q] - tree.x[p];
        double dy = tree.y[q] - tree.y[p];
        double far = Math.max(Math.sqrt(dx * dx + dy * dy), Math.max(core[p], core[q]));
        if (far < bound) {
          bound = far;
          found = q;
        }
      }
    }
  }

  /** For each node the part all its points belong to, or -1, and their least core distance. */
  private void summarise(int node, int low, int high, int level) {
    if (level == tree.levels()) {
      int same = low < high ? part[low] : -1;
      double least = Double.POSITIVE_INFINITY;
      for (int q = low; q < high; q++) {
        same = part[q] == same ? same : -1;
        least = Math.min(least, core[q]);
      }
      nodePart[node] = same;
      nodeCore[node] = least;
      return;
    }
    int middle = (low + high) >>> 1;
    summarise(2 * node, low, middle, level + 1);
    summarise(2 * node + 1, middle, high, level + 1);
    nodePart[node] = nodePart[2 * node] == nodePart[2 * node + 1] ? nodePart[2 * node] : -1;
    nodeCore[node] = Math.min(nodeCore[2 * node], nodeCore[2 * node + 1]);
  }

  private void join(double[] best, int[] start, int[] end) {
    int[] parent = new int[n];
    Arrays.setAll(parent, i -> i);
    for (int own = 0; own < n; own++) {
      if (best[own] < Double.POSITIVE_INFINITY) {
        int one = find(parent, own);
        int other = find(parent, part[end[own]]);
        if (one != other) {
          parent[Math.max(one, other)] = Math.min(one, other);
          from[edges] = tree.order[start[own]];
          to[edges] = tree.order[end[own]];
          weight[edges++] = best[own];
        }
      }
    }
    for (int p = 0; p < n; p++) {
      part[p] = find(parent, part[p]);
    }
  }

  private static int find(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private Edges sorted() {
    Integer[] order = new Integer[edges];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(weight[a], weight[b]));
    int[] sortedFrom = new int[edges];
    int[] sortedTo = new int[edges];
    double[] sortedWeight = new double[edges];
    for (int e = 0; e < edges; e++) {
      sortedFrom[e] = from[order[e]];
      sortedTo[e] = to[order[e]];
      sortedWeight[e] = weight[order[e]];
    }
    return new Edges(sortedFrom, sortedTo, sortedWeight);
  }
}
