package se.samlad.benchmarks.place;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.grid.PlanePoints;

/** Made-up input, the same for the same size: points on 20 x 20 km, two thirds of them round centres, and counts of cells. */
final class PointsAndCounts {
  static final double SIDE = 20_000;
  private static final int CENTRES = 40;
  private static final double SPREAD = 700;

  private PointsAndCounts() {}

  static PlanePoints points(int n) {
    SeededRandom random = new SeededRandom(20_261_127);
    double[][] centres = new double[CENTRES][2];
    for (double[] centre : centres) {
      centre[0] = SIDE * random.nextDouble();
      centre[1] = SIDE * random.nextDouble();
    }
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double[] centre = centres[random.nextInt(CENTRES)];
      boolean anywhere = random.nextInt(3) == 0;
      x[i] = place(anywhere, centre[0], random);
      y[i] = place(anywhere, centre[1], random);
    }
    return PlanePoints.of(x, y);
  }

  private static double place(boolean anywhere, double centre, SeededRandom random) {
    double at = anywhere ? SIDE * random.nextDouble() : centre + SPREAD * random.nextNormal();
    return Math.rint(10 * Math.clamp(at, 1, SIDE - 1)) / 10;
  }

  /** Negative-binomial counts of mean 3 whose level rises and falls over the map. */
  static double[] counts(int side) {
    SeededRandom random = new SeededRandom(20_261_128);
    double[] counts = new double[side * side];
    for (int cell = 0; cell < counts.length; cell++) {
      double level = 1 + Math.sin(cell % side / 9.0) * Math.cos(Math.floorDiv(cell, side) / 7.0);
      counts[cell] = random.nextNegativeBinomial(0.2 + 2.8 * level, 0.5);
    }
    return counts;
  }

  static void write(Path folder, int[] sizes, int[] sides) throws IOException {
    Files.createDirectories(folder);
    for (int n : sizes) {
      PlanePoints points = points(n);
      try (PrintWriter out = writer(folder.resolve("points-" + n + ".csv"))) {
        out.println("x,y");
        for (int i = 0; i < n; i++) {
          out.printf(Locale.ROOT, "%.1f,%.1f%n", points.x(i), points.y(i));
        }
      }
    }
    for (int side : sides) {
      try (PrintWriter out = writer(folder.resolve("counts-" + side * side + ".csv"))) {
        out.println("value");
        for (double count : counts(side)) {
          out.printf(Locale.ROOT, "%.0f%n", count);
        }
      }
    }
  }

  private static PrintWriter writer(Path file) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
  }
}
