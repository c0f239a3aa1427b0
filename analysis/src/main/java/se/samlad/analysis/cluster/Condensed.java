package se.samlad.analysis.cluster;

import java.util.Arrays;
import se.samlad.analysis.grid.PlanePoints;

/**
 * The hierarchy with parts below the least size taken as points falling out: gatherings with where they arose, what they
 * split into, and when each point left. A gathering has a higher number than the one it came from.
 */
final class Condensed {
  private static final double SHORTEST = 1e-3;

  private final Hierarchy hierarchy;
  private final int least;
  /** Node each gathering is followed from, the gathering it came from, 1 / distance at which it arose. */
  private final int[] top;

  private final int[] parent;
  private final double[] birth;
  private final double[] stability;
  /** The largest 1 / distance at which a point left the gathering or what came of it. */
  private final double[] densest;

  private int gatherings;
  /** The gathering each point left last, and 1 / distance then. */
  private final int[] home;

  private final double[] left;
  private final int[] stack;

  Condensed(Hierarchy hierarchy, int least) {
    this.hierarchy = hierarchy;
    this.least = least;
    int n = hierarchy.points;
    int most = 2 * (n / least) + 2;
    this.top = new int[most];
    this.parent = new int[most];
    this.birth = new double[most];
    this.stability = new double[most];
    this.densest = new double[most];
    this.home = new int[n];
    this.left = new double[n];
    this.stack = new int[n + 1];
    top[0] = hierarchy.root();
    parent[0] = -1;
    gatherings = 1;
    for (int g = 0; g < gatherings; g++) {
      follow(g);
    }
    for (int g = gatherings - 1; g > 0; g--) {
      densest[parent[g]] = Math.max(densest[parent[g]], densest[g]);
    }
  }

  private static double density(double distance) {
    return 1 / Math.max(distance, SHORTEST);
  }

  /** From where a gathering arose down to where it splits or all its points have fallen out. */
  private void follow(int gathering) {
    int node = top[gathering];
    while (node >= hierarchy.points) {
      double at = density(hierarchy.weight[node]);
      int large = -1;
      int count = 0;
      for (int c = hierarchy.firstChild[node]; c >= 0; c = hierarchy.nextSibling[c]) {
        if (hierarchy.size[c] >= least) {
          large = c;
          count++;
        }
      }
      for (int c = hierarchy.firstChild[node]; c >= 0; c = hierarchy.nextSibling[c]) {
        if (hierarchy.size[c] < least) {
          fallOut(gathering, c, at);
        } else if (count > 1) {
          stability[gathering] += hierarchy.size[c] * (at - birth[gathering]);
          densest[gathering] = Math.max(densest[gathering], at);
          arise(gathering, c, at);
        }
      }
      if (count != 1) {
        return;
      }
      node = large;
    }
  }

  private void arise(int from, int node, double at) {
    top[gatherings] = node;
    parent[gatherings] = from;
    birth[gatherings++] = at;
  }

  private void fallOut(int gathering, int node, double at) {
    stability[gathering] += hierarchy.size[node] * (at - birth[gathering]);
    densest[gathering] = Math.max(densest[gathering], at);
    int depth = 0;
    stack[depth++] = node;
    while (depth > 0) {
      int one = stack[--depth];
      if (one < hierarchy.points) {
        home[one] = gathering;
        left[one] = at;
      }
      for (int c = hierarchy.firstChild[one]; c >= 0; c = hierarchy.nextSibling[c]) {
        stack[depth++] = c;
      }
    }
  }

  /** Of a gathering and the best among those it splits into, the more stable; all points together never. */
  private boolean[] selected() {
    boolean[] selected = new boolean[gatherings];
    double[] below = new double[gatherings];
    for (int g = gatherings - 1; g > 0; g--) {
      selected[g] = stability[g] >= below[g];
      below[parent[g]] += Math.max(stability[g], below[g]);
    }
    boolean[] covered = new boolean[gatherings];
    for (int g = 1; g < gatherings; g++) {
      covered[g] = selected[parent[g]] || covered[parent[g]];
      selected[g] &= !covered[g];
    }
    return selected;
  }

  Hdbscan.Result result(PlanePoints points, double[] core, double treeWeight) {
    int[] owner = owners(selected());
    int n = hierarchy.points;
    int[] names = new int[gatherings];
    int[] labels = new int[n];
    double[] membership = new double[n];
    double[] outlier = new double[n];
    double[] stabilities = new double[gatherings];
    int clusters = 0;
    for (int i = 0; i < n; i++) {
      int of = owner[home[i]];
      outlier[i] = Math.max(0, 1 - left[i] / densest[home[i]]);
      if (of > 0) {
        if (names[of] == 0) {
          names[of] = ++clusters;
          stabilities[clusters - 1] = stability[of];
        }
        labels[i] = names[of];
        membership[i] = Math.min(1, left[i] / densest[of]);
      }
    }
    return new Hdbscan.Result(
        points,
        least,
        labels,
        membership,
        outlier,
        core,
        Arrays.copyOf(stabilities, clusters),
        treeWeight);
  }

  /** For each gathering the kept one it is or lies in, 0 for none. */
  private int[] owners(boolean[] selected) {
    int[] owner = new int[gatherings];
    for (int g = 1; g < gatherings; g++) {
      owner[g] = selected[g] ? g : owner[parent[g]];
    }
    return owner;
  }
}
