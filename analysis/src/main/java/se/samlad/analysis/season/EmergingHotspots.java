package se.samlad.analysis.season;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.autocorrelation.GetisOrd;
import se.samlad.analysis.grid.Neighbours;

/**
 * Which hotspots are new, lasting, on and off, or past (Swedish: nya, bestående, återkommande och tidigare hotspots)?
 *
 * <p>Terms: counts of cells in periods that do not overlap, oldest first, and which cells are neighbours. A cell is hot in a
 * period when its Gi* there, among all cells of that period, is at least {@link Parameters#hotFrom}. Rules, the project's own:
 * <em>new</em> is hot in the last period and never before; <em>persistent</em> is hot in the last and in at least the share
 * {@link Parameters#lasting} of all; <em>intermittent</em> is hot in the last and in some before, but fewer; <em>former</em>
 * is not hot in the last but was; the rest are none. Edges: fewer than {@link #FEWEST} periods or cells without counts are
 * refused by name; a period where all cells have the same count has no hot cell. Method: Gi* period by period, Mann and
 * Kendall's test on each cell's Gi* over the whole cube, where each cell also sees the period before; the certainty is the
 * share of parametric draws of every count that give a cell the same class. Cost: cells times periods times neighbours, for
 * each draw; memory the cube. Source: Ord and Getis 1995, Geographical Analysis 27:286-306; Mann 1945.
 *
 * @param classes by cell
 * @param z Gi* by period and cell
 * @param cubeZ Gi* over the whole cube, by period and cell
 * @param trends Mann and Kendall's test of each cell's Gi* over the whole cube; empty with fewer than four periods
 * @param stability share of draws with the same class, by cell; 1 without draws
 * @param n events in all
 * @param parameters as used
 */
@SuppressWarnings("ArrayRecordComponent")
public record EmergingHotspots(
    Course[] classes,
    double[][] z,
    double[][] cubeZ,
    MannKendall[] trends,
    double[] stability,
    long n,
    Parameters parameters) {

  public static final int FEWEST = 3;

  /** What a cell has been. */
  public enum Course {
    NEW,
    PERSISTENT,
    INTERMITTENT,
    FORMER,
    NONE
  }

  /**
   * @param hotFrom least Gi* of a hot cell
   * @param lasting least share of periods of a persistent one
   * @param draws for the stability; 0 leaves it out
   * @param seed of the draws
   * @param threads to work on
   */
  public record Parameters(double hotFrom, double lasting, int draws, long seed, int threads) {
    public static final Parameters DEFAULT = new Parameters(1.96, 0.75, 1000, 20260105, 1);

    public Parameters {
      if (!(hotFrom > 0) || !(lasting > 0 && lasting <= 1) || draws < 0 || threads < 1) {
        throw new IllegalArgumentException("hot from %s, lasting %s, draws %d, threads %d"
            .formatted(hotFrom, lasting, draws, threads));
      }
    }
  }

  /** @param counts by period and cell, oldest period first */
  public static EmergingHotspots of(int[][] counts, Neighbours neighbours, Parameters parameters) {
    return of(counts, neighbours, parameters, Progress.silent());
  }

  public static EmergingHotspots of(
      int[][] counts, Neighbours neighbours, Parameters parameters, Progress progress) {
    check(counts, neighbours);
    double[][] values = new double[counts.length][];
    for (int t = 0; t < counts.length; t++) {
      values[t] = Arrays.stream(counts[t]).asDoubleStream().toArray();
    }
    double[][] z = slices(values, neighbours);
    Course[] classes = classes(z, parameters);
    double[][] cube = cube(values, neighbours);
    return new EmergingHotspots(
        classes,
        z,
        cube,
        trends(cube),
        stability(values, neighbours, classes, parameters, progress),
        Arrays.stream(counts)
            .mapToLong(slice -> Arrays.stream(slice).asLongStream().sum())
            .sum(),
        parameters);
  }

  /** The classes where Gi* by period and cell is known already. */
  public static Course[] classes(double[][] z, Parameters parameters) {
    Course[] classes = new Course[z[0].length];
    for (int cell = 0; cell < classes.length; cell++) {
      int hot = 0;
      for (double[] period : z) {
        hot += period[cell] >= parameters.hotFrom() ? 1 : 0;
      }
      boolean now = z[z.length - 1][cell] >= parameters.hotFrom();
      classes[cell] = classOf(now, hot, z.length, parameters.lasting());
    }
    return classes;
  }

  private static Course classOf(boolean now, int hot, int periods, double lasting) {
    if (!now) {
      return hot > 0 ? Course.FORMER : Course.NONE;
    }
    if (hot == 1) {
      return Course.NEW;
    }
    return hot >= lasting * periods ? Course.PERSISTENT : Course.INTERMITTENT;
  }

  /** How many cells are of each class. */
  public Map<Course, Integer> sizes() {
    Map<Course, Integer> sizes = new EnumMap<>(Course.class);
    for (Course each : Course.values()) {
      sizes.put(each, 0);
    }
    for (Course each : classes) {
      sizes.merge(each, 1, Integer::sum);
    }
    return sizes;
  }

  /** How sure the class of a cell is. */
  public Certainty certainty(int cell) {
    return Certainty.of(stability[cell]);
  }

  private static void check(int[][] counts, Neighbours neighbours) {
    if (counts.length < FEWEST) {
      throw new IllegalArgumentException(
          "emerging hotspots take at least %d periods, not %d".formatted(FEWEST, counts.length));
    }
    for (int t = 0; t < counts.length; t++) {
      if (counts[t].length != neighbours.size()) {
        throw new IllegalArgumentException("period %d has %d cells but there are %d"
            .formatted(t + 1, counts[t].length, neighbours.size()));
      }
      for (int cell = 0; cell < counts[t].length; cell++) {
        if (counts[t][cell] < 0) {
          throw new IllegalArgumentException(
              "cell %d, period %d has the count %d".formatted(cell + 1, t + 1, counts[t][cell]));
        }
      }
    }
  }

  private static double[][] slices(double[][] values, Neighbours neighbours) {
    double[][] z = new double[values.length][];
    for (int t = 0; t < z.length; t++) {
      z[t] = giStar(values[t], neighbours);
    }
    return z;
  }

  /** Nothing stands out where all values are the same. */
  private static double[] giStar(double[] values, Neighbours neighbours) {
    boolean same = Arrays.stream(values).allMatch(value -> value == values[0]);
    return same
        ? new double[values.length]
        : GetisOrd.giStar(values, neighbours).z();
  }

  private static double[][] cube(double[][] values, Neighbours neighbours) {
    int cells = neighbours.size();
    int pairs = values.length * neighbours.pairs() * 2 + values.length * cells;
    int[] from = new int[pairs];
    int[] to = new int[pairs];
    int at = 0;
    for (int t = 0; t < values.length; t++) {
      for (int cell = 0; cell < cells; cell++) {
        int unit = t * cells + cell;
        for (int i = neighbours.from(cell); i < neighbours.from(cell + 1); i++) {
          int other = neighbours.neighbour(i);
          if (other != cell) {
            from[at] = unit;
            to[at++] = t * cells + other;
          }
          if (other != cell && t > 0) {
            from[at] = unit;
            to[at++] = (t - 1) * cells + other;
          }
        }
        if (t > 0) {
          from[at] = unit;
          to[at++] = (t - 1) * cells + cell;
        }
      }
    }
    Neighbours inTime =
        Neighbours.ofPairs(values.length * cells, Arrays.copyOf(from, at), Arrays.copyOf(to, at));
    double[] flat = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    double[] z = giStar(flat, inTime);
    double[][] byPeriod = new double[values.length][];
    for (int t = 0; t < values.length; t++) {
      byPeriod[t] = Arrays.copyOfRange(z, t * cells, (t + 1) * cells);
    }
    return byPeriod;
  }

  private static MannKendall[] trends(double[][] cube) {
    if (cube.length < MannKendall.FEWEST) {
      return new MannKendall[0];
    }
    MannKendall[] trends = new MannKendall[cube[0].length];
    for (int cell = 0; cell < trends.length; cell++) {
      int of = cell;
      trends[cell] =
          MannKendall.of(Arrays.stream(cube).mapToDouble(each -> each[of]).toArray());
    }
    return trends;
  }

  private static double[] stability(
      double[][] values,
      Neighbours neighbours,
      Course[] classes,
      Parameters parameters,
      Progress progress) {
    if (parameters.draws() == 0) {
      double[] share = new double[classes.length];
      Arrays.fill(share, 1);
      return share;
    }
    Stability.Parameters how =
        new Stability.Parameters(parameters.draws(), parameters.seed(), parameters.threads());
    return Stability.ofEach(classes.length, how, progress, () -> (random, same) -> {
          double[][] drawn = new double[values.length][];
          for (int t = 0; t < drawn.length; t++) {
            drawn[t] = Arrays.stream(values[t]).map(random::nextPoisson).toArray();
          }
          Course[] again = classes(slices(drawn, neighbours), parameters);
          for (int cell = 0; cell < same.length; cell++) {
            same[cell] = again[cell] == classes[cell];
          }
        })
        .stream()
        .mapToDouble(Stability::share)
        .toArray();
  }
}
