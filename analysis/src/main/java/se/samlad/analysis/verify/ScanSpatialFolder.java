package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import se.samlad.analysis.Progress;
import se.samlad.analysis.interaction.Replicates;
import se.samlad.analysis.interaction.ScanCluster;
import se.samlad.analysis.interaction.ScanResult;
import se.samlad.analysis.interaction.ScanWindow;
import se.samlad.analysis.interaction.SpatialScan;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

/**
 * Purely spatial scans by R's SpatialEpi. The name of the folder says the model; the largest share of the population is a constant of the
 * run: Poisson 50 %, binomial 25 % (Pennsylvania) and 15 % (New York).
 */
final class ScanSpatialFolder implements FolderKind {

  private static final int REPLICATES = 999;

  @Override
  public String name() {
    return "scan_spatial";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv input = Csv.read(folder.resolve("input.csv"));
    Json expected = Json.read(folder.resolve("expected.json"));
    ScanResult ours = scan(input, folder.toAbsolutePath().getFileName().toString());
    List<Json> clusters = new ArrayList<>(List.of(expected.get("most_likely")));
    clusters.addAll(expected.get("secondary").items());
    for (int i = 0; i < clusters.size(); i++) {
      if (i < ours.clusters().size()) {
        compare(clusters.get(i), ours.clusters().get(i), input, findings);
      } else {
        findings.group("clusters found", 0).same("cluster " + (i + 1), "none");
      }
    }
  }

  private static ScanResult scan(Csv input, String folder) {
    double share = folder.endsWith("_poisson") ? 0.5 : folder.startsWith("NY") ? 0.15 : 0.25;
    SpatialScan scan = new SpatialScan(
        ScanWindow.upToShare(share),
        new Replicates(REPLICATES, 1, Runtime.getRuntime().availableProcessors()));
    double[] x = input.numbers("x");
    double[] y = input.numbers("y");
    double[] cases = input.numbers("cases");
    double[] population = input.numbers("population");
    return folder.endsWith("_poisson")
        ? scan.poisson(x, y, cases, input.numbers("expected"), population, Progress.silent())
        : scan.binomial(x, y, cases, population, Progress.silent());
  }

  private static void compare(Json expected, ScanCluster ours, Csv input, Findings findings) {
    TreeSet<Integer> ids = new TreeSet<>();
    Arrays.stream(expected.get("ids").numbers()).forEach(id -> ids.add((int) id));
    TreeSet<Integer> rows = new TreeSet<>();
    double population = 0;
    for (int row : ours.rows()) {
      rows.add((int) input.number(row, "id"));
      population += input.number(row, "population");
    }
    findings.group("members", 0).same(ids, rows);
    findings
        .group("cases and population", 1e-6)
        .compare(expected.get("cases").number(), ours.cases())
        .compare(expected.get("population").number(), population);
    findings
        .group("expected and ratio", Tolerance.relative(1e-8))
        .compare(expected.get("expected").number(), ours.expected())
        .compare(expected.get("smr").number(), ours.ratio());
    boolean binomial = !input.has("expected") || Double.isNaN(input.number(0, "expected"));
    findings
        .group("statistic", Tolerance.relative(1e-8))
        .compare(
            expected.get("llr").number(),
            binomial ? withCutTotal(ours, population, input) : ours.likelihoodRatio());
    MonteCarlo.compareP(findings, "p", expected.get("p").number(), ours.p(), REPLICATES);
  }

  /** SpatialEpi cuts the decimals of the sum of all cases in its binomial statistic; New York's estimates sum to 591.9998. */
  private static double withCutTotal(ScanCluster ours, double population, Csv input) {
    return SpatialScan.binomialStatistic(
        ours.cases(),
        population,
        Math.floor(Arrays.stream(input.numbers("cases")).sum()),
        Arrays.stream(input.numbers("population")).sum());
  }
}
