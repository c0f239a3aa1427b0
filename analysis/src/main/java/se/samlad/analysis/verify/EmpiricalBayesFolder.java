package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.util.Arrays;
import se.samlad.analysis.distribution.Poisson;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.rates.AreaCounts;
import se.samlad.analysis.rates.EmpiricalBayes;
import se.samlad.analysis.rates.EmpiricalBayes.LocalSpread;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

/** Smoothed rates of areas, Choynowski's probabilities and Moran's I of rates. */
final class EmpiricalBayesFolder implements FolderKind {

  private static final Tolerance TOLERANCE = Tolerance.relative(1e-10, 1e-9);

  @Override
  public String name() {
    return "empirical_bayes";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv input = Csv.read(folder.resolve("input.csv"));
    AreaCounts areas = new AreaCounts(input.numbers("cases"), input.numbers("population"));
    Neighbours neighbours = PairsFile.read(folder, areas.size());
    Csv expected = Csv.read(folder.resolve("expected.csv"));
    EmpiricalBayes.Result global = EmpiricalBayes.global(areas);
    compare(findings, expected, "raw", areas.rates());
    compare(findings, expected, "eb_global", global.smoothed());
    compare(
        findings,
        expected,
        "eb_global_binomial",
        EmpiricalBayes.globalBinomial(areas).smoothed());
    EmpiricalBayes.Result local =
        EmpiricalBayes.local(areas, neighbours, LocalSpread.MEANS_OF_NEIGHBOURS);
    compare(findings, expected, "eb_local", local.smoothed());
    compare(
        findings,
        expected,
        "eb_local_geoda",
        EmpiricalBayes.local(areas, neighbours, LocalSpread.OWN_MEAN).smoothed());
    compare(findings, expected, "expected", areas.expected());
    compare(findings, expected, "relative_risk", relativeRisk(areas));
    compare(findings, expected, "choynowski_p", choynowski(areas));
    Json parameters = Json.read(folder.resolve("expected_parameters.json"));
    findings
        .group("prior mean and variance", Tolerance.relative(1e-10))
        .compare(parameters.get("parameters").get("a").number(), global.priorVariance()[0])
        .compare(parameters.get("parameters").get("b").number(), global.priorMean()[0]);
    Json first = parameters.get("local_parameters_first5");
    findings
        .group("local prior of the first five", TOLERANCE)
        .compare(first.get("a").numbers(), Arrays.copyOf(local.priorVariance(), 5))
        .compare(first.get("m").numbers(), Arrays.copyOf(local.priorMean(), 5));
    findings
        .group("Moran's I of rates", TOLERANCE)
        .compare(parameters.get("EBI_moran").number(), EmpiricalBayes.moran(areas, neighbours));
  }

  /** A missing value is the reference's 0 / 0 where a whole neighbourhood is without cases: 0 here. */
  private static void compare(Findings findings, Csv expected, String column, double[] ours) {
    double[] theirs = expected.numbers(column);
    for (int i = 0; i < theirs.length; i++) {
      theirs[i] = Double.isNaN(theirs[i]) ? 0 : theirs[i];
    }
    findings.group(column, TOLERANCE).compare(theirs, ours);
  }

  private static double[] relativeRisk(AreaCounts areas) {
    double[] expected = areas.expected();
    double[] cases = areas.cases();
    double[] risk = new double[cases.length];
    Arrays.setAll(risk, i -> 100 * cases[i] / expected[i]);
    return risk;
  }

  /** The lower tail throughout, as the expected values have it. */
  private static double[] choynowski(AreaCounts areas) {
    double[] expected = areas.expected();
    double[] cases = areas.cases();
    double[] p = new double[cases.length];
    Arrays.setAll(p, i -> new Poisson(expected[i]).atMost((long) cases[i]));
    return p;
  }
}
