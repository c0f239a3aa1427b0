package se.samlad.analysis.cluster;

/** Which numbers belong together, joined pair by pair (union-find with halved paths). */
final class Sets {
  private final int[] parent;

  Sets(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  /** The lowest number of the set. */
  int find(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Joins two sets; whether they were two. */
  boolean join(int i, int j) {
    int one = find(i);
    int other = find(j);
    if (one == other) {
      return false;
    }
    parent[Math.max(one, other)] = Math.min(one, other);
    return true;
  }
}
