package se.samlad.analysis.command;

import java.util.List;
import java.util.Locale;
import se.samlad.analysis.Progress;
import se.samlad.analysis.effect.InterruptedTimeSeries;
import se.samlad.analysis.table.Json;

/** {@code its}: a row for each coefficient of a weekly series that was interrupted. */
final class ItsMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "its";
  }

  @Override
  public String summary() {
    return "Did the weekly series break when the measure began (interrupted time series)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("count", "count", "events of a week, oldest first; empty without data"),
        Option.whole("before", "weeks before the start, needed"),
        Option.number("period", 52, "weeks of a year"),
        Option.whole("harmonics", 1, "yearly waves"),
        Option.whole("lag", 4, "weeks over which neighbours go together (Newey-West)"),
        Option.number("level", 0.95, "level of the interval"),
        Option.whole("draws", 1000, "parametric draws for the stability of the word"));
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    double[] counts = input.numbersOrMissing(options.column("count"));
    InterruptedTimeSeries.Parameters parameters = new InterruptedTimeSeries.Parameters(
        options.whole("before"),
        options.number("period"),
        options.whole("harmonics"),
        options.whole("lag"),
        options.number("level"));
    InterruptedTimeSeries result = InterruptedTimeSeries.of(counts, parameters);
    double stability =
        result.stability(counts, options.whole("draws"), options.seed(), options.threads());
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("weeksBefore", result.weeksBefore())
        .put("missing", result.missing())
        .put("levelRatio", result.levelRatio())
        .put("levelLower", result.levelInterval().lower())
        .put("levelUpper", result.levelInterval().upper())
        .put("slopeRatio", result.slopeRatio())
        .put("dispersion", result.dispersion())
        .put("word", result.word().name().toLowerCase(Locale.ROOT))
        .put("stability", stability)
        .put(
            "certainty", InterruptedTimeSeries.certainty(stability).name().toLowerCase(Locale.ROOT))
        .put("seed", options.seed())
        .put(
            "parameters",
            Json.object()
                .put("before", parameters.before())
                .put("period", parameters.period())
                .put("harmonics", parameters.harmonics())
                .put("lag", parameters.lag())
                .put("level", parameters.level())
                .put("draws", options.whole("draws"))
                .build())
        .build();
    return Outcome.table(facts, result.names().size())
        .put("coefficient", result.names().toArray(String[]::new))
        .put("estimate", result.coefficients())
        .put("poisson_error", result.poissonErrors())
        .put("quasi_poisson_error", result.quasiErrors())
        .put("newey_west_error", result.neweyWestErrors())
        .build();
  }
}
