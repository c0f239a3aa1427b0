package se.samlad.analysis.interaction;

import java.util.Arrays;
import java.util.function.Supplier;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.interaction.SpaceTimePoissonWindows.Data;

/**
 * Where and when have there been more cases than what was expected there and then (Swedish: svepstatistik mot förväntat antal)?
 *
 * <p>Terms: cases and expected cases per place and step of time (day, month, year); the window is a circle and a run of steps. The statistic
 * is the Poisson likelihood ratio as in {@link SpatialScan}; expected cases come from a population and covariates
 * ({@link StandardisedExpected}) or from anything else, and are scaled to sum to the cases.
 *
 * <p>Edges: no cases, one place with one step, or cases just as expected: no cluster. NaN, negative values and cases where nothing is
 * expected anywhere are refused; so are more than {@value #MOST_CELLS} places x steps.
 *
 * <p>Method: as {@link SpaceTimePermutationScan}, with the least sum of expected cases kept for every number of cases; a replicate deals the
 * cases over places and steps by what is expected. Cost per replicate: cases + neighbours x (steps + steps with a case x longest window).
 * Memory: 4 bytes a neighbour and 16 bytes a place and step for each thread.
 *
 * <p>Source: Kulldorff, Athas, Feuer, Miller and Key 1998, American Journal of Public Health 88:1377-1380; Kulldorff 2001, JRSS A 164:61-72.
 */
public final class SpaceTimePoissonScan {

  /** More places x steps than this are refused. */
  public static final int MOST_CELLS = 20_000_000;

  private final ScanWindow window;
  private final Replicates replicates;

  public SpaceTimePoissonScan(ScanWindow window, Replicates replicates) {
    this.window = window;
    this.replicates = replicates;
  }

  /**
   * Scans counts.
   *
   * @param x per row
   * @param y per row
   * @param cases per row and step
   * @param expected per row and step
   */
  public ScanResult scan(
      double[] x, double[] y, int[][] cases, double[][] expected, Progress progress) {
    int steps = check(x, cases, expected);
    Places places = Places.of(x, y);
    int all = 0;
    double sum = 0;
    for (int row = 0; row < x.length; row++) {
      all += Arrays.stream(cases[row]).sum();
      sum += Arrays.stream(expected[row]).sum();
    }
    if (all > 0 && !(sum > 0)) {
      throw new IllegalArgumentException("There are %d cases but none expected".formatted(all));
    }
    int[] observed = new int[places.size() * steps];
    double[] scaled = new double[places.size() * steps];
    double[] perPlace = new double[places.size()];
    for (int row = 0; row < x.length; row++) {
      for (int step = 0; step < steps; step++) {
        int cell = places.placeOf(row) * steps + step;
        observed[cell] += cases[row][step];
        scaled[cell] += all == 0 ? 0 : expected[row][step] * (all / sum);
        perPlace[places.placeOf(row)] += expected[row][step];
      }
    }
    Circles circles = Circles.of(places, window, perPlace);
    Data data = new Data(circles, scaled, steps, all, window);
    Supplier<SpaceTimePoissonWindows> windows = () -> new SpaceTimePoissonWindows(data);
    return new ScanRun(places, circles, window, replicates, all, 0, Math.max(0, steps - 1))
        .report(worthNaming -> windows.get().observed(observed, worthNaming), windows, progress);
  }

  /** Share of draws of every count about what was seen that find something, or nothing, as the result of {@link #scan} did. */
  public Stability stability(
      ScanResult result,
      double[] x,
      double[] y,
      int[][] cases,
      double[][] expected,
      Stability.Parameters how,
      Progress progress) {
    SpaceTimePoissonScan once = new SpaceTimePoissonScan(window, Replicates.one());
    return result.stability(how, progress, random -> {
      int[][] drawn = new int[cases.length][];
      Arrays.setAll(
          drawn,
          row -> Arrays.stream(cases[row])
              .map(count -> (int) Stability.redrawn(count, 1, random))
              .toArray());
      return once.scan(x, y, drawn, expected, Progress.silent());
    });
  }

  private static int check(double[] x, int[][] cases, double[][] expected) {
    if (cases.length != x.length || expected.length != x.length) {
      throw new IllegalArgumentException("There are %d places, %d rows of cases and %d of expected"
          .formatted(x.length, cases.length, expected.length));
    }
    int steps = x.length == 0 ? 0 : cases[0].length;
    if ((long) steps * x.length > MOST_CELLS) {
      throw new IllegalArgumentException("At most %d places x steps can be scanned but there are %d"
          .formatted(MOST_CELLS, (long) steps * x.length));
    }
    for (int row = 0; row < x.length; row++) {
      if (cases[row].length != steps || expected[row].length != steps) {
        throw new IllegalArgumentException("Row %d has %d cases and %d expected for %d steps"
            .formatted(row + 1, cases[row].length, expected[row].length, steps));
      }
      for (int step = 0; step < steps; step++) {
        if (cases[row][step] < 0
            || !(expected[row][step] >= 0)
            || Double.isInfinite(expected[row][step])) {
          throw new IllegalArgumentException(
              "Row %d, step %d: %d cases, %s expected; both must be at least 0 and finite"
                  .formatted(row + 1, step + 1, cases[row][step], expected[row][step]));
        }
      }
    }
    return steps;
  }
}
