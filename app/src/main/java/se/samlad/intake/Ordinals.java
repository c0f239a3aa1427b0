package se.samlad.intake;

/**
 * Counts how many times each hash has come, in two plain arrays: twelve bytes a slot, so that a million different rows cost 25 MB and no
 * object. Of a million rows two share a 64-bit hash by chance once in forty million files.
 */
final class Ordinals {

  private long[] hashes = new long[1 << 12];
  private int[] counts = new int[1 << 12];
  private int used;

  /** The ordinal of this coming, from 1. */
  int next(long hash) {
    if (used * 2 >= hashes.length) {
      grow();
    }
    int slot = slot(hash);
    if (counts[slot] == 0) {
      hashes[slot] = hash;
      used++;
    }
    return ++counts[slot];
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) (hash ^ hash >>> 32) & mask;
    while (counts[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldCounts = counts;
    hashes = new long[oldHashes.length * 2];
    counts = new int[oldCounts.length * 2];
    for (int i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
