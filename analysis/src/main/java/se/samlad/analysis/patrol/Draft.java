package se.samlad.analysis.patrol;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The routes being worked on, with the time each stop begins and the latest it may begin. */
final class Draft {

  private static final double SMALL = 1e-9;

  private final Shifts shifts;
  private final int[][] routes;
  private final int[] lengths;
  private final double[][] leaves;
  private final double[][] latest;
  private final boolean[] planned;

  Draft(Shifts shifts) {
    this.shifts = shifts;
    int crews = shifts.crews.size();
    this.routes = new int[crews][shifts.count()];
    this.lengths = new int[crews];
    this.leaves = new double[crews][shifts.count()];
    this.latest = new double[crews][shifts.count()];
    this.planned = new boolean[shifts.count()];
  }

  int length(int crew) {
    return lengths[crew];
  }

  double score() {
    double score = 0;
    for (int visit = 0; visit < planned.length; visit++) {
      score += planned[visit] ? shifts.score(visit) : 0;
    }
    return score;
  }

  int[][] routes() {
    int[][] copy = new int[routes.length][];
    for (int crew = 0; crew < routes.length; crew++) {
      copy[crew] = Arrays.copyOf(routes[crew], lengths[crew]);
    }
    return copy;
  }

  void reset(int[][] to) {
    Arrays.fill(planned, false);
    for (int crew = 0; crew < to.length; crew++) {
      lengths[crew] = to[crew].length;
      System.arraycopy(to[crew], 0, routes[crew], 0, to[crew].length);
      for (int visit : to[crew]) {
        planned[visit] = true;
      }
      retime(crew);
    }
  }

  void remove(int crew, int from, int count) {
    for (int k = from; k < from + count; k++) {
      planned[routes[crew][k]] = false;
    }
    System.arraycopy(routes[crew], from + count, routes[crew], from, lengths[crew] - from - count);
    lengths[crew] -= count;
    retime(crew);
  }

  /** Inserts what gives most for its time, as long as anything fits; a little chance breaks near ties. */
  boolean insertAll(SplittableRandom random) {
    boolean any = false;
    while (true) {
      double best = 0;
      int bestVisit = -1;
      int bestCrew = -1;
      int bestPlace = -1;
      for (int visit = 0; visit < planned.length; visit++) {
        if (!planned[visit] && shifts.score(visit) > 0) {
          double worth =
              shifts.score(visit) * shifts.score(visit) * (1 + 0.3 * random.nextDouble());
          for (int crew = 0; crew < routes.length; crew++) {
            for (int place = 0; place <= lengths[crew] && shifts.mayServe(crew, visit); place++) {
              double added = added(crew, place, visit);
              if (worth / (added + SMALL) > best) {
                best = worth / (added + SMALL);
                bestVisit = visit;
                bestCrew = crew;
                bestPlace = place;
              }
            }
          }
        }
      }
      if (bestVisit < 0) {
        return any;
      }
      insert(bestCrew, bestPlace, bestVisit);
      any = true;
    }
  }

  /** Turns parts of a route round, and moves single stops, while that brings the crew home earlier. */
  boolean shorten() {
    boolean any = false;
    for (int crew = 0; crew < routes.length; crew++) {
      while (turnAPart(crew) || moveAStop(crew)) {
        any = true;
      }
    }
    return any;
  }

  /** Puts an unplanned visit in the place of one worth less, where the hours allow it. */
  boolean exchange() {
    boolean any = false;
    for (int crew = 0; crew < routes.length; crew++) {
      for (int place = 0; place < lengths[crew]; place++) {
        int old = routes[crew][place];
        int better = bestInPlace(crew, place);
        if (better >= 0) {
          routes[crew][place] = better;
          planned[old] = false;
          planned[better] = true;
          retime(crew);
          any = true;
        }
      }
    }
    return any;
  }

  private int bestInPlace(int crew, int place) {
    int old = routes[crew][place];
    int better = -1;
    for (int visit = 0; visit < planned.length; visit++) {
      double least = shifts.score(better < 0 ? old : better) + SMALL;
      if (!planned[visit] && shifts.score(visit) > least) {
        routes[crew][place] = visit;
        if (Double.isFinite(shifts.finish(crew, routes[crew], lengths[crew]))) {
          better = visit;
        }
        routes[crew][place] = old;
      }
    }
    return better;
  }

  private boolean turnAPart(int crew) {
    int[] route = routes[crew];
    double finish = shifts.finish(crew, route, lengths[crew]);
    for (int from = 0; from < lengths[crew] - 1; from++) {
      for (int to = from + 1; to < lengths[crew]; to++) {
        reverse(route, from, to);
        if (shifts.finish(crew, route, lengths[crew]) < finish - SMALL) {
          retime(crew);
          return true;
        }
        reverse(route, from, to);
      }
    }
    return false;
  }

  private boolean moveAStop(int crew) {
    int[] route = routes[crew];
    double finish = shifts.finish(crew, route, lengths[crew]);
    for (int from = 0; from < lengths[crew]; from++) {
      for (int to = 0; to < lengths[crew]; to++) {
        move(route, from, to);
        if (shifts.finish(crew, route, lengths[crew]) < finish - SMALL) {
          retime(crew);
          return true;
        }
        move(route, to, from);
      }
    }
    return false;
  }

  private static void reverse(int[] route, int from, int to) {
    for (int i = from, j = to; i < j; i++, j--) {
      int visit = route[i];
      route[i] = route[j];
      route[j] = visit;
    }
  }

  private static void move(int[] route, int from, int to) {
    int visit = route[from];
    if (from < to) {
      System.arraycopy(route, from + 1, route, from, to - from);
    } else {
      System.arraycopy(route, to, route, to + 1, from - to);
    }
    route[to] = visit;
  }

  /** How much later the rest of a route begins with a visit put in; infinite when it does not fit. */
  private double added(int crew, int place, int visit) {
    double from = place == 0
        ? shifts.crews.get(crew).from() + shifts.fromStart(crew, visit)
        : leaves[crew][place - 1] + shifts.between(routes[crew][place - 1], visit);
    double left = shifts.leaves(visit, from);
    if (place == lengths[crew]) {
      double end = left + shifts.toEnd(crew, visit);
      return end <= shifts.crews.get(crew).to() ? end - endWithout(crew) : Double.POSITIVE_INFINITY;
    }
    int next = routes[crew][place];
    double arrives = left + shifts.between(visit, next);
    return arrives <= latest[crew][place]
        ? Math.max(0, shifts.leaves(next, arrives) - leaves[crew][place])
        : Double.POSITIVE_INFINITY;
  }

  private double endWithout(int crew) {
    int length = lengths[crew];
    return length == 0
        ? shifts.crews.get(crew).from() + shifts.startToEnd(crew)
        : leaves[crew][length - 1] + shifts.toEnd(crew, routes[crew][length - 1]);
  }

  private void insert(int crew, int place, int visit) {
    System.arraycopy(routes[crew], place, routes[crew], place + 1, lengths[crew] - place);
    routes[crew][place] = visit;
    lengths[crew]++;
    planned[visit] = true;
    retime(crew);
  }

  private void retime(int crew) {
    int[] route = routes[crew];
    double time = shifts.crews.get(crew).from();
    for (int k = 0; k < lengths[crew]; k++) {
      double way =
          k == 0 ? shifts.fromStart(crew, route[0]) : shifts.between(route[k - 1], route[k]);
      time = shifts.leaves(route[k], time + way);
      leaves[crew][k] = time;
    }
    double mustLeave = shifts.crews.get(crew).to();
    for (int k = lengths[crew] - 1; k >= 0; k--) {
      Visit visit = shifts.visits.get(route[k]);
      double way = k == lengths[crew] - 1
          ? shifts.toEnd(crew, route[k])
          : shifts.between(route[k], route[k + 1]);
      mustLeave = Math.min(visit.closes(), mustLeave - way) - visit.minutes();
      latest[crew][k] = mustLeave;
    }
  }
}
