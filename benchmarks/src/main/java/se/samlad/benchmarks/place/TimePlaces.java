package se.samlad.benchmarks.place;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import se.samlad.analysis.autocorrelation.GetisOrd;
import se.samlad.analysis.autocorrelation.GetisOrd.Form;
import se.samlad.analysis.autocorrelation.LocalMoran;
import se.samlad.analysis.autocorrelation.Permutations;
import se.samlad.analysis.autocorrelation.Weighting;
import se.samlad.analysis.cluster.Dbscan;
import se.samlad.analysis.cluster.Hdbscan;
import se.samlad.analysis.density.Kernel;
import se.samlad.analysis.density.KernelDensity;
import se.samlad.analysis.density.KernelDensity.Placement;
import se.samlad.analysis.grid.NearestOther;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.SquareGrid;

/**
 * Times the methods of place: {@code [--threads N] [--largest N] [--only points|cells]}, or writes the input for other programs:
 * {@code --write FOLDER}. Prints a line for each task and size: the first run in milliseconds, the best of the next ones,
 * and a figure of the answer by which it can be compared.
 */
public final class TimePlaces {
  private static final int[] SIZES = {10_000, 100_000, 1_000_000};
  private static final int[] SIDES = {100, 316};
  private static final int RUNS = 100;
  private static final double LONG_ENOUGH = 2000;

  private final int threads;

  private TimePlaces(int threads) {
    this.threads = threads;
  }

  public static void main(String[] args) throws IOException {
    List<String> given = Arrays.asList(args);
    int largest = Integer.parseInt(value(given, "--largest", "1000000"));
    int[] sizes = Arrays.stream(SIZES).filter(n -> n <= largest).toArray();
    if (given.contains("--write")) {
      PointsAndCounts.write(Path.of(value(given, "--write", ".")), sizes, SIDES);
      return;
    }
    TimePlaces times = new TimePlaces(Integer.parseInt(value(given, "--threads", "1")));
    System.out.println("task,n,first_ms,best_ms,figure");
    String only = value(given, "--only", "");
    for (int n : only.equals("cells") ? new int[0] : sizes) {
      times.points(n);
    }
    for (int side : only.equals("points") ? new int[0] : SIDES) {
      times.cells(side);
    }
  }

  private static String value(List<String> given, String option, String standard) {
    int at = given.indexOf(option);
    return at < 0 || at + 1 == given.size() ? standard : given.get(at + 1);
  }

  private void points(int n) {
    PlanePoints points = PointsAndCounts.points(n);
    time(
        "nearest",
        n,
        () -> Arrays.stream(NearestOther.distances(points, threads)).sum());
    for (Placement placement : Placement.values()) {
      String where = switch (placement) {
        case EXACT -> "-exact";
        case EXPANDED -> "";
        case IN_CELLS -> "-cells";
      };
      time("kde-gauss-250" + where, n, () -> kde(points, Kernel.GAUSSIAN, 300, 250, placement));
      time("kde-gauss-50" + where, n, () -> kde(points, Kernel.GAUSSIAN, 300, 50, placement));
      time("kde-quartic-50" + where, n, () -> kde(points, Kernel.QUARTIC, 750, 50, placement));
    }
    time("dbscan", n, () -> new Dbscan(50, 10, threads).cluster(points).noise());
    time("hdbscan", n, () -> Hdbscan.of(points, 10, threads).treeWeight());
  }

  private double kde(
      PlanePoints points, Kernel kernel, double bandwidth, double cell, Placement placement) {
    int cells = (int) (PointsAndCounts.SIDE / cell);
    SquareGrid grid = new SquareGrid(0, 0, cell, cells, cells);
    double[] ones = KernelDensity.ones(points.size());
    return new KernelDensity(kernel, bandwidth, placement, threads)
        .on(grid, points, ones)
        .mass();
  }

  private void cells(int side) {
    int n = side * side;
    double[] counts = PointsAndCounts.counts(side);
    Neighbours queen = Neighbours.queen(side, side);
    Permutations none = Permutations.NONE;
    Permutations many = Permutations.of(999, 1).onThreads(threads);
    Permutations some = Permutations.of(99, 1).onThreads(threads);
    time("gistar", n, () -> star(counts, queen, none).z()[n / 2]);
    time("moran", n, () -> moran(counts, queen, none).moment().z()[n / 2]);
    time("moran-perm99", n, () -> moran(counts, queen, some).permuted().p()[n / 2]);
    time("moran-perm999", n, () -> moran(counts, queen, many).permuted().p()[n / 2]);
    if (side == SIDES[0]) {
      time("gistar-perm999", n, () -> star(counts, queen, many).permutationP()[n / 2]);
    }
  }

  private static GetisOrd.Result star(double[] counts, Neighbours queen, Permutations how) {
    return new GetisOrd(Form.GI_STAR, Weighting.BINARY, how).of(counts, queen);
  }

  private static LocalMoran.Result moran(double[] counts, Neighbours queen, Permutations how) {
    return new LocalMoran(LocalMoran.Parameters.DEFAULT.with(how)).statistics(counts, queen);
  }

  /** Stops repeating when a task has had some seconds. */
  private void time(String task, int n, DoubleSupplier work) {
    double first = 0;
    double best = Double.POSITIVE_INFINITY;
    double all = 0;
    double figure = 0;
    for (int run = 0; run < RUNS && (run < 2 || all < LONG_ENOUGH); run++) {
      long start = System.nanoTime();
      figure = work.getAsDouble();
      double millis = (System.nanoTime() - start) / 1e6;
      first = run == 0 ? millis : first;
      best = run == 0 ? best : Math.min(best, millis);
      all += millis;
    }
    System.out.printf(Locale.ROOT, "%s,%d,%.1f,%.1f,%.6g%n", task, n, first, best, figure);
  }
}
