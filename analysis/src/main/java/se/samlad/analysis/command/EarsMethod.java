package se.samlad.analysis.command;

import java.util.List;
import java.util.stream.Stream;
import se.samlad.analysis.Progress;
import se.samlad.analysis.aberration.Ears;
import se.samlad.analysis.table.Json;

/** {@code ears}: a row per week with its bound. */
final class EarsMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "ears";
  }

  @Override
  public String summary() {
    return "Is a week far above the weeks just before it (EARS C1, C2, C3)?";
  }

  @Override
  public List<Option> options() {
    return Stream.concat(
            WeeklySeries.OPTIONS.stream(),
            Stream.of(
                Option.text(
                    "method", "C1", "C1: the weeks just before; C2: before a gap of two; C3"),
                Option.whole("baseline", 7, "weeks in the baseline, at least 3"),
                Option.number("least-deviation", 0.5, "the deviation is never taken to be smaller"),
                Option.number(
                    "alpha", "one-sided level; 0.001 for C1 and C2 and 0.025 for C3 if left out")))
        .toList();
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    Ears.Method method = Choice.of(Ears.Method.class, "method", options.text("method"));
    Ears.Parameters usual = Ears.Parameters.of(method);
    Ears.Parameters parameters = usual
        .withBaseline(options.whole("baseline"))
        .withLeastDeviation(options.number("least-deviation"))
        .withAlpha(options.findNumber("alpha").orElse(usual.alpha()));
    WeeklySeries series = WeeklySeries.read(input, options);
    WeeklySeries.Rows rows = series.rows();
    for (int i = 0; i < series.size(); i++) {
      int[] counts = series.counts(i);
      for (Ears.Week week : Ears.run(counts, WeeklySeries.from(options, counts.length), parameters)
          .weeks()) {
        rows.week(i, week.week(), week.count(), week.alarm())
            .put("mean", week.mean())
            .put("upper", week.upper());
      }
      progress.done(i + 1, series.size());
    }
    return rows.outcome(
        name(),
        input,
        Json.object()
            .put("method", method.name())
            .put("baseline", parameters.baseline())
            .put("leastDeviation", parameters.leastDeviation())
            .put("alpha", parameters.alpha())
            .build());
  }
}
