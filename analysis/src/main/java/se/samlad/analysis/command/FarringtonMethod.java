package se.samlad.analysis.command;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import se.samlad.analysis.Progress;
import se.samlad.analysis.aberration.Farrington1996;
import se.samlad.analysis.aberration.FarringtonWeek;
import se.samlad.analysis.aberration.FlexibleFarrington;
import se.samlad.analysis.aberration.FlexibleFarrington.Threshold;
import se.samlad.analysis.table.Json;

/** {@code farrington}: a row per week with what it rests on. */
final class FarringtonMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "farrington";
  }

  @Override
  public String summary() {
    return "Is a week above what the same time of year brought in past years (Farrington)?";
  }

  @Override
  public List<Option> options() {
    FlexibleFarrington.Parameters usual = FlexibleFarrington.Parameters.defaults();
    return Stream.concat(
            WeeklySeries.OPTIONS.stream(),
            Stream.of(
                Option.text("form", "flexible", "flexible, or 1996 for the first form"),
                Option.whole("years", usual.years(), "years of history at most, at least 3"),
                Option.whole(
                    "half-window", usual.halfWindow(), "weeks on each side of the same week"),
                Option.whole("periods", usual.periods(), "parts of the year; flexible form"),
                Option.whole("excluded", usual.excluded(), "weeks just before that are left out"),
                Option.text("threshold", "nb-plugin", "nb-plugin, muan or delta; flexible form"),
                Option.number("trend-p", usual.trendP(), "a trend stays below; flexible form"),
                Option.number("alpha", usual.alpha(), "level of the bound"),
                Option.flag("no-trend", "never fit a trend"),
                Option.whole("weeks-per-year", usual.weeksPerYear(), "length of a year")))
        .toList();
  }

  /** Judges a whole series. */
  private interface Form {
    List<FarringtonWeek> run(int[] counts, int from, Progress progress);
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    Form form = form(options);
    WeeklySeries series = WeeklySeries.read(input, options);
    WeeklySeries.Rows rows = series.rows();
    int fellBack = 0;
    for (int i = 0; i < series.size(); i++) {
      if (progress.cancelled()) {
        throw new CancellationException("Farrington was cancelled at series " + (i + 1));
      }
      int[] counts = series.counts(i);
      int from = WeeklySeries.from(options, counts.length);
      for (FarringtonWeek week : form.run(counts, from, within(progress, series.size()))) {
        put(rows, i, week);
        fellBack += week.fellBack() ? 1 : 0;
      }
      progress.done(i + 1, series.size());
    }
    return rows.outcome(facts(input, options, series, rows, fellBack));
  }

  /** One series alone reports its weeks; of several, only whole ones are reported. */
  private static Progress within(Progress progress, int series) {
    return new Progress() {
      @Override
      public void done(long units, long ofUnits) {
        if (series == 1) {
          progress.done(units, ofUnits);
        }
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  private static Form form(Options options) {
    if (options.text("form").equals("1996")) {
      Farrington1996.Parameters parameters = new Farrington1996.Parameters(
          options.whole("years"),
          options.whole("half-window"),
          true,
          !options.flag("no-trend"),
          options.number("alpha"),
          5,
          4,
          options.whole("weeks-per-year"));
      return (counts, from, progress) ->
          Farrington1996.run(counts, from, parameters, progress).weeks();
    }
    if (!options.text("form").equals("flexible")) {
      throw new IllegalArgumentException(
          "--form takes one of flexible, 1996, not \"%s\"".formatted(options.text("form")));
    }
    FlexibleFarrington.Parameters parameters = flexible(options);
    return (counts, from, progress) ->
        FlexibleFarrington.run(counts, from, parameters, progress).weeks();
  }

  private static FlexibleFarrington.Parameters flexible(Options options) {
    FlexibleFarrington.Parameters usual = FlexibleFarrington.Parameters.defaults();
    return new FlexibleFarrington.Parameters(
        options.whole("years"),
        options.whole("half-window"),
        options.whole("periods"),
        options.whole("excluded"),
        usual.weightThreshold(),
        !options.flag("no-trend"),
        options.number("trend-p"),
        options.number("alpha"),
        Choice.of(Threshold.class, "threshold", options.text("threshold")),
        usual.leastEvents(),
        usual.leastWeeks(),
        options.whole("weeks-per-year"));
  }

  private static void put(WeeklySeries.Rows rows, int series, FarringtonWeek week) {
    rows.week(series, week.week(), week.count(), week.alarm())
        .put("expected", week.expected())
        .put("upper", week.upper())
        .put("dispersion", week.dispersion())
        .put("trend", week.trend())
        .put("p", week.p())
        .put("years", week.years())
        .put("basis", Choice.word(week.basis()));
  }

  private Json.Obj facts(
      Input input, Options options, WeeklySeries series, WeeklySeries.Rows rows, int fellBack) {
    Json.Builder parameters = Json.object();
    for (Option option : options()) {
      if (!WeeklySeries.OPTIONS.contains(option)) {
        parameters.put(option.name(), options.find(option.name()).orElse("false"));
      }
    }
    return Json.object()
        .put("method", name())
        .put("n", input.size())
        .put("series", series.size())
        .put("alarms", rows.alarms())
        .put("fellBackToEars", fellBack)
        .put("parameters", parameters.build())
        .build();
  }
}
