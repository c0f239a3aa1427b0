package se.samlad.analysis.command;

import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.season.Stl;
import se.samlad.analysis.table.Json;

/** {@code stl}: season, trend and remainder of each value. */
final class StlMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "stl";
  }

  @Override
  public String summary() {
    return "What of a series is season, what is trend and what is left (STL)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("value", "value", "the values, oldest first, none missing"),
        Option.whole("period", 52, "values of a whole season"),
        Option.whole(
            "window",
            "seasons over which the season may change, odd and 7 or more; the same each period when left out"),
        Option.flag("robust", "let odd values weigh less"),
        Stable.draws(200));
  }

  @Override
  public int mostRows() {
    return 100_000;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    double[] series = input.numbers(options.column("value"));
    int period = options.whole("period");
    boolean robust = options.flag("robust");
    boolean changes = options.findWhole("window").isPresent();
    Stl.Parameters parameters = changes
        ? Stl.Parameters.changing(period, options.whole("window"), robust)
        : Stl.Parameters.periodic(period, series.length, robust);
    Stl.Result result = new Stl(parameters).decompose(series);
    Json.Builder told =
        Json.object().put("method", name()).put("n", series.length).put("peak", result.peak() + 1);
    Stable.tell(told, options, how -> new Stl(parameters).stability(series, how, progress));
    Json.Obj facts = told.put(
            "parameters",
            Json.object()
                .put("period", period)
                .put("seasonalWindow", parameters.seasonal().window())
                .put("trendWindow", parameters.trend().window())
                .put("periodic", parameters.isPeriodic())
                .put("robust", robust)
                .build())
        .build();
    return Outcome.table(facts, series.length)
        .put("value", series)
        .put("seasonal", result.seasonal())
        .put("trend", result.trend())
        .put("remainder", result.remainder())
        .put("weight", result.weights())
        .build();
  }
}
