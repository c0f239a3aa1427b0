package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import se.samlad.analysis.patrol.Crew;
import se.samlad.analysis.patrol.PatrolPlan;
import se.samlad.analysis.patrol.PatrolPlanner;
import se.samlad.analysis.patrol.TravelTimes;
import se.samlad.analysis.patrol.Visit;
import se.samlad.analysis.table.Json;

/** Small team-orienteering instances with proven optimum, solved exactly and by the search alone. */
final class OrienteeringFolder implements FolderKind {

  private static final int ROUNDS = 2000;
  private static final double NEARLY_ALL = 0.95;
  private static final double HALF = 0.5;

  @Override
  public String name() {
    return "orienteering";
  }

  @Override
  public void check(Path folder, Findings findings) {
    List<Json> instances = Json.read(folder.resolve("instances.json")).items();
    double reached = 0;
    for (Json instance : instances) {
      double best = instance.get("optimal_score").number();
      PatrolPlan exact = plan(instance, PatrolPlanner.Parameters.of(1));
      if (exact.exact()) {
        findings.group("optimum, exact", Tolerance.exact()).compare(best, exact.score());
      }
      PatrolPlan searched = plan(instance, new PatrolPlanner.Parameters(1, ROUNDS, 0, 0));
      findings
          .group("share of optimum, search", Tolerance.exact())
          .atLeast(NEARLY_ALL, searched.score() / best);
      reached += searched.score() >= best ? 1 : 0;
    }
    findings
        .group("share of optima found, search", Tolerance.exact())
        .atLeast(HALF, reached / instances.size());
  }

  private static PatrolPlan plan(Json instance, PatrolPlanner.Parameters parameters) {
    double[][] minutes =
        instance.get("minutes").items().stream().map(Json::numbers).toArray(double[][]::new);
    double[] scores = instance.get("score").numbers();
    double[] service = instance.get("service_minutes").numbers();
    List<Visit> visits = IntStream.range(0, scores.length)
        .mapToObj(i -> Visit.anytime("stop " + (i + 1), i + 1, scores[i], service[i]))
        .toList();
    double limit = instance.get("max_minutes").number();
    List<Crew> crews = IntStream.range(0, instance.get("teams").integer())
        .mapToObj(i -> Crew.from("team " + (i + 1), 0, 0, limit))
        .toList();
    return new PatrolPlanner(parameters).plan(visits, crews, TravelTimes.ofMatrix(minutes));
  }
}
