package se.samlad.analysis.command;

import java.util.List;
import java.util.Locale;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.Progress;
import se.samlad.analysis.effect.RateRatio;
import se.samlad.analysis.table.Json;

/** {@code rate-ratio}: a row for each pair of counts. */
final class RateRatioMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "rate-ratio";
  }

  @Override
  public String summary() {
    return "How many times as often now as then, with exact, mid-p and Wald limits?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("x1", "x1", "events now"),
        Option.column("t1", "T1", "time of these, as weeks or reporter-weeks"),
        Option.column("x0", "x0", "events then"),
        Option.column("t0", "T0", "time of those"),
        Option.number("level", 0.95, "level of the intervals"),
        Option.whole("draws", 1000, "parametric draws for the stability of the word"));
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    int[] x1 = input.counts(options.column("x1"));
    int[] x0 = input.counts(options.column("x0"));
    double[] t1 = input.numbers(options.column("t1"));
    double[] t0 = input.numbers(options.column("t0"));
    int draws = options.whole("draws");
    double[][] values = new double[13][input.size()];
    String[] words = new String[input.size()];
    String[] certainty = new String[input.size()];
    for (int row = 0; row < input.size(); row++) {
      RateRatio ratio = of(row, x1[row], t1[row], x0[row], t0[row], options.number("level"));
      double stability = ratio.stability(draws, options.seed(), options.threads());
      fill(values, row, ratio, stability);
      words[row] = ratio.word().name().toLowerCase(Locale.ROOT);
      certainty[row] = Certainty.of(stability).name().toLowerCase(Locale.ROOT);
      progress.done(row + 1, input.size());
    }
    Outcome.Table table = Outcome.table(
        Json.object()
            .put("method", name())
            .put("n", input.size())
            .put("seed", options.seed())
            .put(
                "parameters",
                Json.object()
                    .put("level", options.number("level"))
                    .put("draws", draws)
                    .build())
            .build(),
        input.size());
    String[] names = {
      "ratio",
      "median_ratio",
      "exact_lower",
      "exact_upper",
      "midp_lower",
      "midp_upper",
      "wald_lower",
      "wald_upper",
      "exact_p",
      "midp_p",
      "e_test_p",
      "n",
      "stability"
    };
    for (int i = 0; i < names.length; i++) {
      table.put(names[i], values[i]);
    }
    return table.put("word", words).put("certainty", certainty).build();
  }

  private static RateRatio of(int row, int x1, double t1, int x0, double t0, double level) {
    try {
      return RateRatio.of(new RateRatio.Parameters(x1, t1, x0, t0, level));
    } catch (IllegalArgumentException e) {
      throw Rows.named(row, e);
    }
  }

  private static void fill(double[][] values, int row, RateRatio ratio, double stability) {
    double[] all = {
      ratio.ratio(),
      ratio.medianRatio(),
      ratio.exact().lower(),
      ratio.exact().upper(),
      ratio.midP().lower(),
      ratio.midP().upper(),
      ratio.wald().lower(),
      ratio.wald().upper(),
      ratio.exactP(),
      ratio.midPValue(),
      ratio.eTestP(),
      ratio.n(),
      stability
    };
    for (int i = 0; i < all.length; i++) {
      values[i][row] = all[i];
    }
  }
}
