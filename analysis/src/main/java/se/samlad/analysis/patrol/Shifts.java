package se.samlad.analysis.patrol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The task in arrays: what visits and crews take, and whether a crew can drive a given order. */
final class Shifts {

  final List<Visit> visits;
  final List<Crew> crews;
  private final TravelTimes travel;

  Shifts(List<Visit> visits, List<Crew> crews, TravelTimes travel) {
    this.visits = List.copyOf(visits);
    this.crews = List.copyOf(crews);
    this.travel = travel;
    visits.forEach(visit -> requireLocation(visit.location(), visit.name()));
    for (Crew crew : crews) {
      requireLocation(crew.startLocation(), crew.name());
      requireLocation(crew.endLocation(), crew.name());
      if (crew.from() + travel.minutes(crew.startLocation(), crew.endLocation()) > crew.to()) {
        throw new PatrolPlanner.ShiftTooShort(crew);
      }
    }
  }

  private void requireLocation(int location, String name) {
    if (location < 0 || location >= travel.locations()) {
      throw new IllegalArgumentException("%s is at location %d but there are travel times for %d"
          .formatted(name, location, travel.locations()));
    }
  }

  int count() {
    return visits.size();
  }

  double score(int visit) {
    return visits.get(visit).score();
  }

  boolean mayServe(int crew, int visit) {
    return crews.get(crew).mayServe(visits.get(visit));
  }

  double between(int from, int to) {
    return travel.minutes(visits.get(from).location(), visits.get(to).location());
  }

  double fromStart(int crew, int visit) {
    return travel.minutes(crews.get(crew).startLocation(), visits.get(visit).location());
  }

  double toEnd(int crew, int visit) {
    return travel.minutes(visits.get(visit).location(), crews.get(crew).endLocation());
  }

  double startToEnd(int crew) {
    return travel.minutes(crews.get(crew).startLocation(), crews.get(crew).endLocation());
  }

  /** When a visit ends that is reached at this minute; infinite when the place closes before. */
  double leaves(int visit, double arrives) {
    Visit each = visits.get(visit);
    double leaves = Math.max(arrives, each.opens()) + each.minutes();
    return leaves <= each.closes() ? leaves : Double.POSITIVE_INFINITY;
  }

  /** When a crew reaches its end after these visits; infinite when it cannot make them all. */
  double finish(int crew, int[] route, int length) {
    if (length == 0) {
      return crews.get(crew).from() + startToEnd(crew);
    }
    double time = crews.get(crew).from();
    for (int k = 0; k < length; k++) {
      if (!mayServe(crew, route[k])) {
        return Double.POSITIVE_INFINITY;
      }
      time = leaves(
          route[k], time + (k == 0 ? fromStart(crew, route[0]) : between(route[k - 1], route[k])));
    }
    time += toEnd(crew, route[length - 1]);
    return time <= crews.get(crew).to() ? time : Double.POSITIVE_INFINITY;
  }

  PatrolPlan plan(
      int[][] routes, double upperBound, boolean exact, PatrolPlanner.Parameters parameters) {
    List<PatrolPlan.Route> made = new ArrayList<>();
    double score = 0;
    for (int crew = 0; crew < crews.size(); crew++) {
      made.add(route(crew, routes[crew]));
      for (int visit : routes[crew]) {
        score += score(visit);
      }
    }
    return new PatrolPlan(count(), score, Math.max(score, upperBound), exact, parameters, made);
  }

  private PatrolPlan.Route route(int crew, int[] route) {
    List<PatrolPlan.Stop> stops = new ArrayList<>();
    double time = crews.get(crew).from();
    for (int k = 0; k < route.length; k++) {
      double arrives =
          time + (k == 0 ? fromStart(crew, route[0]) : between(route[k - 1], route[k]));
      Visit visit = visits.get(route[k]);
      time = leaves(route[k], arrives);
      stops.add(new PatrolPlan.Stop(visit, arrives, Math.max(arrives, visit.opens()), time));
    }
    return new PatrolPlan.Route(crews.get(crew), stops, finish(crew, route, route.length));
  }

  /**
   * A score no plan can pass: visits are taken as parts, dearest for their time first, until the hours of all crews are
   * full. Half of each shortest way to and from a visit counts as its own time, or the whole way to it, whichever bound is
   * lower.
   */
  double upperBound() {
    return Math.min(knapsack(0.5, 0.5), knapsack(1, 0));
  }

  private double knapsack(double inShare, double outShare) {
    double hours = 0;
    for (int crew = 0; crew < crews.size(); crew++) {
      double nearestOut = startToEnd(crew);
      double nearestIn = nearestOut;
      for (int i = 0; i < count(); i++) {
        nearestOut = Math.min(nearestOut, fromStart(crew, i));
        nearestIn = Math.min(nearestIn, toEnd(crew, i));
      }
      hours += crews.get(crew).to()
          - crews.get(crew).from()
          - inShare * nearestIn
          - outShare * nearestOut;
    }
    double[] takes = new double[count()];
    for (int i = 0; i < count(); i++) {
      takes[i] = visits.get(i).minutes() + inShare * nearestInto(i) + outShare * nearestFrom(i);
    }
    List<Integer> order = IntStream.range(0, count())
        .filter(this::reachable)
        .boxed()
        .sorted(Comparator.comparingDouble(
            i -> takes[i] > 0 ? -score(i) / takes[i] : Double.NEGATIVE_INFINITY))
        .toList();
    double bound = 0;
    for (int i : order) {
      double part = takes[i] > 0 ? Math.min(1, Math.max(0, hours) / takes[i]) : 1;
      bound += part * score(i);
      hours -= part * takes[i];
    }
    return bound;
  }

  /** Whether some crew can make this visit when it makes no other. */
  private boolean reachable(int visit) {
    for (int crew = 0; crew < crews.size(); crew++) {
      if (Double.isFinite(finish(crew, new int[] {visit}, 1))) {
        return true;
      }
    }
    return false;
  }

  private double nearestInto(int visit) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int crew = 0; crew < crews.size(); crew++) {
      nearest = Math.min(nearest, fromStart(crew, visit));
    }
    for (int other = 0; other < count(); other++) {
      nearest = other == visit ? nearest : Math.min(nearest, between(other, visit));
    }
    return nearest;
  }

  private double nearestFrom(int visit) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int crew = 0; crew < crews.size(); crew++) {
      nearest = Math.min(nearest, toEnd(crew, visit));
    }
    for (int other = 0; other < count(); other++) {
      nearest = other == visit ? nearest : Math.min(nearest, between(visit, other));
    }
    return nearest;
  }
}
