package se.samlad.benchmarks.calibration;

import java.util.ArrayList;
import java.util.List;
import se.samlad.analysis.aberration.PoissonTest;
import se.samlad.analysis.aberration.PooledCount;
import se.samlad.analysis.aberration.PooledDispersion;
import se.samlad.analysis.aberration.PredictiveCount;
import se.samlad.analysis.distribution.SeededRandom;

/** One count against its history, and against a known expected number, by expected count. */
final class CountRows {
  private static final double[] EXPECTED = {0.2, 1, 5, 20, 50};
  private static final double[] RATIOS = {2, 2.5, 3};
  private static final int SERIES = 40;
  private static final int WINDOWS = 13;

  /** Exact test and interval, mid-p test and interval, and the interval with equal tails whatever the count. */
  private static final int JUDGED = 5;

  private static final double ALPHA = 0.05;
  private static final double TAIL = 0.025;
  private static final double LEVEL = 1 - 2 * TAIL;

  private final Settings settings;
  private final List<Row> rows = new ArrayList<>();

  CountRows(Settings settings) {
    this.settings = settings;
  }

  List<Row> rows() {
    int row = 0;
    for (double expected : EXPECTED) {
      poisson(row++, expected);
    }
    for (double expected : EXPECTED) {
      known(row++, expected);
    }
    for (double ratio : RATIOS) {
      for (double expected : EXPECTED) {
        clustered(row++, expected, ratio);
      }
    }
    return rows;
  }

  private void poisson(int row, double expected) {
    Share[] shares = Towns.run(settings, row, JUDGED, (random, sums) -> {
      int[] seen = new int[JUDGED];
      for (int[] counts : town(random, expected, Spread.POISSON)) {
        judge(counts, PooledDispersion.fixed(0), seen);
      }
      for (int i = 0; i < JUDGED; i++) {
        sums[i].town(seen[i], SERIES);
      }
    });
    String section = "Poisson towns: a count against %d windows of history".formatted(WINDOWS);
    String town = "expected " + plain(expected);
    boolean screens = expected >= 5;
    add(section, town, "exact test alarms", shares[0], Demand.atMost(0.05));
    add(section, town, "exact 95 % interval covers", shares[1], Demand.atLeast(0.95));
    Demand level = screens ? Demand.within(0.04, 0.06) : Demand.NONE;
    add(section, town, "mid-p test alarms", shares[2], level);
    Demand cover = screens ? Demand.within(0.93, 0.97) : Demand.NONE;
    add(section, town, "mid-p 95 % interval covers", shares[3], cover);
    equalTails(section, town, "mid-p", shares[4]);
  }

  private void equalTails(String section, String town, String version, Share share) {
    add(section, town, version + " 2.5 % on each side covers", share, Demand.NONE);
  }

  private void known(int row, double expected) {
    Share[] shares = Towns.run(settings, row, 4, (random, sums) -> {
      int[] seen = new int[4];
      for (int i = 0; i < SERIES; i++) {
        PoissonTest test = PoissonTest.of(random.nextPoisson(expected), expected, LEVEL);
        seen[0] += test.upperP() < ALPHA ? 1 : 0;
        seen[1] += test.exact().contains(expected) ? 1 : 0;
        seen[2] += test.upperMidP() < ALPHA ? 1 : 0;
        seen[3] += test.midP().contains(expected) ? 1 : 0;
      }
      for (int i = 0; i < 4; i++) {
        sums[i].town(seen[i], SERIES);
      }
    });
    String section = "Poisson towns: a count against an expected number that is exactly known";
    String town = "expected " + plain(expected);
    add(section, town, "exact test alarms", shares[0], Demand.atMost(0.05));
    add(section, town, "exact 95 % interval covers", shares[1], Demand.atLeast(0.95));
    add(section, town, "mid-p test alarms", shares[2], Demand.NONE);
    add(section, town, "mid-p 95 % interval covers", shares[3], Demand.NONE);
  }

  private void clustered(int row, double expected, double ratio) {
    Share[] shares = Towns.run(settings, row, 2 * JUDGED, (random, sums) -> {
      int[][] town = town(random, expected, Spread.clumps(ratio));
      PooledDispersion dispersion = PooledDispersion.of(histories(town));
      int[] seen = new int[JUDGED];
      int[] naive = new int[JUDGED];
      for (int[] counts : town) {
        judge(counts, dispersion, seen);
        judge(counts, PooledDispersion.fixed(0), naive);
      }
      for (int i = 0; i < JUDGED; i++) {
        sums[i].town(seen[i], SERIES);
        sums[JUDGED + i].town(naive[i], SERIES);
      }
    });
    String section =
        "Clustered towns: dispersion estimated from the %d series of the town".formatted(SERIES);
    String town = "expected %s, %s".formatted(plain(expected), Spread.clumps(ratio));
    add(section, town, "NB mid-p test alarms", shares[2], Demand.within(0.03, 0.07));
    add(section, town, "NB mid-p 95 % interval covers", shares[3], Demand.within(0.93, 0.97));
    equalTails(section, town, "NB mid-p", shares[4]);
    add(section, town, "Poisson mid-p test alarms", shares[JUDGED + 2], Demand.NONE);
    add(section, town, "Poisson mid-p 95 % interval covers", shares[JUDGED + 3], Demand.NONE);
  }

  /** The last count of each series is now. */
  private static int[][] town(SeededRandom random, double expected, Spread spread) {
    int[][] town = new int[SERIES][];
    for (int i = 0; i < SERIES; i++) {
      town[i] = spread.counts(random, WINDOWS + 1, expected);
    }
    return town;
  }

  private static int[][] histories(int[][] town) {
    int[][] histories = new int[town.length][];
    for (int i = 0; i < town.length; i++) {
      histories[i] = java.util.Arrays.copyOf(town[i], WINDOWS);
    }
    return histories;
  }

  private static void judge(int[] counts, PooledDispersion dispersion, int[] seen) {
    long history = 0;
    for (int i = 0; i < WINDOWS; i++) {
      history += counts[i];
    }
    int now = counts[WINDOWS];
    PooledCount pooled = new PooledCount(history, WINDOWS, dispersion);
    PredictiveCount exact = new PredictiveCount(history, WINDOWS, pooled.dispersionWith(now));
    seen[0] += exact.upperP(now) < ALPHA ? 1 : 0;
    seen[1] += exact.upperP(now) >= TAIL && exact.lowerP(now) >= TAIL ? 1 : 0;
    seen[2] += pooled.upperMidP(now) < ALPHA ? 1 : 0;
    seen[3] += pooled.expects(now, LEVEL) ? 1 : 0;
    seen[4] += pooled.upperMidP(now) >= TAIL && pooled.lowerMidP(now) >= TAIL ? 1 : 0;
  }

  private void add(String section, String town, String measured, Share share, Demand demand) {
    rows.add(new Row(section, town, measured, share, demand));
  }

  static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
