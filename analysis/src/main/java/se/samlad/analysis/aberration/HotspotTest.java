package se.samlad.analysis.aberration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.Certainty;

/**
 * Which cells hold more now than their own history promises (Swedish: hotspot).
 *
 * <p>Question: in which 250 m cells did the last four ISO weeks bring more than the preceding four-week windows let expect?
 * Terms: {@code now[i]} is the count of cell i, {@code past[i]} its earlier windows that do not overlap (13 are usual),
 * {@link PooledDispersion#MISSING} where a window has no data. Edges: no cell gives an empty result; a cell with fewer
 * than the minimum of windows is {@link State#INSUFFICIENT}; below the minimum count a cell is never more than as expected.
 * Method: negative-binomial prediction with a dispersion pooled over all cells and the uncertainty of the history inside
 * ({@link PooledCount}), mid-p below alpha, kept by Benjamini-Hochberg; the family is set by {@link Family}. Stability
 * redraws every count around what was seen. Cost: cells times windows, plus draws times cells that hold anything now; a few
 * hundred milliseconds for 5,000 cells and 1,000 draws. Source: Robinson and Smyth 2008, Biostatistics 9:321-332; Benjamini
 * and Hochberg 1995, JRSS B 57:289-300.
 */
public final class HotspotTest {
  private HotspotTest() {}

  /** What a cell is called. */
  public enum State {
    /** Otillräckligt underlag: too few past windows. */
    INSUFFICIENT,
    /** Som väntat. */
    AS_EXPECTED,
    /** Fler än väntat, but not when all cells are looked at together. */
    MORE,
    /** Hotspot: more than expected also when all cells are looked at together. */
    HOTSPOT
  }

  /** Over which cells the false discovery rate is held. */
  public enum Family {
    /** Cells whose count reaches the minimum; they were chosen for being high, so this lets many false ones through. */
    AT_MINIMUM,
    /** All cells with enough windows and any event, now or before; those below the minimum count as p = 1. */
    ACTIVE
  }

  /**
   * @param minimumWindows past windows below which nothing is said
   * @param minimumCount count below which a cell is never a hotspot
   * @param alpha mid-p limit of one cell; the expected interval holds 1 - 2 alpha
   * @param falseDiscoveryRate q of Benjamini-Hochberg
   * @param family cells it is held over
   * @param draws parametric draws for the stability; 0 leaves it out
   * @param seed of the draws
   * @param threads of the draws; the result does not depend on them
   */
  public record Parameters(
      int minimumWindows,
      int minimumCount,
      double alpha,
      double falseDiscoveryRate,
      Family family,
      int draws,
      long seed,
      int threads) {
    public Parameters {
      if (minimumWindows < 1 || minimumCount < 1 || draws < 0 || threads < 1) {
        throw new IllegalArgumentException(
            "minimum windows and count, threads at least 1 and draws at least 0");
      }
      if (!(alpha > 0 && alpha < 0.5) || !(falseDiscoveryRate > 0 && falseDiscoveryRate < 1)) {
        throw new IllegalArgumentException("alpha %s, q %s".formatted(alpha, falseDiscoveryRate));
      }
    }

    public static Parameters defaults() {
      return new Parameters(6, 5, 0.05, 0.10, Family.ACTIVE, 1000, 20260105, 1);
    }

    public Parameters withDraws(int draws) {
      return new Parameters(
          minimumWindows, minimumCount, alpha, falseDiscoveryRate, family, draws, seed, threads);
    }

    public Parameters withThreads(int threads) {
      return new Parameters(
          minimumWindows, minimumCount, alpha, falseDiscoveryRate, family, draws, seed, threads);
    }

    public Parameters withSeed(long seed) {
      return new Parameters(
          minimumWindows, minimumCount, alpha, falseDiscoveryRate, family, draws, seed, threads);
    }

    public Parameters withFamily(Family family) {
      return new Parameters(
          minimumWindows, minimumCount, alpha, falseDiscoveryRate, family, draws, seed, threads);
    }
  }

  /**
   * @param index the cell's place in the input
   * @param count events now
   * @param history events in its past windows
   * @param windows past windows with data
   * @param expected mean of the past windows, NaN if insufficient
   * @param lower least count within the expected interval, -1 if insufficient
   * @param upper largest count within it, -1 if insufficient
   * @param midP chance of as many or more, NaN if insufficient
   * @param state its word
   * @param stability share of draws with the same word
   */
  public record Cell(
      int index,
      int count,
      long history,
      int windows,
      double expected,
      long lower,
      long upper,
      double midP,
      State state,
      double stability) {
    /** Whether Benjamini-Hochberg kept it. */
    public boolean kept() {
      return state == State.HOTSPOT;
    }

    public Certainty certainty() {
      return Certainty.of(stability);
    }
  }

  /**
   * @param cells one per input cell, in its order
   * @param dispersion shared by all cells
   * @param tested cells with enough windows
   * @param family cells the false discovery rate was held over
   * @param parameters as used
   */
  public record Result(
      List<Cell> cells,
      PooledDispersion dispersion,
      int tested,
      int family,
      Parameters parameters) {
    public Result {
      cells = List.copyOf(cells);
    }

    public List<Cell> hotspots() {
      return cells.stream().filter(Cell::kept).toList();
    }

    /** How many of the hotspots are expected to be false at most. */
    public double expectedFalse() {
      return parameters.falseDiscoveryRate() * hotspots().size();
    }
  }

  public static Result run(int[] now, int[][] past) {
    return run(now, past, Parameters.defaults());
  }

  public static Result run(int[] now, int[][] past, Parameters parameters) {
    if (now.length != past.length) {
      throw new IllegalArgumentException(
          "%d counts but %d histories".formatted(now.length, past.length));
    }
    PooledDispersion dispersion = PooledDispersion.of(past);
    CountFamily counts = CountFamily.of(now, past, dispersion, parameters.minimumCount());
    Judgement judgement = new Judgement(counts, parameters, now.length);
    byte[] words = judgement.words(now, counts.midP());
    double[] stability = counts.stability(
        words, judgement, parameters.draws(), parameters.seed(), parameters.threads());
    CountFamily.Interval[] intervals = counts.intervals(parameters.alpha());
    List<Cell> cells = new ArrayList<>(now.length);
    for (int i = 0; i < now.length; i++) {
      cells.add(cell(i, now[i], counts, intervals[i], State.values()[words[i]], stability[i]));
    }
    return new Result(cells, dispersion, judgement.tested, judgement.family(now), parameters);
  }

  private static Cell cell(
      int index,
      int count,
      CountFamily counts,
      CountFamily.Interval interval,
      State state,
      double stability) {
    long history = counts.history(index);
    int windows = counts.windows(index);
    if (state == State.INSUFFICIENT) {
      return new Cell(
          index, count, history, windows, Double.NaN, -1, -1, Double.NaN, state, stability);
    }
    PooledCount predictive = counts.expected(index);
    return new Cell(
        index,
        count,
        history,
        windows,
        predictive.expected(),
        interval.lower(),
        interval.upper(),
        predictive.upperMidP(count),
        state,
        stability);
  }

  /** The words of all cells from their counts and p values. */
  private static final class Judgement implements CountFamily.Rule {
    private final boolean[] enough;
    private final boolean[] seenBefore;
    private final Parameters parameters;
    private int tested;

    Judgement(CountFamily counts, Parameters parameters, int cells) {
      this.parameters = parameters;
      enough = new boolean[cells];
      seenBefore = new boolean[cells];
      for (int i = 0; i < cells; i++) {
        enough[i] = counts.windows(i) >= parameters.minimumWindows();
        seenBefore[i] = counts.history(i) > 0;
        tested += enough[i] ? 1 : 0;
      }
    }

    int family(int[] counts) {
      int family = 0;
      for (int i = 0; i < counts.length; i++) {
        boolean member = parameters.family() == Family.ACTIVE
            ? seenBefore[i] || counts[i] > 0
            : counts[i] >= parameters.minimumCount();
        family += enough[i] && member ? 1 : 0;
      }
      return family;
    }

    @Override
    public byte[] words(int[] counts, double[] midP) {
      double limit = Math.min(keptUpTo(counts, midP), Math.nextDown(parameters.alpha()));
      byte[] words = new byte[counts.length];
      for (int i = 0; i < words.length; i++) {
        words[i] = (byte) word(enough[i], counts[i], midP[i], limit).ordinal();
      }
      return words;
    }

    private double keptUpTo(int[] counts, double[] midP) {
      int n = 0;
      double[] p = new double[counts.length];
      for (int i = 0; i < counts.length; i++) {
        if (enough[i] && counts[i] >= parameters.minimumCount()) {
          p[n++] = midP[i];
        }
      }
      return BenjaminiHochberg.limit(
          Arrays.copyOf(p, n), parameters.falseDiscoveryRate(), family(counts));
    }

    private State word(boolean sufficient, int count, double midP, double limit) {
      if (!sufficient) {
        return State.INSUFFICIENT;
      }
      if (count < parameters.minimumCount() || midP >= parameters.alpha()) {
        return State.AS_EXPECTED;
      }
      return midP <= limit ? State.HOTSPOT : State.MORE;
    }
  }
}
