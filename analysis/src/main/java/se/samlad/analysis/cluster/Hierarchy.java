package se.samlad.analysis.cluster;

import java.util.Arrays;
import se.samlad.analysis.grid.ReachabilityTree;

/**
 * Which points hang together at each distance: edges of a spanning tree taken lightest first, all of one weight at once, so
 * that nothing depends on the order of equal ones. Nodes 0 .. n - 1 are the points, later ones what was joined.
 */
final class Hierarchy {
  final int points;
  /** Points below each node. */
  final int[] size;
  /** Weight at which each node came together; points have 0. */
  final double[] weight;
  /** The first of a node's children, and the next child of the same node, -1 for none. */
  final int[] firstChild;

  final int[] nextSibling;
  private final int[] fresh;
  private final int[] rootOf;
  private int nodes;

  Hierarchy(int points, ReachabilityTree.Edges edges) {
    this.points = points;
    int most = Math.max(1, 2 * points - 1);
    this.size = new int[most];
    this.weight = new double[most];
    this.firstChild = new int[most];
    this.nextSibling = new int[most];
    this.fresh = new int[Math.max(1, points)];
    this.rootOf = new int[most];
    Arrays.fill(fresh, -1);
    Arrays.fill(size, 0, points, 1);
    Arrays.fill(firstChild, -1);
    Arrays.fill(nextSibling, -1);
    this.nodes = points;
    build(edges);
  }

  private void build(ReachabilityTree.Edges edges) {
    Sets sets = new Sets(points);
    int[] nodeOf = new int[points];
    Arrays.setAll(nodeOf, i -> i);
    double[] weights = edges.weight();
    int[] touched = new int[2 * weights.length];
    for (int e = 0; e < weights.length; ) {
      int end = e;
      int count = 0;
      while (end < weights.length && weights[end] == weights[e]) {
        touched[count++] = sets.find(edges.from()[end]);
        touched[count++] = sets.find(edges.to()[end]);
        end++;
      }
      for (int k = e; k < end; k++) {
        sets.join(edges.from()[k], edges.to()[k]);
      }
      Arrays.sort(touched, 0, count);
      gather(touched, count, sets, nodeOf, weights[e]);
      e = end;
    }
  }

  /** Hangs the sets that were joined, each once, under a new node for the set they became. */
  private void gather(int[] touched, int count, Sets sets, int[] nodeOf, double at) {
    int first = nodes;
    int last = -1;
    for (int k = count - 1; k >= 0; k--) {
      if (touched[k] == last) {
        continue;
      }
      last = touched[k];
      int root = sets.find(last);
      if (fresh[root] < first) {
        rootOf[nodes] = root;
        weight[nodes] = at;
        fresh[root] = nodes++;
      }
      int parent = fresh[root];
      int node = nodeOf[last];
      size[parent] += size[node];
      nextSibling[node] = firstChild[parent];
      firstChild[parent] = node;
    }
    for (int node = first; node < nodes; node++) {
      nodeOf[rootOf[node]] = node;
    }
  }

  int root() {
    return nodes - 1;
  }
}
