package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.util.Arrays;
import se.samlad.analysis.rates.AreaCounts;
import se.samlad.analysis.rates.FunnelLimits;
import se.samlad.analysis.rates.RateIntervals;
import se.samlad.analysis.rates.RateIntervals.Interval;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

/** Funnel limits with overdispersion, and intervals of rates at 95 %. */
final class FunnelFolder implements FolderKind {

  private static final Tolerance TOLERANCE = Tolerance.relative(1e-9, 1e-3);

  /** The reference finds exact intervals by a root finder that stops up to 2.4e-5 short of the root. */
  private static final Tolerance ROOT_FINDER = Tolerance.relative(5e-5, 1e-6);

  private static final String[] PROBABILITIES = {"0.001", "0.025", "0.975", "0.999"};

  @Override
  public String name() {
    return "funnel";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv input = Csv.read(folder.resolve("input.csv"));
    AreaCounts areas = new AreaCounts(input.numbers("cases"), input.numbers("population"));
    FunnelLimits.Result funnel = FunnelLimits.of(areas);
    Csv expected = Csv.read(folder.resolve("expected.csv"));
    compare(findings, expected, "expected", funnel.expected());
    compare(findings, expected, "ratio", funnel.ratio());
    compare(findings, expected, "rate", areas.rates());
    compare(findings, expected, "z_sqrt", funnel.z());
    compare(findings, expected, "z_adj", funnel.adjustedZ());
    for (String text : PROBABILITIES) {
      double p = Double.parseDouble(text);
      compare(
          findings,
          expected,
          "funnel_interp_" + text,
          Arrays.stream(funnel.expected())
              .map(mean -> FunnelLimits.limit(mean, p))
              .toArray());
      compare(
          findings,
          expected,
          "funnel_qpois_" + text,
          Arrays.stream(funnel.expected())
              .map(mean -> FunnelLimits.staircase(mean, p))
              .toArray());
    }
    checkIntervals(areas, expected, findings);
    Json whole = Json.read(folder.resolve("expected.json"));
    findings
        .group("phi and overall rate", TOLERANCE)
        .compare(whole.get("phi").number(), funnel.phi())
        .compare(whole.get("overall_rate").number(), funnel.overallRate());
  }

  private static void checkIntervals(AreaCounts areas, Csv expected, Findings findings) {
    double[] cases = areas.cases();
    double[] population = areas.population();
    for (int i = 0; i < cases.length; i++) {
      interval(findings, expected, i, "exact", RateIntervals.exact(cases[i], population[i], 0.95));
      interval(findings, expected, i, "byar", RateIntervals.byar(cases[i], population[i], 0.95));
      interval(findings, expected, i, "wald", RateIntervals.wald(cases[i], population[i], 0.95));
    }
  }

  private static void interval(
      Findings findings, Csv expected, int area, String kind, Interval ours) {
    findings
        .group(kind + " interval", kind.equals("exact") ? ROOT_FINDER : TOLERANCE)
        .compare(expected.number(area, kind + "_lo"), ours.low())
        .compare(expected.number(area, kind + "_hi"), ours.high());
  }

  private static void compare(Findings findings, Csv expected, String column, double[] ours) {
    findings.group(column, TOLERANCE).compare(expected.numbers(column), ours);
  }
}
