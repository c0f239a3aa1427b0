package se.samlad.analysis.command;

import java.util.List;
import java.util.stream.Stream;
import se.samlad.analysis.Progress;
import se.samlad.analysis.aberration.Cusum;
import se.samlad.analysis.table.Json;

/** {@code cusum}: a row per week with its sum and bound. */
final class CusumMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "cusum";
  }

  @Override
  public String summary() {
    return "Has the level crept upwards, week by week (CUSUM)?";
  }

  @Override
  public List<Option> options() {
    return Stream.concat(
            WeeklySeries.OPTIONS.stream(),
            Stream.of(
                Option.text("transform", "rossi", "standard, rossi or anscombe"),
                Option.number("k", 1.04, "what a week may lie above the mean without being added"),
                Option.number("h", 2.26, "the sum that alarms")))
        .toList();
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    Cusum.Parameters parameters = new Cusum.Parameters(
        Choice.of(Cusum.Transform.class, "transform", options.text("transform")),
        options.number("k"),
        options.number("h"));
    if (options.findWhole("from").isEmpty()) {
      throw new IllegalArgumentException(
          "Option --from is needed: the mean is that of the weeks before the first one judged");
    }
    WeeklySeries series = WeeklySeries.read(input, options);
    WeeklySeries.Rows rows = series.rows();
    for (int i = 0; i < series.size(); i++) {
      int[] counts = series.counts(i);
      Cusum.Result result =
          Cusum.run(counts, WeeklySeries.from(options, counts.length), parameters);
      for (Cusum.Week week : result.weeks()) {
        rows.week(i, week.week(), week.count(), week.alarm())
            .put("mean", result.mean())
            .put("sum", week.sum())
            .put("upper", week.upper());
      }
      progress.done(i + 1, series.size());
    }
    return rows.outcome(
        name(),
        input,
        Json.object()
            .put("transform", Choice.word(parameters.transform()))
            .put("k", parameters.reference())
            .put("h", parameters.threshold())
            .build());
  }
}
