package se.samlad.benchmarks.aberration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samlad.analysis.Progress;
import se.samlad.analysis.aberration.Ears;
import se.samlad.analysis.aberration.FarringtonWeek;
import se.samlad.analysis.aberration.FlexibleFarrington;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.table.Csv;

/**
 * Makes weekly series, or judges them: {@code make FILE SERIES WEEKS SEED}, {@code ears FILE OUT} and {@code farrington FILE
 * OUT WEEKS}. A file has a column per series; the answers are the bounds, a column per series. Each judging prints the
 * seconds it took, reading and writing left out: the first time in the process, and the least of five.
 */
public final class TimeAberration {
  private static final int REPEATS = 5;

  /** Judges all series of a file. */
  private interface Judge {
    double[][] bounds(int[][] series);
  }

  private TimeAberration() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "make" ->
        Files.writeString(
            file,
            made(
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Long.parseLong(arguments[4])));
      case "ears" -> time(file, Path.of(arguments[2]), TimeAberration::ears);
      case "farrington" -> {
        int weeks = Integer.parseInt(arguments[3]);
        time(file, Path.of(arguments[2]), series -> farrington(series, weeks));
      }
      default ->
        throw new IllegalArgumentException(
            "make, ears or farrington, not \"%s\"".formatted(arguments[0]));
    }
  }

  /** Series with a season, counts negative binomial with dispersion 0.1. */
  static String made(int series, int weeks, long seed) {
    SeededRandom random = new SeededRandom(seed);
    double[] level = IntStream.range(0, series)
        .mapToDouble(i -> 3 + 20 * random.nextDouble())
        .toArray();
    StringBuilder out = new StringBuilder();
    out.append(
        IntStream.range(0, series).mapToObj(i -> "s" + (i + 1)).collect(Collectors.joining(",")));
    for (int week = 0; week < weeks; week++) {
      double season = 1 - 0.4 * Math.cos(2 * Math.PI * week / 52);
      String row = IntStream.range(0, series)
          .mapToObj(i -> Long.toString(random.nextNegativeBinomial(level[i] * season, 0.1)))
          .collect(Collectors.joining(","));
      out.append('\n').append(row);
    }
    return out.append('\n').toString();
  }

  static double[][] ears(int[][] series) {
    double[][] bounds = new double[series.length][];
    for (int i = 0; i < bounds.length; i++) {
      Ears.Parameters parameters = Ears.Parameters.of(Ears.Method.C1).withLeastDeviation(0);
      bounds[i] = Ears.run(series[i], 7, parameters).weeks().stream()
          .mapToDouble(Ears.Week::upper)
          .toArray();
    }
    return bounds;
  }

  /** The last weeks of each series. */
  static double[][] farrington(int[][] series, int weeks) {
    double[][] bounds = new double[series.length][];
    FlexibleFarrington.Parameters parameters = FlexibleFarrington.Parameters.defaults();
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] =
          FlexibleFarrington.run(series[i], series[i].length - weeks, parameters, Progress.silent())
              .weeks()
              .stream()
              .mapToDouble(FarringtonWeek::upper)
              .toArray();
    }
    return bounds;
  }

  private static void time(Path file, Path out, Judge judge) throws IOException {
    Csv csv = Csv.read(file);
    List<String> columns = csv.columns();
    int[][] series = columns.stream().map(csv::integers).toArray(int[][]::new);
    double first = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    double[][] bounds = {};
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      bounds = judge.bounds(series);
      double seconds = (System.nanoTime() - start) / 1e9;
      first = i == 0 ? seconds : first;
      least = Math.min(least, seconds);
    }
    Files.writeString(out, text(columns, bounds));
    System.out.printf(Locale.ROOT, "%.4f %.4f%n", first, least);
  }

  private static String text(List<String> columns, double[][] bounds) {
    StringBuilder out = new StringBuilder(String.join(",", columns));
    for (int row = 0; row < bounds[0].length; row++) {
      int at = row;
      out.append('\n')
          .append(IntStream.range(0, bounds.length)
              .mapToObj(i -> Double.isNaN(bounds[i][at]) ? "NA" : Double.toString(bounds[i][at]))
              .collect(Collectors.joining(",")));
    }
    return out.append('\n').toString();
  }
}
