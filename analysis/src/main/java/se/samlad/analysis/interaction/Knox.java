package se.samlad.analysis.interaction;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import se.samlad.analysis.Progress;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.distribution.Poisson;
import se.samlad.analysis.distribution.SeededRandom;

/**
 * Does it happen again soon and near: are there more pairs of events close in both place and time than if the times were dealt out at
 * random over the places (Swedish: upprepning i närheten, near-repeat)?
 *
 * <p>Terms: a pair has a band in space and a band in time; the observed number is set against the same number after the times have been
 * permuted. Ratio: observed over the median (and the mean) of the permutations. p = (1 + permutations with at least as many) / (R + 1).
 * Beside it stands the Poisson approximation with mean (pairs close in space) x (pairs close in time) / (all pairs). {@link Bands} says
 * which border belongs to a band.
 *
 * <p>Edges: fewer than two events give no pairs, ratios NaN and p = 1. All events at one time give ratio 1 and p = 1, since no permutation
 * changes anything. Identical places are pairs at distance 0. NaN and infinite values are refused by name of column and row, and so are
 * more than {@value #MOST_EVENTS} events or 50 million pairs close in space.
 *
 * <p>Method: the pairs close in space are found once through a grid and kept with their band; a permutation deals out the times anew and
 * looks only at those pairs. Whole times (days) find their band in a table.
 *
 * <p>Cost: events + close pairs x permutations. Memory: 5 bytes a close pair, 4 bytes a permutation and cell, 8 bytes an event and thread.
 * Replicate k draws from stream k of the seed, so any number of threads gives the same answer.
 *
 * <p>Source: Knox 1964, Applied Statistics 13:25-29; Johnson et al. 2007, Journal of Quantitative Criminology 23:201-219; Ratcliffe and
 * Rengert 2008, Security Journal 21:58-76.
 */
public final class Knox {

  /** More events than this are refused. */
  public static final int MOST_EVENTS = 1_000_000;

  private static final int LONGEST_TABLE = 4_000_000;

  /** How far apart two places are. */
  public enum Metric {
    /** As the crow flies. */
    EUCLIDEAN {
      @Override
      double distance(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
      }
    },
    /** Along streets at right angles. */
    MANHATTAN {
      @Override
      double distance(double dx, double dy) {
        return Math.abs(dx) + Math.abs(dy);
      }
    };

    abstract double distance(double dx, double dy);
  }

  private final Bands space;
  private final Bands time;
  private final Metric metric;
  private final boolean nested;
  private final int permutations;
  private final long seed;
  private final int threads;

  /**
   * A test with every choice named.
   *
   * @param space bands of distance, in the unit of the coordinates
   * @param time bands of time, in the unit of the times
   * @param metric how distance is measured
   * @param nested whether a cell counts all pairs from 0 up to its borders rather than those of its own bands alone
   * @param permutations how often the times are dealt out anew
   * @param seed start of the random streams
   * @param threads how many threads permute
   */
  public Knox(
      Bands space,
      Bands time,
      Metric metric,
      boolean nested,
      int permutations,
      long seed,
      int threads) {
    if (permutations < 1 || permutations > 1_000_000 || threads < 1) {
      throw new IllegalArgumentException(
          "permutations must be 1 to 1000000 and threads at least 1: %d, %d"
              .formatted(permutations, threads));
    }
    this.space = space;
    this.time = time;
    this.metric = metric;
    this.nested = nested;
    this.permutations = permutations;
    this.seed = seed;
    this.threads = threads;
  }

  /**
   * The usual question: same place, 1-100, 101-200 and 201-400 metres by 0-7, 8-14 and 15-21 days, 999 permutations, seed 1, one thread.
   *
   * @param x metres
   * @param y metres
   * @param days time of each event in days
   */
  public static Result of(double[] x, double[] y, double[] days) {
    return new Knox(
            Bands.upTo(0, 100, 200, 400), Bands.upTo(7, 14, 21), Metric.EUCLIDEAN, false, 999, 1, 1)
        .test(x, y, days, Progress.silent());
  }

  /** Tests the events; {@code progress} hears of permutations and may stop them. */
  public Result test(double[] x, double[] y, double[] times, Progress progress) {
    check(x, y, times);
    ClosePairs pairs = ClosePairs.of(x, y, space, metric);
    PairTable counter = PairTable.of(pairs, times, space.size(), time);
    int[] observed = finished(counter.count(counter.asReported()));
    int[][] drawn = permute(counter, progress);
    long[] nearInSpace = pairs.perBand(space.size());
    long[] nearInTime = nearInTime(times);
    return new KnoxCells(space, time, nested, (long) x.length * (x.length - 1) / 2)
        .result(this, x.length, observed, drawn, nearInSpace, nearInTime);
  }

  private static void check(double[] x, double[] y, double[] times) {
    if (x.length != y.length || x.length != times.length) {
      throw new IllegalArgumentException(
          "There are %d x, %d y and %d times".formatted(x.length, y.length, times.length));
    }
    if (x.length > MOST_EVENTS) {
      throw new IllegalArgumentException(
          "At most %d events can be tested but there are %d".formatted(MOST_EVENTS, x.length));
    }
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i]) || !Double.isFinite(times[i])) {
        throw new IllegalArgumentException("Event %d has no place or no time: x %s, y %s, time %s"
            .formatted(i + 1, x[i], y[i], times[i]));
      }
    }
  }

  private int[][] permute(PairTable counter, Progress progress) {
    int[][] drawn = new int[permutations][];
    AtomicInteger done = new AtomicInteger();
    Draws.run(permutations, seed, threads, () -> {
      int[] order = new int[counter.events()];
      return (SeededRandom random, int number) -> {
        if (progress.cancelled()) {
          throw new CancellationException("the permutations were cancelled");
        }
        for (int i = 0; i < order.length; i++) {
          order[i] = i;
        }
        random.shuffle(order);
        drawn[number] = finished(counter.count(order));
        progress.done(done.incrementAndGet(), permutations);
      };
    });
    return drawn;
  }

  /** The cells of a table without its last column, summed from 0 up when they are nested. */
  private int[] finished(int[] table) {
    int columns = time.size();
    int[] cells = new int[space.size() * columns];
    for (int s = 0; s < space.size(); s++) {
      int row = 0;
      for (int t = 0; t < columns; t++) {
        int own = table[s * (columns + 1) + t];
        row += own;
        int above = nested && s > 0 ? cells[(s - 1) * columns + t] : 0;
        cells[s * columns + t] = nested ? row + above : own;
      }
    }
    return cells;
  }

  /** How many of all pairs lie in each band of time, by two hands along the sorted times. */
  private long[] nearInTime(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    long[] within = new long[time.size()];
    for (int band = 0; band < within.length; band++) {
      int first = 0;
      for (int i = 0; i < sorted.length; i++) {
        while (!time.closure().inside(sorted[i] - sorted[first], time.upper(band)) && first < i) {
          first++;
        }
        within[band] += i - first;
      }
    }
    for (int band = within.length - 1; band > 0; band--) {
      within[band] -= within[band - 1];
    }
    return within;
  }

  static boolean fitsTable(double range) {
    return range < LONGEST_TABLE;
  }

  /**
   * One cell of the table.
   *
   * @param spaceFrom lower border of the band in space, 0 in a nested table
   * @param timeFrom lower border of the band in time, 0 in a nested table
   * @param observed pairs
   * @param mean mean of the permutations
   * @param median median of the permutations
   * @param deviation standard deviation of the permutations (n - 1)
   * @param p (1 + permutations with at least as many) / (R + 1)
   * @param expected mean of the Poisson approximation
   * @param poissonP its chance of at least as many
   */
  public record Cell(
      double spaceFrom,
      double spaceTo,
      double timeFrom,
      double timeTo,
      int observed,
      double mean,
      double median,
      double deviation,
      double p,
      double expected,
      double poissonP) {

    /** Observed over the median of the permutations: 1.4 is 40 % more than chance; NaN when there was nothing to compare with. */
    public double ratio() {
      return observed == 0 && median == 0 ? Double.NaN : observed / median;
    }

    public double ratioToMean() {
      return observed == 0 && mean == 0 ? Double.NaN : observed / mean;
    }

    /** The chance of more pairs than observed by the Poisson approximation, which is what R's surveillance prints. */
    public double poissonMore() {
      return Poisson.of(expected).atLeast(observed + 1L);
    }

    public double z() {
      return (observed - mean) / deviation;
    }
  }

  /**
   * The table, row by row in space, and what it was made from.
   *
   * @param n events
   * @param pairs all pairs
   * @param closeInSpace pairs in each band of space
   * @param closeInTime pairs in each band of time
   */
  public record Result(
      List<Cell> cells,
      int n,
      long pairs,
      List<Long> closeInSpace,
      List<Long> closeInTime,
      Bands space,
      Bands time,
      Metric metric,
      boolean nested,
      int permutations,
      long seed) {

    public Result {
      cells = List.copyOf(cells);
      closeInSpace = List.copyOf(closeInSpace);
      closeInTime = List.copyOf(closeInTime);
    }

    public Cell cell(int spaceBand, int timeBand) {
      return cells.get(spaceBand * time.size() + timeBand);
    }
  }

  Metric metric() {
    return metric;
  }

  int permutations() {
    return permutations;
  }

  long seed() {
    return seed;
  }
}
