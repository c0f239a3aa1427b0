package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.season.MannKendall;
import se.samlad.analysis.table.Json;

/** {@code mann-kendall}: a row per series with its trend. */
final class MannKendallMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "mann-kendall";
  }

  @Override
  public String summary() {
    return "Does a series go up or down (Mann-Kendall, Sen's slope, Hamed-Rao)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("value", "value", "the values, oldest first"),
        Option.column("series", "series", "name of the series a row belongs to; without it one"),
        Option.number("level", 0.05, "level at which a trend is said to be there"),
        Stable.draws(1000));
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    String column = options.column("series");
    boolean named = options.isGiven("series-column") || input.has(column);
    double[] values = input.numbers(options.column("value"));
    Map<String, List<Double>> series = new LinkedHashMap<>();
    for (int row = 0; row < input.size(); row++) {
      series
          .computeIfAbsent(named ? input.text(row, column) : "", key -> new ArrayList<>())
          .add(values[row]);
    }
    MannKendall.Parameters parameters = new MannKendall.Parameters(options.number("level"));
    List<double[]> each = series.values().stream()
        .map(its -> its.stream().mapToDouble(Double::doubleValue).toArray())
        .toList();
    List<MannKendall> results =
        each.stream().map(its -> MannKendall.of(its, parameters)).toList();
    Optional<Stability.Parameters> how = Stable.how(options);
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", input.size())
        .put("draws", options.whole("draws"))
        .put("seed", options.seed())
        .put("parameters", Json.object().put("level", parameters.level()).build())
        .build();
    Outcome.Table table = Outcome.table(facts, results.size());
    if (named) {
      table.put("series", series.keySet().toArray(String[]::new));
    }
    how.ifPresent(draws -> table.put(
        "stability",
        each.stream()
            .mapToDouble(
                its -> MannKendall.stability(its, parameters, draws, progress).share())
            .toArray()));
    return table
        .put("n", results.stream().mapToInt(MannKendall::n).toArray())
        .put("s", results.stream().mapToDouble(MannKendall::s).toArray())
        .put("variance", results.stream().mapToDouble(MannKendall::variance).toArray())
        .put("z", results.stream().mapToDouble(MannKendall::z).toArray())
        .put("p", results.stream().mapToDouble(MannKendall::p).toArray())
        .put("tau_b", results.stream().mapToDouble(MannKendall::tauB).toArray())
        .put("slope", results.stream().mapToDouble(MannKendall::slope).toArray())
        .put(
            "hamed_rao_p",
            results.stream().mapToDouble(its -> its.allowingForMemory().p()).toArray())
        .put(
            "word",
            results.stream()
                .map(its -> its.word().name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new))
        .build();
  }
}
