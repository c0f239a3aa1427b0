package se.samlad.analysis.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import se.samlad.analysis.Progress;
import se.samlad.analysis.autocorrelation.GetisOrd;
import se.samlad.analysis.autocorrelation.GetisOrd.Form;
import se.samlad.analysis.autocorrelation.Weighting;
import se.samlad.analysis.table.Json;

/** {@code gistar}: a row per cell or area. */
final class GistarMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "gistar";
  }

  @Override
  public String summary() {
    return "Where do high values gather, and where low ones (Getis-Ord Gi*)?";
  }

  @Override
  public List<Option> options() {
    return Stream.concat(
            Units.OPTIONS.stream(),
            Stream.of(
                Option.text("form", "gi-star", "gi-star (the unit counts as well) or gi"),
                Option.text("weights", "binary", "binary or row-standardised")))
        .toList();
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    Units units = Units.of(input, options);
    GetisOrd method = new GetisOrd(
        Choice.of(Form.class, "form", options.text("form")),
        Choice.of(Weighting.class, "weights", options.text("weights")),
        Units.permutations(options));
    GetisOrd.Result result = method.of(units.values(), units.neighbours(), progress);
    Json.Builder facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("form", Choice.word(result.form()))
        .put("weights", Choice.word(result.weighting()))
        .put("pairs", units.neighbours().pairs())
        .put("permutations", result.permutations().count())
        .put("seed", result.permutations().seed())
        .put("zeroShare", result.zeroShare());
    if (result.mostlyZeros()) {
      facts.put(
          "warning",
          "More than 60 % of the values are 0: z and p are far from normal, use permutations");
    }
    Outcome.Table table = units
        .table(facts.build())
        .put("z", result.z())
        .put("p", result.p())
        .put("adjusted_p", result.adjusted())
        .put("level", Arrays.stream(result.levels()).map(Choice::word).toArray(String[]::new));
    return result.permutations().count() == 0
        ? table.build()
        : table.put("permutation_p", result.permutationP()).build();
  }
}
