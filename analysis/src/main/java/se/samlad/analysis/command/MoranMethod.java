package se.samlad.analysis.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import se.samlad.analysis.Progress;
import se.samlad.analysis.autocorrelation.GearyC;
import se.samlad.analysis.autocorrelation.GlobalG;
import se.samlad.analysis.autocorrelation.GlobalMoran;
import se.samlad.analysis.autocorrelation.GlobalStatistic;
import se.samlad.analysis.autocorrelation.LocalMoran;
import se.samlad.analysis.autocorrelation.LocalMoran.Divisor;
import se.samlad.analysis.autocorrelation.LocalMoran.Moments;
import se.samlad.analysis.autocorrelation.LocalMoran.Surroundings;
import se.samlad.analysis.table.Json;

/** {@code moran}: a row per cell or area, and the global statistics among the facts. */
final class MoranMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "moran";
  }

  @Override
  public String summary() {
    return "Does like lie beside like, and which units stick out (Moran's I, local and global)?";
  }

  @Override
  public List<Option> options() {
    return Stream.concat(
            Units.OPTIONS.stream(),
            Stream.of(
                Option.text("divisor", "n", "of the variance: n or n-minus-1"),
                Option.text("moments", "conditional", "conditional or total"),
                Option.text(
                    "surroundings",
                    "mean-of-values",
                    "high above the mean-of-values or the mean-of-lags")))
        .toList();
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    Units units = Units.of(input, options);
    LocalMoran.Parameters parameters = new LocalMoran.Parameters(
        Choice.of(Divisor.class, "divisor", options.text("divisor")),
        Choice.of(Moments.class, "moments", options.text("moments")),
        Choice.of(Surroundings.class, "surroundings", options.text("surroundings")),
        Units.permutations(options));
    LocalMoran.Result result =
        new LocalMoran(parameters).statistics(units.values(), units.neighbours(), progress);
    Outcome.Table table = units
        .table(facts(units, result))
        .put("local_i", result.statistic())
        .put("expectation", result.moment().expectation())
        .put("variance", result.moment().variance())
        .put("z", result.moment().z())
        .put("p", result.moment().p())
        .put("adjusted_p", result.moment().adjusted())
        .put(
            "quadrant", Arrays.stream(result.quadrants()).map(Choice::word).toArray(String[]::new));
    return parameters.permutations().count() == 0
        ? table.build()
        : table.put("permutation_p", result.permuted().p()).build();
  }

  private Json.Obj facts(Units units, LocalMoran.Result result) {
    LocalMoran.Parameters parameters = result.parameters();
    Json.Builder facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("divisor", Choice.word(parameters.divisor()))
        .put("moments", Choice.word(parameters.moments()))
        .put("pairs", units.neighbours().pairs())
        .put("permutations", parameters.permutations().count())
        .put("seed", parameters.permutations().seed())
        .put("zeroShare", result.zeroShare())
        .put("globalMoran", global(GlobalMoran.of(units.values(), units.neighbours())))
        .put("gearyC", global(GearyC.of(units.values(), units.neighbours())));
    if (Arrays.stream(units.values()).filter(value -> value > 0).count() > 1
        && Arrays.stream(units.values()).noneMatch(value -> value < 0)) {
      facts.put("globalG", global(GlobalG.of(units.values(), units.neighbours())));
    }
    if (result.mostlyZeros()) {
      facts.put(
          "warning",
          "More than 60 % of the values are 0: z and p are far from normal, use permutations");
    }
    return facts.build();
  }

  private static Json.Obj global(GlobalStatistic statistic) {
    return Json.object()
        .put("value", statistic.value())
        .put("expectation", statistic.expectation())
        .put("variance", statistic.variance())
        .put("z", statistic.z())
        .put("p", statistic.pTwoSided())
        .build();
  }
}
