package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.interaction.BandClosure;
import se.samlad.analysis.interaction.Bands;
import se.samlad.analysis.interaction.Knox;
import se.samlad.analysis.table.Csv;

/**
 * Near-repeats in the two layouts there are: tables of nested bands with a Poisson approximation, and tables of separate bands with ratios
 * for both closures and both metrics. Bands and numbers of permutations are those the READMEs name.
 */
final class KnoxFolder implements FolderKind {

  private static final int OURS = 1999;
  private static final int ENOUGH_FOR_A_RATIO = 30;

  @Override
  public String name() {
    return "knox";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv expected = Csv.read(folder.resolve("expected_knox.csv"));
    Csv events = Csv.read(folder.resolve("events.csv"));
    double[] x = events.numbers("x");
    double[] y = events.numbers("y");
    double[] times = events.numbers(events.has("t") ? "t" : "day");
    if (expected.has("side")) {
      separate(expected, x, y, times, findings);
    } else {
      nested(expected, x, y, times, findings);
    }
  }

  private static void nested(Csv expected, double[] x, double[] y, double[] times, Findings all) {
    double[] space = borders(expected, "eps_s");
    double[] time = borders(expected, "eps_t");
    Knox knox = new Knox(
        Bands.upTo(space), Bands.upTo(time), Knox.Metric.EUCLIDEAN, true, OURS, 1, processors());
    Knox.Result result = knox.test(x, y, times, Progress.silent());
    int replicates = x.length == 400 ? 999 : 499;
    for (int row = 0; row < expected.size(); row++) {
      int s = Arrays.binarySearch(space, expected.number(row, "eps_s"));
      int t = Arrays.binarySearch(time, expected.number(row, "eps_t"));
      Knox.Cell cell = result.cell(s, t);
      all.group("observed", 0).compare(expected.number(row, "observed"), cell.observed());
      all.group("pairs", 0)
          .compare(expected.number(row, "pairs"), result.pairs())
          .compare(expected.number(row, "close_space"), sum(result.closeInSpace(), s))
          .compare(expected.number(row, "close_time"), sum(result.closeInTime(), t));
      all.group("expected by Poisson", Tolerance.relative(1e-12))
          .compare(expected.number(row, "expected_poisson"), cell.expected());
      all.group("p by Poisson", Tolerance.relative(1e-9))
          .compare(expected.number(row, "p_poisson"), cell.poissonMore());
      MonteCarlo.compareP(
          all, "p by permutation", expected.number(row, "p_permutation"), cell.p(), replicates);
    }
  }

  private static void separate(
      Csv expected, double[] x, double[] y, double[] times, Findings findings) {
    for (String side : expected.distinct("side")) {
      for (String metric : expected.distinct("metric")) {
        Csv part = expected.where("side", side).where("metric", metric);
        if (part.size() == 0) {
          continue;
        }
        BandClosure closure =
            side.equals("left") ? BandClosure.UPPER_INCLUDED : BandClosure.LOWER_INCLUDED;
        double[] space = borders(part, "s_upper");
        double[] time = borders(part, "t_upper");
        Knox knox = new Knox(
            new Bands(space, closure),
            new Bands(time, closure),
            metric.equals("euclidean") ? Knox.Metric.EUCLIDEAN : Knox.Metric.MANHATTAN,
            false,
            OURS,
            1,
            processors());
        compare(part, knox.test(x, y, times, Progress.silent()), space, time, findings);
      }
    }
  }

  private static void compare(
      Csv part, Knox.Result result, double[] space, double[] time, Findings findings) {
    for (int row = 0; row < part.size(); row++) {
      Knox.Cell cell = result.cell(
          Arrays.binarySearch(space, part.number(row, "s_upper")),
          Arrays.binarySearch(time, part.number(row, "t_upper")));
      findings.group("observed", 0).compare(part.number(row, "observed"), cell.observed());
      if (cell.observed() >= ENOUGH_FOR_A_RATIO) {
        findings
            .group("ratio", Tolerance.relative(0.03))
            .compare(part.number(row, "ratio_median"), cell.ratio())
            .compare(part.number(row, "ratio_mean"), cell.ratioToMean());
      }
      int replicates = (int) part.number(row, "iterations");
      MonteCarlo.compareP(
          findings, "p by permutation", part.number(row, "p"), cell.p(), replicates);
    }
  }

  private static double[] borders(Csv table, String column) {
    return Arrays.stream(table.numbers(column)).distinct().sorted().toArray();
  }

  private static long sum(List<Long> bands, int last) {
    return bands.subList(0, last + 1).stream().mapToLong(Long::longValue).sum();
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
