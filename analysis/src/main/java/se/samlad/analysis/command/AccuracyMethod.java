package se.samlad.analysis.command;

import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.forecast.ForecastAccuracy;
import se.samlad.analysis.forecast.ForecastAccuracy.Cut;
import se.samlad.analysis.table.Json;

/** {@code accuracy}: PAI, PEI and RRI at every cut of a forecast. */
final class AccuracyMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "accuracy";
  }

  @Override
  public String summary() {
    return "How good was a forecast of places (PAI, PEI, RRI at every cut)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("predicted", "pred", "what was forecast for an area"),
        Option.column("count", "count", "events that came"),
        Option.column("ground", "area", "ground of the area"),
        Stable.draws(1000));
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    double[] events = input.numbers(options.column("count"), 0, Double.MAX_VALUE);
    ForecastAccuracy.Result result = ForecastAccuracy.of(
        input.numbers(options.column("predicted"), 0, Double.MAX_VALUE),
        events,
        ground(input, options.column("ground")));
    List<Cut> cuts = result.cuts();
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("events", result.events())
        .put("ground", result.ground())
        .put("draws", options.whole("draws"))
        .put("seed", options.seed())
        .build();
    Outcome.Table table = Outcome.table(facts, cuts.size());
    Stable.how(options)
        .map(how -> ForecastAccuracy.stability(result, events, how, progress))
        .ifPresent(each ->
            table.put("stability", each.stream().mapToDouble(Stability::share).toArray()));
    return table
        .put("row", cuts.stream().mapToInt(cut -> cut.area() + 1).toArray())
        .put("events", cuts.stream().mapToDouble(Cut::events).toArray())
        .put("predicted", cuts.stream().mapToDouble(Cut::predicted).toArray())
        .put("ground", cuts.stream().mapToDouble(Cut::ground).toArray())
        .put("pai", cuts.stream().mapToDouble(Cut::pai).toArray())
        .put("pei", cuts.stream().mapToDouble(Cut::pei).toArray())
        .put("rri", cuts.stream().mapToDouble(Cut::rri).toArray())
        .build();
  }

  private static double[] ground(Input input, String column) {
    double[] ground = input.numbers(column);
    for (int row = 0; row < ground.length; row++) {
      if (!(ground[row] > 0)) {
        throw new IllegalArgumentException("Row %d: column %s has %s, it should be above 0"
            .formatted(row + 1, column, Outcome.plain(ground[row])));
      }
    }
    return ground;
  }
}
