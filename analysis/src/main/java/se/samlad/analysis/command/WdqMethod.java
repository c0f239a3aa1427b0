package se.samlad.analysis.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.effect.BeforeAfter;
import se.samlad.analysis.effect.DisplacementQuotient;
import se.samlad.analysis.effect.Estimate;
import se.samlad.analysis.table.Json;

/** {@code wdq}: a row for each comparison, never without the weighted displacement difference beside it. */
final class WdqMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "wdq";
  }

  @Override
  public String summary() {
    return "How large is the change around against the change here (WDQ, with WDD beside it)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.text(
            "areas",
            "R,D,C",
            "first part of the columns of target, buffer and control, each with _before and _after"),
        Option.number("level", 0.90, "level of the intervals of WDD"),
        Stable.draws(1000));
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    String[] areas = options.text("areas").split(",", -1);
    if (areas.length != 3) {
      throw new IllegalArgumentException("--areas takes three names, as R,D,C");
    }
    double[][] values = new double[12][input.size()];
    String[] reading = new String[input.size()];
    double[] stability = new double[input.size()];
    Optional<Stability.Parameters> how = Stable.how(options);
    for (int row = 0; row < input.size(); row++) {
      DisplacementQuotient quotient = of(input, row, areas);
      Estimate local = quotient.beside().local();
      Estimate moved = quotient.beside().displacement();
      double level = options.number("level");
      double[] all = {
        quotient.quotientToShow().orElse(Double.NaN), quotient.buffer(), quotient.success(),
        quotient.grossEffect(), quotient.netEffect(), quotient.totalNetEffect(),
        local.value(), local.interval(level).lower(), local.interval(level).upper(),
        moved.value(), moved.interval(level).lower(), moved.interval(level).upper()
      };
      for (int i = 0; i < all.length; i++) {
        values[i][row] = all[i];
      }
      reading[row] = quotient.reading().name().toLowerCase(Locale.ROOT);
      stability[row] =
          how.map(draws -> quotient.stability(draws, progress).share()).orElse(Double.NaN);
    }
    Json.Obj parameters = Json.object().put("level", options.number("level")).build();
    Outcome.Table table = Outcome.table(
        Json.object()
            .put("method", name())
            .put("n", input.size())
            .put("draws", options.whole("draws"))
            .put("seed", options.seed())
            .put("parameters", parameters)
            .build(),
        input.size());
    String[] names = {
      "wdq",
      "buffer",
      "success",
      "gross_effect",
      "net_effect",
      "total_net_effect",
      "wdd_local",
      "wdd_local_lower",
      "wdd_local_upper",
      "wdd_displacement",
      "wdd_displacement_lower",
      "wdd_displacement_upper"
    };
    for (int i = 0; i < names.length; i++) {
      table.put(names[i], values[i]);
    }
    return table.put("reading", reading).put("stability", stability).build();
  }

  private static DisplacementQuotient of(Input input, int row, String[] areas) {
    try {
      return DisplacementQuotient.of(
          pair(input, row, areas[0]), pair(input, row, areas[1]), pair(input, row, areas[2]));
    } catch (IllegalArgumentException e) {
      throw Rows.named(row, e);
    }
  }

  private static BeforeAfter pair(Input input, int row, String area) {
    return BeforeAfter.of(input.number(row, area + "_before"), input.number(row, area + "_after"));
  }
}
