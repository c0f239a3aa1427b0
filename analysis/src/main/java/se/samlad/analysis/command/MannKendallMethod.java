package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.samlad.analysis.Progress;
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
        Option.number("level", 0.05, "level at which a trend is said to be there"));
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
    List<MannKendall> results = series.values().stream()
        .map(its ->
            MannKendall.of(its.stream().mapToDouble(Double::doubleValue).toArray(), parameters))
        .toList();
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", input.size())
        .put("parameters", Json.object().put("level", parameters.level()).build())
        .build();
    Outcome.Table table = Outcome.table(facts, results.size());
    if (named) {
      table.put("series", series.keySet().toArray(String[]::new));
    }
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
            results.stream().mapToDouble(each -> each.allowingForMemory().p()).toArray())
        .put(
            "word",
            results.stream()
                .map(each -> each.word().name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new))
        .build();
  }
}
