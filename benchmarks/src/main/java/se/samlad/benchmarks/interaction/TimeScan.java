package se.samlad.benchmarks.interaction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import se.samlad.analysis.Progress;
import se.samlad.analysis.interaction.Bands;
import se.samlad.analysis.interaction.Knox;
import se.samlad.analysis.interaction.Replicates;
import se.samlad.analysis.interaction.ScanDistance;
import se.samlad.analysis.interaction.ScanResult;
import se.samlad.analysis.interaction.ScanWindow;
import se.samlad.analysis.interaction.SpaceTimePermutationScan;

/**
 * Times scans and near-repeats on a made-up town, one run a process: {@code prospective|retrospective EVENTS REPLICATES THREADS}, {@code
 * knox EVENTS REPLICATES THREADS}, {@code knox3x3 ...}, or writes the input for others: {@code write EVENTS FOLDER}. Prints what was found
 * and the seconds inside the process.
 */
public final class TimeScan {

  private static final double SQUARE = 500;
  private static final double RADIUS = 1500;
  private static final int LONGEST = 28;

  private TimeScan() {}

  public static void main(String[] args) throws IOException {
    int events = Integer.parseInt(args[1]);
    SyntheticTown town = SyntheticTown.of(events);
    if (args[0].equals("write")) {
      Path folder = Path.of(args[2]);
      town.inSquares(SQUARE).writeForSatScan(folder);
      town.writeTable(folder.resolve("town.csv"));
      return;
    }
    Replicates replicates = new Replicates(Integer.parseInt(args[2]), 1, Integer.parseInt(args[3]));
    long start = System.nanoTime();
    String found = switch (args[0]) {
      case "prospective" -> scan(town, ScanWindow.Direction.PROSPECTIVE, replicates);
      case "retrospective" -> scan(town, ScanWindow.Direction.RETROSPECTIVE, replicates);
      case "knox" -> knox(town, Bands.upTo(200), Bands.upTo(14), replicates);
      case "knox3x3" -> knox(town, Bands.upTo(100, 200, 400), Bands.upTo(7, 14, 21), replicates);
      default -> throw new IllegalArgumentException("There is no " + args[0]);
    };
    System.out.printf(
        Locale.ROOT,
        "%s %d events, %d replicates, %d threads: %.2f s; %s%n",
        args[0],
        events,
        replicates.count(),
        replicates.threads(),
        (System.nanoTime() - start) / 1e9,
        found);
  }

  private static String scan(
      SyntheticTown town, ScanWindow.Direction direction, Replicates replicates) {
    SyntheticTown squares = town.inSquares(SQUARE);
    ScanWindow window = new ScanWindow(RADIUS, 0.5, LONGEST, direction, 2, ScanDistance.PLANE);
    ScanResult result = new SpaceTimePermutationScan(window, replicates)
        .scan(
            squares.x(), squares.y(), squares.day(), 0, SyntheticTown.DAYS - 1, Progress.silent());
    return String.format(
        Locale.ROOT,
        "%d places, largest %.6f, p %.3f, 95 %% of maxima %.4f",
        result.places(),
        result.clusters().get(0).likelihoodRatio(),
        result.clusters().get(0).p(),
        result.maxima().quantile(0.95));
  }

  private static String knox(SyntheticTown town, Bands space, Bands time, Replicates replicates) {
    double[] days = new double[town.day().length];
    for (int i = 0; i < days.length; i++) {
      days[i] = town.day()[i];
    }
    Knox.Result result = new Knox(
            space,
            time,
            Knox.Metric.EUCLIDEAN,
            false,
            replicates.count(),
            replicates.seed(),
            replicates.threads())
        .test(town.x(), town.y(), days, Progress.silent());
    return String.format(
        Locale.ROOT,
        "first cell %d pairs, ratio %.3f, p %.3f",
        result.cell(0, 0).observed(),
        result.cell(0, 0).ratio(),
        result.cell(0, 0).p());
  }
}
