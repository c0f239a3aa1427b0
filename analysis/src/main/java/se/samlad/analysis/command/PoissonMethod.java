package se.samlad.analysis.command;

import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.aberration.CountInterval;
import se.samlad.analysis.aberration.PoissonTest;
import se.samlad.analysis.aberration.PredictiveCount;
import se.samlad.analysis.table.Json;

/** {@code poisson}: a row per count, against an expected number or against its history. */
final class PoissonMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "poisson";
  }

  @Override
  public String summary() {
    return "Is a count more, or fewer, than expected (exact and mid-p)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("count", "count", "events seen"),
        Option.column("expected", "expected", "how many were to be expected, exactly known"),
        Option.column("history", "history", "in its place: events of past windows together"),
        Option.number("windows", "past windows, as long as now, that the history fills"),
        Option.number("dispersion", 0, "with a history: extra variance per squared mean"),
        Option.number("level", 0.95, "of the intervals"));
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    Outcome outcome =
        options.findNumber("windows").isPresent() ? history(input, options) : known(input, options);
    progress.done(input.size(), input.size());
    return outcome;
  }

  private Outcome known(Input input, Options options) {
    double level = options.number("level");
    int[] counts = input.counts(options.column("count"));
    double[] expected = input.numbers(options.column("expected"), 0, Double.MAX_VALUE);
    Numbers numbers = new Numbers(counts.length);
    for (int i = 0; i < counts.length; i++) {
      PoissonTest test = PoissonTest.of(counts[i], expected[i], level);
      numbers.moreP[i] = test.upperP();
      numbers.fewerP[i] = test.lowerP();
      numbers.moreMidP[i] = test.upperMidP();
      numbers.fewerMidP[i] = test.lowerMidP();
      numbers.exactLower[i] = test.exact().lower();
      numbers.exactUpper[i] = test.exact().upper();
      numbers.midPLower[i] = test.midP().lower();
      numbers.midPUpper[i] = test.midP().upper();
    }
    Json.Obj parameters = Json.object().put("level", level).build();
    return numbers.outcome(
        counts, expected, facts(counts.length, "of the true number", parameters));
  }

  private Outcome history(Input input, Options options) {
    double level = options.number("level");
    if (!(level > 0.5 && level < 1)) {
      throw new IllegalArgumentException("--level must be in (0.5, 1), not " + level);
    }
    double tail = (1 - level) / 2;
    double windows = options.number("windows");
    double dispersion = options.number("dispersion");
    int[] counts = input.counts(options.column("count"));
    int[] history = input.counts(options.column("history"));
    double[] expected = new double[counts.length];
    Numbers numbers = new Numbers(counts.length);
    for (int i = 0; i < counts.length; i++) {
      PredictiveCount count = new PredictiveCount(history[i], windows, dispersion);
      expected[i] = count.expected();
      numbers.moreP[i] = count.upperP(counts[i]);
      numbers.fewerP[i] = count.lowerP(counts[i]);
      numbers.moreMidP[i] = count.upperMidP(counts[i]);
      numbers.fewerMidP[i] = count.lowerMidP(counts[i]);
      numbers.exactLower[i] = count.exactLower(tail);
      numbers.exactUpper[i] = count.exactUpper(tail);
      CountInterval interval = count.interval(level);
      numbers.midPLower[i] = interval.lower();
      numbers.midPUpper[i] = interval.upper();
    }
    Json.Obj parameters = Json.object()
        .put("level", level)
        .put("windows", windows)
        .put("dispersion", dispersion)
        .build();
    return numbers.outcome(
        counts, expected, facts(counts.length, "of the count to be expected", parameters));
  }

  private Json.Obj facts(int n, String interval, Json.Obj parameters) {
    return Json.object()
        .put("method", name())
        .put("n", n)
        .put("interval", interval)
        .put("parameters", parameters)
        .build();
  }

  private static final class Numbers {
    private final double[] moreP;
    private final double[] fewerP;
    private final double[] moreMidP;
    private final double[] fewerMidP;
    private final double[] exactLower;
    private final double[] exactUpper;
    private final double[] midPLower;
    private final double[] midPUpper;

    Numbers(int n) {
      moreP = new double[n];
      fewerP = new double[n];
      moreMidP = new double[n];
      fewerMidP = new double[n];
      exactLower = new double[n];
      exactUpper = new double[n];
      midPLower = new double[n];
      midPUpper = new double[n];
    }

    Outcome outcome(int[] counts, double[] expected, Json.Obj facts) {
      return Outcome.table(facts, counts.length)
          .put("count", counts)
          .put("expected", expected)
          .put("more_p", moreP)
          .put("fewer_p", fewerP)
          .put("more_midp", moreMidP)
          .put("fewer_midp", fewerMidP)
          .put("exact_lower", exactLower)
          .put("exact_upper", exactUpper)
          .put("midp_lower", midPLower)
          .put("midp_upper", midPUpper)
          .build();
    }
  }
}
