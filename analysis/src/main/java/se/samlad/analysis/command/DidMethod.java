package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.samlad.analysis.Progress;
import se.samlad.analysis.effect.DifferenceInDifferences;
import se.samlad.analysis.table.Json;

/** {@code did}: one answer for a panel of areas and weeks. */
final class DidMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "did";
  }

  @Override
  public String summary() {
    return "How much did the treated areas change beyond the others (difference in differences)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("area", "area", "name of the area"),
        Option.column("week", "week", "number of the week, rising"),
        Option.column("treated", "treated", "1 for areas with the measure, else 0"),
        Option.column("post", "post", "1 for weeks after the start, else 0"),
        Option.column("count", "count", "events of that area and week"),
        Option.number("level", 0.95, "level of the interval"),
        Option.whole("permutations", 999, "of which areas were treated; 0 leaves them out"),
        Option.whole("draws", 1000, "parametric draws for the stability of the word"));
  }

  @Override
  public int mostRows() {
    return 200_000;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    DifferenceInDifferences.Parameters parameters = new DifferenceInDifferences.Parameters(
        options.number("level"),
        options.whole("permutations"),
        options.whole("draws"),
        options.seed(),
        options.threads());
    DifferenceInDifferences result =
        DifferenceInDifferences.of(panel(input, options), parameters, progress);
    Json.Builder facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("areas", result.areas())
        .put("treatedAreas", result.treatedAreas())
        .put("weeks", result.weeks())
        .put("leftOut", result.leftOut())
        .put("estimate", result.effect().value())
        .put("clusterError", result.effect().error())
        .put("modelError", result.modelError())
        .put("rateRatio", result.rateRatio())
        .put("lower", result.interval().lower())
        .put("upper", result.interval().upper())
        .put("fewClusters", result.fewClusters())
        .put("word", result.word().name().toLowerCase(Locale.ROOT))
        .put("stability", result.stability())
        .put("certainty", result.certainty().name().toLowerCase(Locale.ROOT));
    result
        .permutation()
        .ifPresent(permutation -> facts
            .put("permutationP", permutation.p())
            .put("permutationsTried", permutation.tried())
            .put("permutationsExhaustive", permutation.exhaustive()));
    return Outcome.of(facts
        .put("seed", options.seed())
        .put(
            "parameters",
            Json.object()
                .put("level", parameters.level())
                .put("permutations", parameters.permutations())
                .put("draws", parameters.draws())
                .build())
        .build());
  }

  private static List<DifferenceInDifferences.Week> panel(Input input, Options options) {
    int[] weeks = input.whole(options.column("week"), Integer.MIN_VALUE);
    int[] counts = input.counts(options.column("count"));
    double[] treated = input.numbers(options.column("treated"), 0, 1);
    double[] post = input.numbers(options.column("post"), 0, 1);
    String[] areas = input.texts(options.column("area"));
    List<DifferenceInDifferences.Week> panel = new ArrayList<>();
    for (int row = 0; row < input.size(); row++) {
      panel.add(new DifferenceInDifferences.Week(
          areas[row], weeks[row], treated[row] == 1, post[row] == 1, counts[row]));
    }
    return panel;
  }
}
