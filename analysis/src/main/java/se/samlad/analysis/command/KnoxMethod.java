package se.samlad.analysis.command;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import se.samlad.analysis.Progress;
import se.samlad.analysis.interaction.BandClosure;
import se.samlad.analysis.interaction.Bands;
import se.samlad.analysis.interaction.Knox;
import se.samlad.analysis.table.Json;

/** {@code knox}: a row per band of space and time. */
final class KnoxMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "knox";
  }

  @Override
  public String summary() {
    return "Does it happen again soon and near, more often than if the times were dealt out at random?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column(
            "date", "date", "day of each event, as 2026-11-22, or a number in any unit of time"),
        Option.text("space-bands", "0,100,200,400", "upper borders of the bands in space, metres"),
        Option.text("time-bands", "7,14,21", "upper borders of the bands in time, days"),
        Option.text(
            "closure",
            "upper",
            "which border belongs to a band: upper is (lower, upper] with 0 in the first, lower is [lower, upper)"),
        Option.text("metric", "euclidean", "euclidean, or manhattan for right-angled streets"),
        Option.flag("nested", "every cell counts from 0 up to its borders"),
        Option.whole("permutations", 999, "how often the times are dealt out anew"));
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    BandClosure closure = switch (options.text("closure")) {
      case "upper" -> BandClosure.UPPER_INCLUDED;
      case "lower" -> BandClosure.LOWER_INCLUDED;
      default -> throw refused("closure", "upper or lower", options);
    };
    Knox.Metric metric = switch (options.text("metric")) {
      case "euclidean" -> Knox.Metric.EUCLIDEAN;
      case "manhattan" -> Knox.Metric.MANHATTAN;
      default -> throw refused("metric", "euclidean or manhattan", options);
    };
    Knox knox = new Knox(
        new Bands(borders(options, "space-bands"), closure),
        new Bands(borders(options, "time-bands"), closure),
        metric,
        options.flag("nested"),
        options.whole("permutations"),
        options.seed(),
        options.threads());
    Input.Points places = input.points();
    return table(
        knox.test(places.x(), places.y(), Days.of(input, options.column("date")), progress));
  }

  private static IllegalArgumentException refused(String option, String words, Options options) {
    return new IllegalArgumentException(
        "--%s takes %s, not \"%s\"".formatted(option, words, options.text(option)));
  }

  private static double[] borders(Options options, String name) {
    try {
      return Arrays.stream(options.text(name).split(","))
          .mapToDouble(part -> Double.parseDouble(part.trim()))
          .toArray();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--%s takes numbers with commas between, not \"%s\"".formatted(name, options.text(name)),
          e);
    }
  }

  private Outcome table(Knox.Result result) {
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("pairs", result.pairs())
        .put(
            "parameters",
            Json.object()
                .put("spaceBands", result.space().uppers())
                .put("timeBands", result.time().uppers())
                .put("closure", result.space().closure().name())
                .put("metric", result.metric().name())
                .put("nested", result.nested())
                .put("permutations", result.permutations())
                .build())
        .put("seed", result.seed())
        .build();
    return Outcome.table(facts, result.cells().size())
        .put("spaceFrom", column(result, Knox.Cell::spaceFrom))
        .put("spaceTo", column(result, Knox.Cell::spaceTo))
        .put("timeFrom", column(result, Knox.Cell::timeFrom))
        .put("timeTo", column(result, Knox.Cell::timeTo))
        .put("observed", column(result, Knox.Cell::observed))
        .put("median", column(result, Knox.Cell::median))
        .put("mean", column(result, Knox.Cell::mean))
        .put("ratio", column(result, Knox.Cell::ratio))
        .put("p", column(result, Knox.Cell::p))
        .put("poissonExpected", column(result, Knox.Cell::expected))
        .put("poissonP", column(result, Knox.Cell::poissonP))
        .build();
  }

  private static double[] column(Knox.Result result, ToDoubleFunction<Knox.Cell> value) {
    return result.cells().stream().mapToDouble(value).toArray();
  }
}
