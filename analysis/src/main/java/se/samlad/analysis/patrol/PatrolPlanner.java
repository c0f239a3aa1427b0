package se.samlad.analysis.patrol;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;

/**
 * Which visits should tonight's crews make, in which order, to be worth most (Swedish: kvällens pass)?
 *
 * <p>Each crew begins and ends where and when its shift says, drives by the travel times, waits for a place to open, leaves
 * before it closes and serves only objects it may. No visit is made twice. This is the team orienteering problem with time
 * windows.
 *
 * <p>Up to {@value #EXACT_VISITS} visits the best plan is found for certain, by dynamic programming over sets of visits for
 * each crew and then over crews. Beyond that visits are inserted where they give most for the time, routes are shortened by
 * turning parts of them round, visits are exchanged for better ones, and parts of the plan are taken out and built again a
 * fixed number of times; the plan states how far from the best it can be at most. Same input and seed, same plan.
 *
 * <p>With a tolerance above 0 one of the plans within it is drawn, so that the order of an evening cannot be learnt.
 *
 * <p>Edges: no visits or no crews give an empty plan; a shift too short to reach its end location makes no visit and is
 * refused ({@link ShiftTooShort}), since the crew would be away from where it must be.
 *
 * <p>Cost: exact, 2^n n^2 for each crew and 3^n together, some 40 MB; search, rounds x visits x stops.
 *
 * <p>Source: Chao, Golden & Wasil (1996), European Journal of Operational Research 88:464-474; Vansteenwegen, Souffriau,
 * Vanden Berghe & Van Oudheusden (2009), Computers & Operations Research 36:3281-3290; the length of a stop: Koper (1995),
 * Justice Quarterly 12:649-672.
 */
public final class PatrolPlanner {

  /** The most visits planned exactly. */
  public static final int EXACT_VISITS = 13;

  private final Parameters parameters;

  public PatrolPlanner(Parameters parameters) {
    this.parameters = parameters;
  }

  /** The plan with the default search. */
  public static PatrolPlan of(List<Visit> visits, List<Crew> crews, TravelTimes travel, long seed) {
    return new PatrolPlanner(Parameters.of(seed)).plan(visits, crews, travel);
  }

  public PatrolPlan plan(List<Visit> visits, List<Crew> crews, TravelTimes travel) {
    return plan(visits, crews, travel, Progress.silent());
  }

  /** As above, telling the rounds of the search; the exact plan of few visits takes at most a second or two. */
  public PatrolPlan plan(
      List<Visit> visits, List<Crew> crews, TravelTimes travel, Progress progress) {
    Shifts shifts = new Shifts(visits, crews, travel);
    return visits.size() <= parameters.exactVisits()
        ? new ExactPlan(shifts).best(parameters)
        : new PlanSearch(shifts, parameters).best(progress);
  }

  /**
   * How to search.
   *
   * @param seed of the search and of the choice among nearly as good plans
   * @param rounds how often a part of the plan is taken out and built again
   * @param tolerance how much less than the best found a drawn plan may be worth, 0 for the best itself
   * @param exactVisits up to how many visits the best plan is found for certain
   */
  public record Parameters(long seed, int rounds, double tolerance, int exactVisits) {

    public Parameters {
      if (rounds < 0
          || !(tolerance >= 0 && tolerance < 1)
          || exactVisits < 0
          || exactVisits > EXACT_VISITS) {
        throw new IllegalArgumentException(
            "%d rounds, a tolerance of %s, exact up to %d visits (%d at most)"
                .formatted(rounds, tolerance, exactVisits, EXACT_VISITS));
      }
    }

    public static Parameters of(long seed) {
      return new Parameters(seed, 2000, 0, EXACT_VISITS);
    }
  }

  /** A crew cannot even get from its start to its end within the shift. */
  public static final class ShiftTooShort extends IllegalArgumentException {
    ShiftTooShort(Crew crew) {
      super("The shift of %s is shorter than the way from its start to its end"
          .formatted(crew.name()));
    }
  }

  /** For every visit the share of draws of all scores, each as a count about what was expected, in which it is made, or left out, as in this plan. */
  public List<Stability> stability(
      PatrolPlan plan,
      List<Visit> visits,
      List<Crew> crews,
      TravelTimes travel,
      Stability.Parameters how,
      Progress progress) {
    boolean[] seen = made(plan, visits);
    return Stability.ofEach(visits.size(), how, progress, () -> (random, same) -> {
      List<Visit> drawn = visits.stream()
          .map(each -> each.withScore(Stability.redrawn(each.score(), 1, random)))
          .toList();
      boolean[] again = made(plan(drawn, crews, travel), drawn);
      for (int i = 0; i < same.length; i++) {
        same[i] = again[i] == seen[i];
      }
    });
  }

  private static boolean[] made(PatrolPlan plan, List<Visit> visits) {
    Set<Visit> stops = Collections.newSetFromMap(new IdentityHashMap<>());
    plan.routes().forEach(route -> route.stops().forEach(stop -> stops.add(stop.visit())));
    boolean[] made = new boolean[visits.size()];
    for (int i = 0; i < made.length; i++) {
      made[i] = stops.contains(visits.get(i));
    }
    return made;
  }
}
