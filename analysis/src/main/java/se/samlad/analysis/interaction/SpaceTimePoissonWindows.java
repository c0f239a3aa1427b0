package se.samlad.analysis.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.distribution.SeededRandom;

/** All windows of a space-time Poisson scan in one data set; keeps the least expected cases for every number of cases. */
final class SpaceTimePoissonWindows implements ScanRun.Simulation {

  /** What stays the same: expected cases by place and step, summing to the cases. */
  record Data(Circles circles, double[] expected, int steps, int all, ScanWindow window) {}

  private final Data data;
  private final AliasTable table;
  private final int[] dealt;
  private final int[] perPlace;
  private final double[] least;
  private final long[] where;
  private int mostCases;
  private int fromStep;
  private int toStep;

  private final int[] cases;
  private final boolean[] fresh;
  private final double[] expected;
  private final double[] before;
  private final int[] nextFresh;

  SpaceTimePoissonWindows(Data data) {
    this.data = data;
    table = new AliasTable(data.expected());
    dealt = new int[data.expected().length];
    perPlace = new int[data.circles().centres()];
    least = new double[data.all() + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    where = new long[data.all() + 1];
    cases = new int[data.steps()];
    fresh = new boolean[data.steps()];
    expected = new double[data.steps()];
    before = new double[data.steps() + 1];
    nextFresh = new int[data.steps() + 1];
    toStep = data.steps() - 1;
  }

  @Override
  public double largest(SeededRandom random) {
    Arrays.fill(dealt, 0);
    Arrays.fill(perPlace, 0);
    for (int i = 0; i < data.all(); i++) {
      int cell = table.draw(random);
      dealt[cell]++;
      perPlace[cell / data.steps()]++;
    }
    for (int centre = 0; centre < data.circles().centres(); centre++) {
      look(centre);
    }
    int best = best();
    double statistic = best == 0 ? 0 : statistic(best);
    forget();
    return statistic;
  }

  /** The best window of every centre and further ones before and after it, as in the permutation scan. */
  List<ScanRun.Candidate> observed(int[] observed, double worthNaming) {
    System.arraycopy(observed, 0, dealt, 0, dealt.length);
    Arrays.fill(perPlace, 0);
    for (int cell = 0; cell < dealt.length; cell++) {
      perPlace[cell / data.steps()] += dealt[cell];
    }
    List<ScanRun.Candidate> candidates = new ArrayList<>();
    for (int centre = 0; centre < data.circles().centres(); centre++) {
      seek(centre, 0, data.steps() - 1, 0, worthNaming, candidates);
    }
    return candidates;
  }

  private void seek(
      int centre,
      int from,
      int to,
      double atLeast,
      double worthNaming,
      List<ScanRun.Candidate> candidates) {
    fromStep = from;
    toStep = to;
    look(centre);
    int best = best();
    ScanRun.Candidate found = best == 0 ? null : candidate(centre, best);
    forget();
    if (found == null || found.statistic() < atLeast) {
      return;
    }
    candidates.add(found);
    if (data.window().direction() == ScanWindow.Direction.RETROSPECTIVE
        && found.statistic() >= worthNaming) {
      seek(centre, from, found.first() - 1, worthNaming, worthNaming, candidates);
      seek(centre, found.last() + 1, to, worthNaming, worthNaming, candidates);
    }
  }

  private ScanRun.Candidate candidate(int centre, int sum) {
    return new ScanRun.Candidate(
        centre,
        (int) (where[sum] >>> 42),
        (int) (where[sum] >>> 21) & 0x1FFFFF,
        (int) where[sum] & 0x1FFFFF,
        sum,
        least[sum],
        statistic(sum));
  }

  private void look(int centre) {
    Arrays.fill(cases, 0);
    Arrays.fill(expected, 0);
    int[] members = data.circles().members(centre);
    for (int k = 0; k < members.length; k++) {
      int cell = members[k] * data.steps();
      for (int step = 0; step < expected.length; step++) {
        expected[step] += data.expected()[cell + step];
      }
      if (perPlace[members[k]] > 0) {
        for (int step = 0; step < cases.length; step++) {
          cases[step] += dealt[cell + step];
          fresh[step] = dealt[cell + step] > 0;
        }
        prepare();
        windows(k + 1);
      }
    }
  }

  private void prepare() {
    nextFresh[cases.length] = cases.length;
    for (int step = cases.length - 1; step >= 0; step--) {
      nextFresh[step] = fresh[step] ? step : nextFresh[step + 1];
    }
    for (int step = 0; step < cases.length; step++) {
      before[step + 1] = before[step] + expected[step];
    }
  }

  private void windows(int size) {
    int steps = cases.length;
    boolean untilNow = data.window().direction() == ScanWindow.Direction.PROSPECTIVE;
    int longest = Math.min(data.window().maxDays(), steps);
    for (int first = untilNow ? steps - longest : fromStep; first <= toStep; first++) {
      if (cases[first] == 0 || nextFresh[first] == steps) {
        continue;
      }
      int end = Math.min(toStep + 1, first + longest);
      int sum = 0;
      for (int last = first; last < end; last++) {
        sum += cases[last];
        boolean counts = untilNow ? last == steps - 1 : cases[last] > 0;
        if (counts && last >= nextFresh[first]) {
          keep(sum, before[last + 1] - before[first], size, first, last);
        }
      }
    }
  }

  private void keep(int sum, double inside, int size, int first, int last) {
    if (inside < least[sum]) {
      least[sum] = inside;
      where[sum] = ((long) size << 42) | ((long) first << 21) | last;
      mostCases = Math.max(mostCases, sum);
    }
  }

  private int best() {
    int best = 0;
    double largest = 0;
    for (int sum = data.window().minCases(); sum <= mostCases; sum++) {
      if (least[sum] != Double.POSITIVE_INFINITY && statistic(sum) > largest) {
        largest = statistic(sum);
        best = sum;
      }
    }
    return best;
  }

  private double statistic(int sum) {
    return LikelihoodRatio.poisson(sum, least[sum], data.all());
  }

  private void forget() {
    Arrays.fill(least, 0, mostCases + 1, Double.POSITIVE_INFINITY);
    mostCases = 0;
  }
}
