package se.samlad.analysis.command;

import java.util.Arrays;
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
        Option.column(
            "effort",
            "effort",
            "looking behind a week, as reporter-weeks; counts are then set against it"),
        Option.whole("before", "weeks before the start, needed"),
        Option.number("period", 52, "weeks of a year"),
        Option.whole("harmonics", 1, "yearly waves"),
        Option.whole("lag", 4, "weeks over which neighbours go together (Newey-West)"),
        Option.number("level", 0.95, "level of the interval"),
        Stable.draws(1000));
  }

  @Override
  public int mostRows() {
    return 100_000;
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
    double[] effort = effort(input, options);
    InterruptedTimeSeries result = InterruptedTimeSeries.of(counts, effort, parameters);
    Json.Builder facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("weeksBefore", result.weeksBefore())
        .put("missing", result.missing())
        .put("levelRatio", result.levelRatio())
        .put("levelLower", result.levelInterval().lower())
        .put("levelUpper", result.levelInterval().upper())
        .put("slopeRatio", result.slopeRatio())
        .put("dispersion", result.dispersion())
        .put("word", result.word().name().toLowerCase(Locale.ROOT));
    Stable.tell(facts, options, how -> result.stability(counts, effort, how, progress));
    facts.put(
        "parameters",
        Json.object()
            .put("before", parameters.before())
            .put("period", parameters.period())
            .put("harmonics", parameters.harmonics())
            .put("lag", parameters.lag())
            .put("level", parameters.level())
            .put("effort", isWeighed(input, options))
            .build());
    return Outcome.table(facts.build(), result.names().size())
        .put("coefficient", result.names().toArray(String[]::new))
        .put("estimate", result.coefficients())
        .put("poisson_error", result.poissonErrors())
        .put("quasi_poisson_error", result.quasiErrors())
        .put("newey_west_error", result.neweyWestErrors())
        .build();
  }

  private static boolean isWeighed(Input input, Options options) {
    return input.has(options.column("effort")) || options.isGiven("effort-column");
  }

  private static double[] effort(Input input, Options options) {
    if (isWeighed(input, options)) {
      return input.numbersOrMissing(options.column("effort"));
    }
    double[] alike = new double[input.size()];
    Arrays.fill(alike, 1);
    return alike;
  }
}
