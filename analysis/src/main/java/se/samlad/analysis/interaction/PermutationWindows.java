package se.samlad.analysis.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.distribution.SeededRandom;

/**
 * All windows of a space-time permutation scan in one data set.
 *
 * <p>The statistic of a window falls with what is expected there, (cases in the circle) x (cases in the days) / all cases. So among all
 * windows with the same number of cases only the one with the smallest product can be the largest, and the search is whole-number work:
 * {@link #least} keeps the smallest product for every number of cases, and one logarithm each follows at the end.
 */
abstract sealed class PermutationWindows implements ScanRun.Simulation
    permits ProspectiveWindows, RetrospectiveWindows {

  static final long NONE = Long.MAX_VALUE;

  /** What stays the same however the days are dealt. */
  record Data(
      Circles circles, int[] placeOfCase, int[] sortedDays, int days, int longest, int minCases) {

    int cases() {
      return placeOfCase.length;
    }

    /** Cases per place. */
    int[] perPlace() {
      int[] counts = new int[circles.centres()];
      for (int place : placeOfCase) {
        counts[place]++;
      }
      return counts;
    }

    /** Cases before each day; one entry more than days. */
    int[] before() {
      int[] before = new int[days + 1];
      for (int day : sortedDays) {
        before[day + 1]++;
      }
      for (int day = 0; day < days; day++) {
        before[day + 1] += before[day];
      }
      return before;
    }
  }

  final Data data;
  final int[] perPlace;

  /** The smallest product for every number of cases. */
  final long[] least;

  /** Where it was found: size of the circle, first and last day, 21 bits each. */
  final long[] where;

  /** The first day a window may begin on. */
  int fromDay;

  /** The last day a window may end on. */
  int toDay;

  private int mostCases;

  private final int[] order;
  private final int[] identity;

  PermutationWindows(Data data) {
    this.data = data;
    perPlace = data.perPlace();
    toDay = data.days() - 1;
    least = new long[data.cases() + 1];
    Arrays.fill(least, NONE);
    where = new long[data.cases() + 1];
    order = new int[data.cases()];
    identity = new int[data.cases()];
    for (int i = 0; i < identity.length; i++) {
      identity[i] = i;
    }
  }

  /** Deals the days: case order[i] gets the i-th day in order of time. Only the first and the last of {@code order} that matter need be right. */
  abstract void deal(int[] order);

  /** How many of the last days in order of time matter. */
  abstract int dealt();

  /** Whether windows may end on any day. */
  abstract boolean anywhereInTime();

  /** Looks at every window round one centre. */
  abstract void look(int centre);

  /** Keeps a window; called only when it is better than what was known for its number of cases. */
  final void keep(int cases, long product, int size, int first, int last) {
    least[cases] = product;
    where[cases] = ((long) size << 42) | ((long) first << 21) | last;
    if (cases > mostCases) {
      mostCases = cases;
    }
  }

  @Override
  public final double largest(SeededRandom random) {
    System.arraycopy(identity, 0, order, 0, order.length);
    for (int i = order.length - 1; i >= order.length - dealt() && i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    deal(order);
    for (int centre = 0; centre < data.circles().centres(); centre++) {
      look(centre);
    }
    int best = best();
    double statistic = best == 0 ? 0 : statistic(best);
    forget();
    return statistic;
  }

  /**
   * The best window of every centre in the data as reported and, where windows lie anywhere in time, further ones before and after it.
   *
   * @param casesByDay the cases in order of time
   * @param worthNaming the least statistic of a further window
   */
  final List<ScanRun.Candidate> observed(int[] casesByDay, double worthNaming) {
    deal(casesByDay);
    List<ScanRun.Candidate> candidates = new ArrayList<>();
    for (int centre = 0; centre < data.circles().centres(); centre++) {
      seek(centre, 0, data.days() - 1, 0, worthNaming, candidates);
    }
    return candidates;
  }

  private void seek(
      int centre,
      int from,
      int to,
      double least,
      double worthNaming,
      List<ScanRun.Candidate> candidates) {
    fromDay = from;
    toDay = to;
    look(centre);
    int best = best();
    ScanRun.Candidate found = best == 0 ? null : candidate(centre, best);
    forget();
    if (found == null || found.statistic() < least) {
      return;
    }
    candidates.add(found);
    if (anywhereInTime() && found.statistic() >= worthNaming) {
      seek(centre, from, found.first() - 1, worthNaming, worthNaming, candidates);
      seek(centre, found.last() + 1, to, worthNaming, worthNaming, candidates);
    }
  }

  private ScanRun.Candidate candidate(int centre, int cases) {
    return new ScanRun.Candidate(
        centre,
        (int) (where[cases] >>> 42),
        (int) (where[cases] >>> 21) & 0x1FFFFF,
        (int) where[cases] & 0x1FFFFF,
        cases,
        (double) least[cases] / data.cases(),
        statistic(cases));
  }

  /** The number of cases whose best window has the largest statistic, 0 when none is above what is expected. */
  private int best() {
    int best = 0;
    double largest = 0;
    for (int cases = data.minCases(); cases <= mostCases; cases++) {
      if (least[cases] != NONE && statistic(cases) > largest) {
        largest = statistic(cases);
        best = cases;
      }
    }
    return best;
  }

  private double statistic(int cases) {
    return LikelihoodRatio.poisson(cases, (double) least[cases] / data.cases(), data.cases());
  }

  private void forget() {
    Arrays.fill(least, 0, mostCases + 1, NONE);
    mostCases = 0;
  }
}
