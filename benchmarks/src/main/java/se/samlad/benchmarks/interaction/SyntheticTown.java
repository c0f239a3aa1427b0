package se.samlad.benchmarks.interaction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TreeMap;
import se.samlad.analysis.distribution.SeededRandom;

/**
 * Events of a made-up town, always the same for the same number: two thirds round twelve centres, one third anywhere in 12 x 12 km, over
 * 730 days. Coordinates are whole metres in SWEREF 99 TM.
 *
 * @param x easting
 * @param y northing
 * @param day 0 to 729
 */
record SyntheticTown(double[] x, double[] y, int[] day) {

  static final int DAYS = 730;
  static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final double SIDE = 12_000;
  private static final int CENTRES = 12;

  static SyntheticTown of(int events) {
    SeededRandom random = new SeededRandom(20261127);
    double[][] centres = new double[CENTRES][2];
    for (double[] centre : centres) {
      centre[0] = SIDE * random.nextDouble();
      centre[1] = SIDE * random.nextDouble();
    }
    SyntheticTown town = new SyntheticTown(new double[events], new double[events], new int[events]);
    for (int i = 0; i < events; i++) {
      double[] centre = centres[random.nextInt(CENTRES)];
      boolean anywhere = random.nextInt(3) == 0;
      town.x[i] = 580_000 + Math.rint(place(anywhere, centre[0], random));
      town.y[i] = 6_580_000 + Math.rint(place(anywhere, centre[1], random));
      town.day[i] = random.nextInt(DAYS);
    }
    return town;
  }

  private static double place(boolean anywhere, double centre, SeededRandom random) {
    return anywhere
        ? SIDE * random.nextDouble()
        : Math.clamp(centre + 700 * random.nextNormal(), 0, SIDE - 1);
  }

  /** The same events at the middles of squares. */
  SyntheticTown inSquares(double side) {
    SyntheticTown town = new SyntheticTown(x.clone(), y.clone(), day);
    for (int i = 0; i < x.length; i++) {
      town.x[i] = Math.floor(x[i] / side) * side + side / 2;
      town.y[i] = Math.floor(y[i] / side) * side + side / 2;
    }
    return town;
  }

  /** Writes the events as SaTScan reads them: town.cas and town.geo. */
  void writeForSatScan(Path folder) throws IOException {
    StringBuilder cases = new StringBuilder();
    TreeMap<String, String> places = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      String id = String.format(Locale.ROOT, "c%.0f_%.0f", x[i], y[i]);
      places.put(id, String.format(Locale.ROOT, "%s %.1f %.1f%n", id, x[i], y[i]));
      LocalDate date = FIRST_DAY.plusDays(day[i]);
      cases.append(String.format(
          Locale.ROOT,
          "%s 1 %d/%d/%d%n",
          id,
          date.getYear(),
          date.getMonthValue(),
          date.getDayOfMonth()));
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("town.cas"), cases);
    Files.writeString(folder.resolve("town.geo"), String.join("", places.values()));
  }

  /** Writes the events as a table: x,y,t. */
  void writeTable(Path file) throws IOException {
    StringBuilder table = new StringBuilder("x,y,t\n");
    for (int i = 0; i < x.length; i++) {
      table.append(String.format(Locale.ROOT, "%.0f,%.0f,%d%n", x[i], y[i], day[i]));
    }
    Files.writeString(file, table);
  }
}
