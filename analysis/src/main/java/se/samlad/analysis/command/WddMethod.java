package se.samlad.analysis.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.samlad.analysis.Progress;
import se.samlad.analysis.effect.BeforeAfter;
import se.samlad.analysis.effect.EffectDesign;
import se.samlad.analysis.effect.Estimate;
import se.samlad.analysis.effect.Verdict;
import se.samlad.analysis.effect.WeightedDisplacementDifference;
import se.samlad.analysis.table.Json;

/** {@code wdd}: a row for each comparison of target, buffer and controls, with the words of effect. */
final class WddMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "wdd";
  }

  @Override
  public String summary() {
    return "How many fewer, here and in the surroundings, than the controls let expect (WDD)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.text(
            "areas",
            "t,c,dt,dc",
            "first part of the columns of target, control, buffer and its control, each with _pre and _post; without dt no buffer, without dc the control is shared"),
        Option.number(
            "time-before", 1, "length of the period before, where there is no column time_pre"),
        Option.number(
            "time-after", 1, "length of the period after, where there is no column time_post"),
        Option.number("dispersion", 1, "variance over mean of the counts"),
        Option.number("level", 0.90, "level of the intervals"),
        Option.number(
            "freedom", "degrees of freedom behind an estimated dispersion; none when it is known"),
        Option.whole(
            "weeks-after", 4, "weeks of follow-up so far, for how many more would settle it"),
        Option.whole("draws", 1000, "parametric draws for the stability of the words"));
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    String[] areas = options.text("areas").split(",", -1);
    if (areas.length < 2 || areas.length > 4) {
      throw new IllegalArgumentException("--areas takes two to four names, as t,c,dt,dc");
    }
    Verdict.Parameters parameters = new Verdict.Parameters(
        options.number("level"),
        options.number("dispersion"),
        options.findNumber("freedom").orElse(Double.POSITIVE_INFINITY),
        options.whole("weeks-after"),
        104,
        options.whole("draws"),
        options.seed());
    double[][] values = new double[12][input.size()];
    String[][] words = new String[3][input.size()];
    for (int row = 0; row < input.size(); row++) {
      fill(values, words, row, Verdict.of(design(input, row, areas, options), parameters));
      progress.done(row + 1, input.size());
    }
    Outcome.Table table = Outcome.table(facts(input, options), input.size());
    String[] names = {
      "local", "local_error", "local_lower", "local_upper", "displacement", "displacement_error",
      "displacement_lower", "displacement_upper", "total", "total_error", "z", "stability"
    };
    for (int i = 0; i < names.length; i++) {
      table.put(names[i], values[i]);
    }
    return table
        .put("effect", words[0])
        .put("movement", words[1])
        .put("certainty", words[2])
        .build();
  }

  private static void fill(double[][] values, String[][] words, int row, Verdict verdict) {
    WeightedDisplacementDifference wdd = verdict.difference();
    Estimate.Interval local = wdd.local().interval(verdict.parameters().level());
    Estimate.Interval moved = wdd.displacement().interval(verdict.parameters().level());
    double[] all = {
      wdd.local().value(), wdd.local().error(), local.lower(), local.upper(),
      wdd.displacement().value(), wdd.displacement().error(), moved.lower(), moved.upper(),
      wdd.total().value(), wdd.total().error(), wdd.total().z(), verdict.movementStability()
    };
    for (int i = 0; i < all.length; i++) {
      values[i][row] = all[i];
    }
    words[0][row] = verdict.effect().name().toLowerCase(Locale.ROOT);
    words[1][row] = switch (verdict.movement()) {
      case Verdict.Movement.NotAsked none -> "not_asked";
      case Verdict.Movement.NotMeasured none -> "not_measured";
      case Verdict.Movement.Moved share -> "moved";
      case Verdict.Movement.NoVisibleMove none -> "no_visible_move";
      case Verdict.Movement.MoveUndecided weeks -> "undecided";
    };
    words[2][row] = verdict.movementCertainty().name().toLowerCase(Locale.ROOT);
  }

  private static Json.Obj facts(Input input, Options options) {
    return Json.object()
        .put("method", "wdd")
        .put("n", input.size())
        .put("seed", options.seed())
        .put(
            "parameters",
            Json.object()
                .put("dispersion", options.number("dispersion"))
                .put("level", options.number("level"))
                .put("draws", options.whole("draws"))
                .build())
        .build();
  }

  private static EffectDesign design(Input input, int row, String[] areas, Options options) {
    try {
      return new EffectDesign(
          pair(input, row, areas[0], options),
          pair(input, row, areas[1], options),
          find(input, row, areas, 2, options),
          find(input, row, areas, 3, options));
    } catch (IllegalArgumentException e) {
      throw Rows.named(row, e);
    }
  }

  private static Optional<BeforeAfter> find(
      Input input, int row, String[] areas, int at, Options options) {
    boolean there =
        at < areas.length && (options.isGiven("areas") || input.has(areas[at] + "_pre"));
    return there ? Optional.of(pair(input, row, areas[at], options)) : Optional.empty();
  }

  private static BeforeAfter pair(Input input, int row, String area, Options options) {
    return BeforeAfter.of(input.number(row, area + "_pre"), input.number(row, area + "_post"))
        .over(
            input.has("time_pre") ? input.number(row, "time_pre") : options.number("time-before"),
            input.has("time_post") ? input.number(row, "time_post") : options.number("time-after"),
            input.has("area_" + area) ? input.number(row, "area_" + area) : 1);
  }
}
