package se.samlad.analysis.command;

import java.util.List;
import java.util.Optional;
import se.samlad.analysis.Progress;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.rates.AreaCounts;
import se.samlad.analysis.rates.EmpiricalBayes;
import se.samlad.analysis.rates.EmpiricalBayes.LocalSpread;
import se.samlad.analysis.table.Json;

/** {@code empirical-bayes}: a row per area. */
final class EmpiricalBayesMethod implements AnalyseMethod {

  static final Option CASES = Option.column("cases", "cases", "cases of each area");
  static final Option POPULATION = Option.column("population", "population", "people at risk");

  @Override
  public String name() {
    return "empirical-bayes";
  }

  @Override
  public String summary() {
    return "What is an area's rate once the chance in small areas is taken into account?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Places.ID,
        CASES,
        POPULATION,
        Option.file("neighbours", "file of pairs i, j of row numbers from 1, for local rates"),
        Option.text(
            "local-spread",
            "means-of-neighbours",
            "of local rates: means-of-neighbours or own-mean"));
  }

  static AreaCounts areas(Input input, Options options) {
    return new AreaCounts(
        input.numbers(options.column("cases")), input.numbers(options.column("population")));
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    AreaCounts areas = areas(input, options);
    EmpiricalBayes.Result global = EmpiricalBayes.global(areas);
    Json.Builder facts = Json.object()
        .put("method", name())
        .put("n", global.n())
        .put("overallRate", areas.overallRate())
        .put("priorVariance", global.priorVariance()[0]);
    Optional<Neighbours> neighbours =
        options.file("neighbours").map(pairs -> Units.pairs(pairs, areas.size()));
    neighbours.ifPresent(near -> facts.put("moranOfRates", EmpiricalBayes.moran(areas, near)));
    Outcome.Table table = Outcome.table(facts.build(), global.n())
        .put("id", Places.names(input, options))
        .put("raw", global.raw())
        .put("smoothed", global.smoothed())
        .put("smoothed_binomial", EmpiricalBayes.globalBinomial(areas).smoothed());
    if (neighbours.isPresent()) {
      LocalSpread spread =
          Choice.of(LocalSpread.class, "local-spread", options.text("local-spread"));
      table.put("local", EmpiricalBayes.local(areas, neighbours.get(), spread).smoothed());
    }
    progress.done(input.size(), input.size());
    return input.hasPlaces() ? table.shapes(input.shapes()).build() : table.build();
  }
}
