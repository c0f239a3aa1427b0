package se.samlad.analysis.patrol;

import java.util.List;

/**
 * Who goes where and when (Swedish: körplan).
 *
 * @param n visits there were to choose among
 * @param score of all visits made
 * @param upperBound a score no plan can pass; equal to the best score when that was found for certain
 * @param exact whether the best plan was found for certain
 * @param parameters of the search and of the choice among nearly as good plans, the seed among them
 * @param routes one for each crew, in the order of the crews
 */
public record PatrolPlan(
    int n,
    double score,
    double upperBound,
    boolean exact,
    PatrolPlanner.Parameters parameters,
    List<Route> routes) {

  public PatrolPlan {
    routes = List.copyOf(routes);
  }

  public long seed() {
    return parameters.seed();
  }

  /** How much better a plan could be at most, as a part of the upper bound: 0.04 is four per cent. */
  public double gap() {
    return upperBound > 0 ? (upperBound - score) / upperBound : 0;
  }

  /**
   * The way of one crew.
   *
   * @param finish the minute it is at its end location
   */
  public record Route(Crew crew, List<Stop> stops, double finish) {

    public Route {
      stops = List.copyOf(stops);
    }
  }

  /** A visit made: the minutes of arriving, of beginning when the place is open, and of leaving. */
  public record Stop(Visit visit, double arrives, double begins, double leaves) {}
}
