package se.samlad.analysis.interaction;

import se.samlad.analysis.distribution.SeededRandom;

/** Draws one of many with given weights in constant time (alias method, Walker 1977, ACM TOMS 3:253-256, set up as Vose 1991). */
final class AliasTable {

  private final double[] share;
  private final int[] other;

  AliasTable(double[] weights) {
    int n = weights.length;
    share = new double[n];
    other = new int[n];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    int[] small = new int[n];
    int[] large = new int[n];
    int smalls = 0;
    int larges = 0;
    for (int i = 0; i < n; i++) {
      share[i] = weights[i] * n / sum;
      if (share[i] < 1) {
        small[smalls++] = i;
      } else {
        large[larges++] = i;
      }
    }
    while (smalls > 0 && larges > 0) {
      int little = small[--smalls];
      int much = large[larges - 1];
      other[little] = much;
      share[much] -= 1 - share[little];
      if (share[much] < 1) {
        small[smalls++] = much;
        larges--;
      }
    }
    while (larges > 0) {
      share[large[--larges]] = 1;
    }
    while (smalls > 0) {
      share[small[--smalls]] = 1;
    }
  }

  int draw(SeededRandom random) {
    int i = random.nextInt(share.length);
    return random.nextDouble() < share[i] ? i : other[i];
  }
}
