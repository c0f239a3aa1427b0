package se.samlad.analysis.verify;

import java.nio.file.Path;
import se.samlad.analysis.density.Bandwidth;
import se.samlad.analysis.density.BandwidthSearch;
import se.samlad.analysis.density.Kernel;
import se.samlad.analysis.density.KernelDensity;
import se.samlad.analysis.density.KernelDensity.Placement;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.SquareGrid;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

/** Quartic and Gaussian surfaces on a grid and at the points, and the bandwidth rules. */
final class KdeFolder implements FolderKind {

  private static final Tolerance DENSITY = new Tolerance(1e-9, true, 1e-3);
  private static final Tolerance RULE = Tolerance.relative(1e-9);
  private static final Tolerance SEARCHED = Tolerance.relative(0.05);

  @Override
  public String name() {
    return "kde";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv points = Csv.read(folder.resolve("points.csv"));
    PlanePoints events = PlanePoints.of(points.numbers("easting"), points.numbers("northing"));
    double[] weights = points.numbers("weight");
    Csv expected = Csv.read(folder.resolve("expected_grid.csv"));
    SquareGrid grid = grid(expected);
    double firstGaussian = 0;
    double firstQuartic = 0;
    for (String column : expected.columns()) {
      boolean gaussian = column.startsWith("gauss_sigma");
      if (gaussian || column.startsWith("quartic_h")) {
        double bandwidth = Double.parseDouble(column.replaceAll("[^0-9.]", ""));
        firstGaussian = gaussian && firstGaussian == 0 ? bandwidth : firstGaussian;
        firstQuartic = !gaussian && firstQuartic == 0 ? bandwidth : firstQuartic;
        Kernel kernel = gaussian ? Kernel.GAUSSIAN : Kernel.QUARTIC;
        double[] ours = of(kernel, bandwidth).on(grid, events, weights).perSquareKilometre();
        findings.group(column, DENSITY).compare(expected.numbers(column), ours);
      }
    }
    Csv at = Csv.read(folder.resolve("expected_at_points.csv"));
    KernelDensity gaussian = of(Kernel.GAUSSIAN, firstGaussian);
    KernelDensity quartic = of(Kernel.QUARTIC, firstQuartic);
    findings
        .group("at the points", DENSITY)
        .compare(at.numbers("gauss"), gaussian.at(events, events, weights))
        .compare(at.numbers("quartic"), quartic.at(events, events, weights))
        .compare(at.numbers("gauss_leave1out"), gaussian.leaveOneOut(events, weights));
    checkRules(events, Json.read(folder.resolve("expected_bandwidths.json")), findings);
  }

  private static KernelDensity of(Kernel kernel, double bandwidth) {
    return new KernelDensity(kernel, bandwidth, Placement.EXACT, 1);
  }

  /** The grid told by its numbered cells and their centres, which are inputs of the surface. */
  private static SquareGrid grid(Csv cells) {
    int[] columns = cells.integers("col");
    int[] rows = cells.integers("row");
    int last = cells.size() - 1;
    double east = cells.number(0, "e");
    double north = cells.number(0, "n");
    double side = (cells.number(last, "e") - east) / (columns[last] - columns[0]);
    return new SquareGrid(
        east - side / 2, north - side / 2, side, columns[last] + 1, rows[last] + 1);
  }

  private static void checkRules(PlanePoints events, Json expected, Findings findings) {
    Bandwidth.PerAxis nrd = Bandwidth.normalReferencePerAxis(events);
    Bandwidth.PerAxis silverman = Bandwidth.silvermanPerAxis(events);
    Bandwidth.PerAxis scott = Bandwidth.scottPerAxis(events);
    findings
        .group("bandwidth rules", RULE)
        .compare(expected.get("n").number(), events.size())
        .compare(expected.get("bw_nrd_x").number(), nrd.x())
        .compare(expected.get("bw_nrd_y").number(), nrd.y())
        .compare(expected.get("silverman_nrd0_x").number(), silverman.x())
        .compare(expected.get("silverman_nrd0_y").number(), silverman.y())
        .compare(expected.get("scott_x").number(), scott.x())
        .compare(expected.get("scott_y").number(), scott.y())
        .compare(expected.get("scott_iso").number(), Bandwidth.scott(events).meters())
        .compare(
            expected.get("mean_nn").number(), Bandwidth.meanNearest(events, 1).meters());
    BandwidthSearch search = new BandwidthSearch(events);
    findings
        .group("bandwidths searched", SEARCHED)
        .compare(expected.get("diggle_lscv").number(), search.diggle().meters())
        .compare(expected.get("ppl").number(), search.likelihood().meters())
        .compare(expected.get("CvL").number(), search.cronieVanLieshout().meters());
  }
}
