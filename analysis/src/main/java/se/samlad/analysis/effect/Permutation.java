package se.samlad.analysis.effect;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import se.samlad.analysis.Progress;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.distribution.SeededRandom;

/**
 * What if other areas had been the treated ones? (Swedish: omkastning mellan områden.) The share of all choices of as many
 * areas whose ratio lies as far from 1 as what was seen. All choices are tried when there are no more than asked for, and
 * what was seen is one of them; else so many are drawn, and p = (1 + as far) / (1 + drawn). A choice without a ratio counts
 * as as far. With n areas of which k were treated p cannot be below one in n over k. Source: Fisher 1935, The design of
 * experiments, chapter 3.
 *
 * @param p two-sided p value
 * @param asFar choices as far from 1 as what was seen
 * @param tried choices tried
 * @param exhaustive whether all choices were tried
 */
public record Permutation(double p, long asFar, long tried, boolean exhaustive) {

  private static final double AS_FAR = 1e-12;

  static Permutation of(
      TwoPeriods periods, DifferenceInDifferences.Parameters parameters, Progress progress) {
    int areas = periods.areas();
    int treated = 0;
    for (boolean each : periods.treated()) {
      treated += each ? 1 : 0;
    }
    double limit = Math.abs(periods.effect(periods.treated())) - AS_FAR;
    if (choices(areas, treated) <= parameters.permutations()) {
      return all(periods, treated, limit);
    }
    int draws = parameters.permutations();
    AtomicLong done = new AtomicLong();
    int chosen = treated;
    long asFar = Draws.run(
            draws,
            parameters.seed(),
            parameters.threads(),
            () -> new Shuffle(periods, chosen, limit, () -> {
              if (progress.cancelled()) {
                throw new CancellationException("the permutations were cancelled");
              }
              progress.done(done.incrementAndGet(), draws);
            }))
        .stream()
        .mapToLong(worker -> worker.asFar)
        .sum();
    return new Permutation((1.0 + asFar) / (1.0 + draws), asFar, draws, false);
  }

  private static double choices(int n, int k) {
    double product = 1;
    for (int i = 1; i <= k; i++) {
      product *= (n - k + i) / (double) i;
    }
    return Math.rint(product);
  }

  private static Permutation all(TwoPeriods periods, int treated, double limit) {
    int[] chosen = new int[treated];
    Arrays.setAll(chosen, i -> i);
    long asFar = 0;
    long tried = 0;
    boolean more = true;
    while (more) {
      boolean[] as = new boolean[periods.areas()];
      for (int area : chosen) {
        as[area] = true;
      }
      tried++;
      asFar += isAsFar(periods, as, limit) ? 1 : 0;
      more = next(chosen, periods.areas());
    }
    return new Permutation((double) asFar / tried, asFar, tried, true);
  }

  /** The next choice in order; false after the last. */
  private static boolean next(int[] chosen, int n) {
    int at = chosen.length - 1;
    while (at >= 0 && chosen[at] == n - chosen.length + at) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    chosen[at]++;
    for (int i = at + 1; i < chosen.length; i++) {
      chosen[i] = chosen[i - 1] + 1;
    }
    return true;
  }

  private static boolean isAsFar(TwoPeriods periods, boolean[] treated, double limit) {
    return !(Math.abs(periods.effect(treated)) < limit);
  }

  private static final class Shuffle implements Draws.Worker {
    private final TwoPeriods periods;
    private final int treated;
    private final double limit;
    private final Runnable told;
    private long asFar;

    Shuffle(TwoPeriods periods, int treated, double limit, Runnable told) {
      this.periods = periods;
      this.treated = treated;
      this.limit = limit;
      this.told = told;
    }

    @Override
    public void draw(SeededRandom random, int number) {
      int[] order = new int[periods.areas()];
      Arrays.setAll(order, i -> i);
      random.shuffle(order);
      boolean[] as = new boolean[order.length];
      for (int i = 0; i < treated; i++) {
        as[order[i]] = true;
      }
      asFar += isAsFar(periods, as, limit) ? 1 : 0;
      told.run();
    }
  }
}
