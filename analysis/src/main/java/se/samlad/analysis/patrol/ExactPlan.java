package se.samlad.analysis.patrol;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The best plan for certain: which sets of visits each crew can make, then which sets the crews can share out. */
final class ExactPlan {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  private final Shifts shifts;
  private final int n;
  private final int sets;
  private final double[] scores;

  ExactPlan(Shifts shifts) {
    this.shifts = shifts;
    this.n = shifts.count();
    this.sets = 1 << n;
    this.scores = new double[sets];
    for (int set = 1; set < sets; set++) {
      int lowest = Integer.numberOfTrailingZeros(set);
      scores[set] = scores[set & (set - 1)] + shifts.score(lowest);
    }
  }

  PatrolPlan best(PatrolPlanner.Parameters parameters) {
    int crews = shifts.crews.size();
    double[][][] leaves = new double[crews][][];
    boolean[][] canMake = new boolean[crews][];
    boolean[][] shared = new boolean[crews + 1][sets];
    shared[0][0] = true;
    for (int crew = 0; crew < crews; crew++) {
      leaves[crew] = earliestLeaves(crew);
      canMake[crew] = canMake(crew, leaves[crew]);
      shareOut(shared[crew], canMake[crew], shared[crew + 1]);
    }
    double best = bestScore(shared[crews]);
    int set = draw(shared[crews], best, parameters);
    int[][] routes = new int[crews][];
    for (int crew = crews - 1; crew >= 0; crew--) {
      int own = ownPart(set, shared[crew], canMake[crew]);
      routes[crew] = route(crew, own, leaves[crew]);
      set &= ~own;
    }
    return shifts.plan(routes, best, true, parameters);
  }

  /** For each set and last visit, the earliest minute the crew can leave that visit having made all of the set. */
  private double[][] earliestLeaves(int crew) {
    double[][] leaves = new double[n][sets];
    for (double[] last : leaves) {
      Arrays.fill(last, NEVER);
    }
    double from = shifts.crews.get(crew).from();
    for (int set = 1; set < sets; set++) {
      for (int last = 0; last < n; last++) {
        int before = set & ~(1 << last);
        if (before != set && shifts.mayServe(crew, last)) {
          leaves[last][set] = before == 0
              ? shifts.leaves(last, from + shifts.fromStart(crew, last))
              : extended(leaves, before, last);
        }
      }
    }
    return leaves;
  }

  private double extended(double[][] leaves, int before, int last) {
    double earliest = NEVER;
    for (int previous = 0; previous < n; previous++) {
      if ((before >> previous & 1) == 1 && leaves[previous][before] < NEVER) {
        double arrives = leaves[previous][before] + shifts.between(previous, last);
        earliest = Math.min(earliest, shifts.leaves(last, arrives));
      }
    }
    return earliest;
  }

  private boolean[] canMake(int crew, double[][] leaves) {
    double to = shifts.crews.get(crew).to();
    boolean[] canMake = new boolean[sets];
    canMake[0] = true;
    for (int set = 1; set < sets; set++) {
      for (int last = 0; last < n; last++) {
        canMake[set] |= leaves[last][set] + shifts.toEnd(crew, last) <= to;
      }
    }
    return canMake;
  }

  private void shareOut(boolean[] before, boolean[] canMake, boolean[] after) {
    for (int set = 0; set < sets; set++) {
      after[set] = ownPart(set, before, canMake) >= 0;
    }
  }

  /** A part of a set that one crew can make while those before it make the rest; -1 when there is none. */
  private static int ownPart(int set, boolean[] before, boolean[] canMake) {
    for (int own = set; ; own = (own - 1) & set) {
      if (canMake[own] && before[set & ~own]) {
        return own;
      }
      if (own == 0) {
        return -1;
      }
    }
  }

  private double bestScore(boolean[] possible) {
    double best = 0;
    for (int set = 0; set < sets; set++) {
      best = possible[set] ? Math.max(best, scores[set]) : best;
    }
    return best;
  }

  /** The first of the best sets, or with a tolerance one of those within it. */
  private int draw(boolean[] possible, double best, PatrolPlanner.Parameters parameters) {
    SplittableRandom random = new SplittableRandom(parameters.seed());
    double enough = best * (1 - parameters.tolerance());
    int drawn = 0;
    int seen = 0;
    for (int set = 0; set < sets; set++) {
      if (possible[set] && scores[set] >= enough) {
        seen++;
        if (seen == 1 || (parameters.tolerance() > 0 && random.nextInt(seen) == 0)) {
          drawn = set;
        }
      }
    }
    return drawn;
  }

  private int[] route(int crew, int set, double[][] leaves) {
    int[] route = new int[Integer.bitCount(set)];
    int rest = set;
    for (int k = route.length - 1; k >= 0; k--) {
      int last = -1;
      double earliest = NEVER;
      for (int visit = 0; visit < n; visit++) {
        if ((rest >> visit & 1) == 1) {
          double onwards = k == route.length - 1
              ? leaves[visit][rest] + shifts.toEnd(crew, visit)
              : shifts.leaves(
                  route[k + 1], leaves[visit][rest] + shifts.between(visit, route[k + 1]));
          if (onwards < earliest) {
            earliest = onwards;
            last = visit;
          }
        }
      }
      route[k] = last;
      rest &= ~(1 << last);
    }
    return route;
  }
}
