package se.samlad.analysis.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import se.samlad.analysis.interaction.ScanCluster;
import se.samlad.analysis.interaction.ScanResult;
import se.samlad.analysis.table.Json;

/** Runs of SaTScan: every cluster it gives a p-value below one half, and the quantiles of its simulated maxima. */
final class ScanSpacetimeFolder implements FolderKind {

  private static final double COMPARED_BELOW = 0.5;

  @Override
  public String name() {
    return "scan_spacetime";
  }

  @Override
  public void check(Path folder, Findings findings) {
    SatScanInput input = SatScanInput.read(folder);
    ScanResult ours = SatScanRun.of(input);
    Json expected = Json.read(folder.resolve("expected.json"));
    List<Json> clusters = expected.get("clusters").items();
    for (int i = 0; i < clusters.size(); i++) {
      if (clusters.get(i).get("p").number() < COMPARED_BELOW) {
        if (i < ours.clusters().size()) {
          compare(clusters.get(i), ours.clusters().get(i), input, findings);
        } else {
          findings.group("clusters found", 0).same("cluster " + (i + 1), "none");
        }
      }
    }
    expected
        .get("simulated_max_llr_quantiles")
        .fields()
        .forEach((share, value) -> findings
            .group("quantiles of simulated maxima", Tolerance.relative(0.05))
            .compare(value.number(), ours.maxima().quantile(Double.parseDouble(share))));
  }

  private static void compare(
      Json expected, ScanCluster ours, SatScanInput input, Findings findings) {
    TreeSet<String> members = new TreeSet<>();
    expected.get("members").items().forEach(member -> members.add(member.text()));
    TreeSet<String> rows = new TreeSet<>();
    ours.rows().forEach(row -> rows.add(input.ids().get(row)));
    findings.group("members", 0).same(members, rows);
    expected
        .find("time_frame")
        .ifPresent(frame -> findings.group("time frame", 0).same(frame.text(), frame(ours, input)));
    findings.group("observed", 0).compare(expected.get("observed").number(), ours.cases());
    findings
        .group("expected, as printed", Tolerance.relative(1e-3))
        .compare(
            expected.get("expected").number(),
            asPrinted(expected.get("expected").number(), ours.expected()));
    findings
        .group("test statistic", Tolerance.relative(1e-5))
        .compare(
            expected.find("test_statistic").orElseGet(() -> expected.get("llr")).number(),
            ours.likelihoodRatio());
    MonteCarlo.compareP(findings, "p", expected.get("p").number(), ours.p(), input.replicates());
  }

  /** Our value with as many decimals as the report prints. */
  private static double asPrinted(double printed, double ours) {
    int decimals = Math.max(0, BigDecimal.valueOf(printed).scale());
    return BigDecimal.valueOf(ours).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }

  private static String frame(ScanCluster cluster, SatScanInput input) {
    LocalDate start = input.date("StartDate");
    boolean years = input.number("TimeAggregationUnits") == 1;
    LocalDate first =
        years ? start.plusYears(cluster.firstDay()) : start.plusDays(cluster.firstDay());
    LocalDate last = years
        ? start.plusYears(cluster.lastDay() + 1L).minusDays(1)
        : start.plusDays(cluster.lastDay());
    return text(first) + " to " + text(last);
  }

  private static String text(LocalDate day) {
    return String.format(
        Locale.ROOT, "%d/%d/%d", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}
