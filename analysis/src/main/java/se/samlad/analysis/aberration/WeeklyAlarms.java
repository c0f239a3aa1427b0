package se.samlad.analysis.aberration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.Certainty;

/**
 * The week's alarms over areas and types, judged as one family (Swedish: veckans larm).
 *
 * <p>Question: in which area did which type of incident come more often this week than its past weeks promise, when all
 * areas and types are looked at together? Terms: {@code now[area][type]} and {@code past[area][type][week]}, with
 * {@link PooledDispersion#MISSING} for a week without data. Edges: a series with too few weeks is not tested; a count below
 * the minimum is in the family but never alarms; nothing tested gives no alarm. Method: the test of {@link PooledCount}
 * with one dispersion pooled over all series; then hierarchical Benjamini-Hochberg: Simes' p value of the municipality at q,
 * areas at q if it stands, types within a kept area at q times the share of areas kept. Without any signal at most a share q
 * of weeks shows an alarm. Cost: the number of counts, plus draws times series. Source: Bogomolov, Peterson, Benjamini and
 * Sabatti 2021, Biometrika 108:575-590; Yekutieli 2008, JASA 103:309-316.
 */
public final class WeeklyAlarms {
  private WeeklyAlarms() {}

  /** What a series is called this week. */
  public enum State {
    /** Otillräckligt underlag. */
    INSUFFICIENT,
    /** Som väntat. */
    AS_EXPECTED,
    /** Fler än väntat, but not in the light of all series. */
    MORE,
    /** Larm. */
    ALARM
  }

  /**
   * @param minimumWeeks past weeks below which a series is not tested
   * @param minimumCount count below which a series never alarms
   * @param alpha mid-p limit of one series; the expected interval holds 1 - 2 alpha
   * @param falseDiscoveryRate q of each level
   * @param draws parametric draws for the stability; 0 leaves it out
   * @param seed of the draws
   * @param threads of the draws; the result does not depend on them
   */
  public record Parameters(
      int minimumWeeks,
      int minimumCount,
      double alpha,
      double falseDiscoveryRate,
      int draws,
      long seed,
      int threads) {
    public Parameters {
      if (minimumWeeks < 1 || minimumCount < 1 || draws < 0 || threads < 1) {
        throw new IllegalArgumentException(
            "minimum weeks and count, threads at least 1 and draws at least 0");
      }
      if (!(alpha > 0 && alpha < 0.5) || !(falseDiscoveryRate > 0 && falseDiscoveryRate < 1)) {
        throw new IllegalArgumentException("alpha %s, q %s".formatted(alpha, falseDiscoveryRate));
      }
    }

    public static Parameters defaults() {
      return new Parameters(13, 5, 0.05, 0.10, 1000, 20260105, 1);
    }

    public Parameters withDraws(int draws) {
      return new Parameters(
          minimumWeeks, minimumCount, alpha, falseDiscoveryRate, draws, seed, threads);
    }

    public Parameters withThreads(int threads) {
      return new Parameters(
          minimumWeeks, minimumCount, alpha, falseDiscoveryRate, draws, seed, threads);
    }
  }

  /**
   * @param area row in the input
   * @param type column in the input
   * @param count events this week
   * @param history events in the past weeks
   * @param weeks past weeks with data
   * @param expected their mean, NaN if insufficient
   * @param lower least count within the expected interval, -1 if insufficient
   * @param upper largest count within it, -1 if insufficient
   * @param midP chance of as many or more, NaN if insufficient
   * @param state its word
   * @param stability share of draws with the same word
   */
  public record Series(
      int area,
      int type,
      int count,
      long history,
      int weeks,
      double expected,
      long lower,
      long upper,
      double midP,
      State state,
      double stability) {
    public Certainty certainty() {
      return Certainty.of(stability);
    }
  }

  /**
   * @param series one per area and type, areas first
   * @param municipalityP Simes' p value of "nothing this week"
   * @param areaP the same for each area, 1 where nothing was tested
   * @param tested series tested
   * @param dispersion shared by all series
   * @param parameters as used
   */
  public record Result(
      List<Series> series,
      double municipalityP,
      List<Double> areaP,
      int tested,
      PooledDispersion dispersion,
      Parameters parameters) {
    public Result {
      series = List.copyOf(series);
      areaP = List.copyOf(areaP);
    }

    public List<Series> alarms() {
      return series.stream().filter(each -> each.state() == State.ALARM).toList();
    }

    /** How many of the alarms shown are expected to be false at most. */
    public double expectedFalse() {
      return parameters.falseDiscoveryRate() * alarms().size();
    }

    /** How many false alarms to expect if every series above its interval were shown. */
    public double expectedFalseUncorrected() {
      return parameters.alpha() * tested;
    }
  }

  public static Result run(int[][] now, int[][][] past) {
    return run(now, past, Parameters.defaults());
  }

  public static Result run(int[][] now, int[][][] past, Parameters parameters) {
    int areas = now.length;
    int types = areas == 0 ? 0 : now[0].length;
    int[] counts = new int[areas * types];
    int[][] histories = new int[areas * types][];
    flatten(now, past, counts, histories);
    PooledDispersion dispersion = PooledDispersion.of(histories);
    CountFamily family = CountFamily.of(counts, histories, dispersion, parameters.minimumCount());
    Hierarchy hierarchy = new Hierarchy(family, areas, types, parameters);
    double[] midP = family.midP();
    byte[] words = hierarchy.words(counts, midP);
    double[] areaP = hierarchy.areaP(midP);
    double[] stability = family.stability(
        words, hierarchy, parameters.draws(), parameters.seed(), parameters.threads());
    CountFamily.Interval[] intervals = family.intervals(parameters.alpha());
    List<Series> series = new ArrayList<>(counts.length);
    for (int i = 0; i < counts.length; i++) {
      State state = State.values()[words[i]];
      series.add(series(i, types, counts[i], family, intervals[i], state, stability[i]));
    }
    return new Result(
        series,
        BenjaminiHochberg.simes(hierarchy.testedOnly(areaP)),
        Arrays.stream(areaP).boxed().toList(),
        hierarchy.tested,
        dispersion,
        parameters);
  }

  private static void flatten(int[][] now, int[][][] past, int[] counts, int[][] histories) {
    if (now.length != past.length) {
      throw new IllegalArgumentException(
          "%d areas now but %d before".formatted(now.length, past.length));
    }
    int types = now.length == 0 ? 0 : now[0].length;
    for (int a = 0; a < now.length; a++) {
      if (now[a].length != types || past[a].length != types) {
        throw new IllegalArgumentException("area %d does not have %d types".formatted(a, types));
      }
      for (int t = 0; t < types; t++) {
        counts[a * types + t] = now[a][t];
        histories[a * types + t] = past[a][t];
      }
    }
  }

  private static Series series(
      int index,
      int types,
      int count,
      CountFamily family,
      CountFamily.Interval interval,
      State state,
      double stability) {
    int area = index / types;
    int type = index % types;
    long history = family.history(index);
    int weeks = family.windows(index);
    if (state == State.INSUFFICIENT) {
      return new Series(
          area, type, count, history, weeks, Double.NaN, -1, -1, Double.NaN, state, stability);
    }
    PooledCount predictive = family.expected(index);
    return new Series(
        area,
        type,
        count,
        history,
        weeks,
        predictive.expected(),
        interval.lower(),
        interval.upper(),
        predictive.upperMidP(count),
        state,
        stability);
  }

  /** Municipality, areas, types: who is looked at only if the level above stands. */
  private static final class Hierarchy implements CountFamily.Rule {
    private final int areas;
    private final int types;
    private final boolean[] enough;
    private final int[] testedIn;
    private final Parameters parameters;
    private int tested;

    Hierarchy(CountFamily family, int areas, int types, Parameters parameters) {
      this.areas = areas;
      this.types = types;
      this.parameters = parameters;
      enough = new boolean[areas * types];
      testedIn = new int[areas];
      for (int i = 0; i < enough.length; i++) {
        enough[i] = family.windows(i) >= parameters.minimumWeeks();
        if (enough[i]) {
          testedIn[i / types]++;
          tested++;
        }
      }
    }

    double[] areaP(double[] midP) {
      double[] p = new double[areas];
      for (int a = 0; a < areas; a++) {
        p[a] = BenjaminiHochberg.simes(ofArea(a, midP));
      }
      return p;
    }

    double[] testedOnly(double[] areaP) {
      double[] p = new double[areas];
      int n = 0;
      for (int a = 0; a < areas; a++) {
        if (testedIn[a] > 0) {
          p[n++] = areaP[a];
        }
      }
      return Arrays.copyOf(p, n);
    }

    private double[] ofArea(int area, double[] midP) {
      double[] p = new double[testedIn[area]];
      int n = 0;
      for (int i = area * types; i < (area + 1) * types; i++) {
        if (enough[i]) {
          p[n++] = midP[i];
        }
      }
      return p;
    }

    @Override
    public byte[] words(int[] counts, double[] midP) {
      double q = parameters.falseDiscoveryRate();
      double[] areaP = areaP(midP);
      double[] p = testedOnly(areaP);
      double areaLimit = BenjaminiHochberg.limit(p, q, p.length);
      double share = Arrays.stream(p).filter(each -> each <= areaLimit).count()
          / (double) Math.max(1, p.length);
      byte[] words = new byte[counts.length];
      for (int a = 0; a < areas; a++) {
        boolean open = testedIn[a] > 0 && areaP[a] <= areaLimit;
        double limit = open ? BenjaminiHochberg.limit(ofArea(a, midP), q * share, testedIn[a]) : -1;
        for (int i = a * types; i < (a + 1) * types; i++) {
          words[i] = (byte) word(enough[i], midP[i], limit).ordinal();
        }
      }
      return words;
    }

    private State word(boolean sufficient, double midP, double limit) {
      if (!sufficient) {
        return State.INSUFFICIENT;
      }
      if (midP >= parameters.alpha()) {
        return State.AS_EXPECTED;
      }
      return midP <= limit ? State.ALARM : State.MORE;
    }
  }
}
