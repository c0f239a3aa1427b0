package se.samlad.analysis.command;

import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.cluster.Hdbscan;
import se.samlad.analysis.table.Json;

/** {@code hdbscan}: a row per event with its cluster, or a row per place with its hull. */
final class HdbscanMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "hdbscan";
  }

  @Override
  public String summary() {
    return "Which gatherings last over many distances (HDBSCAN*)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.whole("min-points", 10, "least events of a cluster, also those of a core distance"),
        DbscanMethod.PLACES);
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    Hdbscan.Result result =
        Hdbscan.of(Places.points(input), options.whole("min-points"), options.threads(), progress);
    progress.done(input.size(), input.size());
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("minPoints", result.minPts())
        .put("clusters", result.clusters())
        .put("noise", result.noise())
        .put("stabilities", result.stabilities())
        .put("treeWeightMeters", result.treeWeight())
        .build();
    return options.flag("places")
        ? DbscanMethod.places(facts, result.places())
        : Outcome.table(facts, result.n())
            .put("cluster", result.labels())
            .put("membership", result.membership())
            .put("outlier_score", result.outlierScore())
            .put("core_distance", result.coreDistances())
            .shapes(input.shapes())
            .build();
  }
}
