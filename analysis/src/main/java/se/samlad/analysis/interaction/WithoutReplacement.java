package se.samlad.analysis.interaction;

import se.samlad.analysis.distribution.SeededRandom;

/**
 * Draws cases among people, nobody twice: each draw takes one of those who are left, found by halving in a tree of sums over the places
 * (Fenwick 1994). Exact for any size of population.
 */
final class WithoutReplacement implements SpatialModel.Dealer {

  private final long[] people;
  private final long all;
  private final long[] left;

  WithoutReplacement(double[] weights) {
    people = new long[weights.length + 1];
    long sum = 0;
    for (int place = 0; place < weights.length; place++) {
      sum += (long) weights[place];
      for (int i = place + 1; i < people.length; i += i & -i) {
        people[i] += (long) weights[place];
      }
    }
    all = sum;
    left = new long[people.length];
  }

  @Override
  public void deal(int cases, SeededRandom random, int[] perPlace) {
    System.arraycopy(people, 0, left, 0, left.length);
    for (int drawn = 0; drawn < cases; drawn++) {
      int place = take(nextLong(random, all - drawn));
      perPlace[place]++;
    }
  }

  /** Takes the person with this number among those left and says where it lived. */
  private int take(long number) {
    int at = 0;
    long rest = number;
    for (int step = Integer.highestOneBit(left.length - 1); step > 0; step >>= 1) {
      if (at + step < left.length && left[at + step] <= rest) {
        at += step;
        rest -= left[at];
      }
    }
    for (int i = at + 1; i < left.length; i += i & -i) {
      left[i]--;
    }
    return at;
  }

  private static long nextLong(SeededRandom random, long bound) {
    if (bound <= Integer.MAX_VALUE) {
      return random.nextInt((int) bound);
    }
    long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
    long value = random.nextLong() >>> 1;
    while (value >= limit) {
      value = random.nextLong() >>> 1;
    }
    return value % bound;
  }
}
