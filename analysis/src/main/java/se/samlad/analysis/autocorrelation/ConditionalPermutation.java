package se.samlad.analysis.autocorrelation;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import se.samlad.analysis.Progress;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.grid.Neighbours;

/**
 * Draws, for every unit, its neighbours' values anew from all other units without replacement while its own stays, and ranks
 * the sum that is there among the sums drawn.
 *
 * <p>Each unit has the stream of random numbers of its own number. Few neighbours are drawn one by one and repeats drawn
 * again; when a unit neighbours more than half of the others, those left out are drawn instead. Cost: permutations x pairs;
 * memory two numbers a unit and a stamp a unit and thread.
 */
final class ConditionalPermutation {
  private static final int UNITS_BETWEEN_REPORTS = 512;

  /** Below so many draws a repeat is found by looking through them, from there by stamps. */
  private static final int FEW = 12;

  private final double[] values;
  private final double total;
  private final Neighbours neighbours;
  private final int count;
  private final boolean repeats;
  private final int own;
  private final Ranks ranks;
  private final double[] sums;
  private final int[] drawn = new int[FEW];
  private final int[] stamps;
  private int stamp;
  private long spare;
  private boolean hasSpare;

  /** Where each unit's sum lies among the drawn ones, and their mean and variance. */
  record Ranks(double[] p, double[] mean, double[] variance) {}

  private ConditionalPermutation(
      double[] values, Neighbours neighbours, Permutations how, boolean star, Ranks ranks) {
    this.values = values;
    this.total = Arrays.stream(values).sum();
    this.neighbours = neighbours;
    this.count = how.count();
    this.repeats = how.scheme() == Permutations.Scheme.RESAMPLED;
    this.own = star && repeats ? 1 : 0;
    this.ranks = ranks;
    this.sums = new double[how.count()];
    this.stamps = new int[values.length];
  }

  /**
   * Units without neighbours get p = 1 and no mean; the lists never hold the unit itself.
   *
   * @param progress told of units; asked whether to stop
   * @param star whether the statistic counts the unit's own value
   */
  static Ranks run(
      double[] values, Neighbours neighbours, Permutations how, boolean star, Progress progress) {
    int n = values.length;
    Ranks ranks = new Ranks(new double[n], new double[n], new double[n]);
    AtomicInteger done = new AtomicInteger();
    Draws.run(n, how.seed(), how.threads(), () -> {
      ConditionalPermutation worker =
          new ConditionalPermutation(values, neighbours, how, star, ranks);
      return (random, unit) -> {
        worker.draw(random, unit);
        tell(done.incrementAndGet(), n, progress);
      };
    });
    return ranks;
  }

  private static void tell(int done, int all, Progress progress) {
    if (done % UNITS_BETWEEN_REPORTS == 0 || done == all) {
      progress.done(done, all);
      if (progress.cancelled()) {
        throw new CancellationException("permutations were cancelled");
      }
    }
  }

  private void draw(SeededRandom random, int unit) {
    int degree = neighbours.degree(unit);
    if (degree == 0) {
      ranks.p[unit] = 1;
      ranks.mean[unit] = Double.NaN;
      ranks.variance[unit] = Double.NaN;
      return;
    }
    hasSpare = false;
    int others = values.length - 1;
    boolean complement = degree > others / 2;
    double whole = total - values[unit];
    for (int r = 0; r < count; r++) {
      if (repeats) {
        sums[r] = sumWithRepeats(degree + own, unit, random);
      } else if (complement) {
        sums[r] = whole - sumOf(others - degree, unit, random);
      } else {
        sums[r] = sumOf(degree, unit, random);
      }
    }
    rank(unit);
  }

  private double sumWithRepeats(int size, int unit, SeededRandom random) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += values[other(unit, random)];
    }
    return sum;
  }

  private double sumOf(int size, int unit, SeededRandom random) {
    return size < FEW ? sumOfFew(size, unit, random) : sumOfMany(size, unit, random);
  }

  private double sumOfFew(int size, int unit, SeededRandom random) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      int other = other(unit, random);
      while (isDrawn(other, k)) {
        other = other(unit, random);
      }
      drawn[k] = other;
      sum += values[other];
    }
    return sum;
  }

  private boolean isDrawn(int other, int size) {
    for (int k = 0; k < size; k++) {
      if (drawn[k] == other) {
        return true;
      }
    }
    return false;
  }

  private double sumOfMany(int size, int unit, SeededRandom random) {
    if (++stamp == Integer.MAX_VALUE) {
      Arrays.fill(stamps, 0);
      stamp = 1;
    }
    double sum = 0;
    for (int k = 0; k < size; k++) {
      int other = other(unit, random);
      while (stamps[other] == stamp) {
        other = other(unit, random);
      }
      stamps[other] = stamp;
      sum += values[other];
    }
    return sum;
  }

  /** Any unit but this one, evenly: the upper half of a product of 32 bits, drawn again in the short part left over. */
  private int other(int unit, SeededRandom random) {
    int bound = values.length - 1;
    while (true) {
      long product = bits(random) * bound;
      if ((product & 0xFFFFFFFFL) >= bound || (product & 0xFFFFFFFFL) >= (1L << 32) % bound) {
        int index = (int) (product >>> 32);
        return index < unit ? index : index + 1;
      }
    }
  }

  private long bits(SeededRandom random) {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    long both = random.nextLong();
    spare = both & 0xFFFFFFFFL;
    hasSpare = true;
    return both >>> 32;
  }

  private void rank(int unit) {
    double observed = own * values[unit];
    for (int k = neighbours.from(unit); k < neighbours.from(unit + 1); k++) {
      observed += values[neighbours.neighbour(k)];
    }
    double sum = 0;
    int below = 0;
    int equal = 0;
    double slack = 1e-12 * Math.max(Math.abs(observed), Math.abs(total) / values.length);
    for (double each : sums) {
      sum += each;
      below += each < observed - slack ? 1 : 0;
      equal += Math.abs(each - observed) <= slack ? 1 : 0;
    }
    double mean = sum / count;
    double squares = 0;
    for (double each : sums) {
      squares += (each - mean) * (each - mean);
    }
    ranks.mean[unit] = mean;
    ranks.variance[unit] = count == 1 ? Double.NaN : squares / (count - 1);
    ranks.p[unit] = twoSided(below, equal, count);
  }

  /** Twice the smaller tail, the value itself among the draws and ties half below it. */
  static double twoSided(int below, int equal, int count) {
    int middle = below + (equal + 2) / 2;
    double tail = Math.min(middle, count + 2.0 - middle) / (count + 1.0);
    return Math.min(1, 2 * tail);
  }
}
