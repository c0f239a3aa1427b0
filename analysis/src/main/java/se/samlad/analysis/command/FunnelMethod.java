package se.samlad.analysis.command;

import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.rates.AreaCounts;
import se.samlad.analysis.rates.FunnelLimits;
import se.samlad.analysis.rates.RateIntervals;
import se.samlad.analysis.rates.RateIntervals.Interval;
import se.samlad.analysis.table.Json;

/** {@code funnel}: a row per area with its limits and exact interval. */
final class FunnelMethod implements AnalyseMethod {

  @Override
  public String name() {
    return "funnel";
  }

  @Override
  public String summary() {
    return "Which areas differ from the whole by more than chance (funnel limits)?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Places.ID,
        EmpiricalBayesMethod.CASES,
        EmpiricalBayesMethod.POPULATION,
        Option.number("level", 0.95, "of the inner limits and of the interval of each rate"),
        Option.number("outer-level", 0.998, "of the outer limits"));
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    AreaCounts areas = EmpiricalBayesMethod.areas(input, options);
    FunnelLimits.Result funnel = FunnelLimits.of(areas);
    double[] expected = funnel.expected();
    double[] cases = areas.cases();
    double[] population = areas.population();
    double level = level(options, "level");
    double outer = level(options, "outer-level");
    double[] low = new double[funnel.n()];
    double[] high = new double[funnel.n()];
    for (int i = 0; i < low.length; i++) {
      Interval interval = RateIntervals.exact(cases[i], population[i], level);
      low[i] = interval.low();
      high[i] = interval.high();
    }
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", funnel.n())
        .put("overallRate", funnel.overallRate())
        .put("phi", funnel.phi())
        .put("level", level)
        .put("outerLevel", outer)
        .build();
    Outcome.Table table = Outcome.table(facts, funnel.n())
        .put("id", Places.names(input, options))
        .put("expected", expected)
        .put("ratio", funnel.ratio())
        .put("z", funnel.z())
        .put("adjusted_z", funnel.adjustedZ())
        .put("outer_low", limits(expected, (1 - outer) / 2, funnel.phi()))
        .put("low", limits(expected, (1 - level) / 2, funnel.phi()))
        .put("high", limits(expected, (1 + level) / 2, funnel.phi()))
        .put("outer_high", limits(expected, (1 + outer) / 2, funnel.phi()))
        .put("rate", areas.rates())
        .put("rate_low", low)
        .put("rate_high", high);
    progress.done(input.size(), input.size());
    return input.hasPlaces() ? table.shapes(input.shapes()).build() : table.build();
  }

  private static double level(Options options, String name) {
    double level = options.number(name);
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("--%s must be in (0, 1), not %s".formatted(name, level));
    }
    return level;
  }

  private static double[] limits(double[] expected, double probability, double phi) {
    double[] limits = new double[expected.length];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = FunnelLimits.shown(expected[i], probability, phi);
    }
    return limits;
  }
}
