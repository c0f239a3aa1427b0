package se.samlad.analysis.aberration;

import java.util.OptionalDouble;
import se.samlad.analysis.Certainty;

/**
 * One count against its own past: "48 händelser, väntat 21-45" (Swedish: väntat intervall).
 *
 * <p>Question: is this week's count fewer, as, or more than its past weeks promise? Terms: {@code past} are counts of
 * periods as long as now, {@link PooledDispersion#MISSING} where one has no data; the dispersion is given (pooled over the
 * municipality's series) or estimated from this series. Edges: fewer than the minimum of periods is
 * {@link Word#INSUFFICIENT}, whatever the count; nothing but zeros expects 0-0. Method: {@link PredictiveCount}, whose
 * interval holds the uncertainty of the past; the stability redraws now and past around what was seen. Cost: microseconds,
 * and about a tenth of a second for 1,000 draws of a large count. Source: as {@link PredictiveCount}.
 */
public final class ExpectedCount {
  private ExpectedCount() {}

  /** How the count compares. */
  public enum Word {
    /** Otillräckligt underlag. */
    INSUFFICIENT,
    /** Färre än väntat. */
    FEWER,
    /** Som väntat. */
    AS_EXPECTED,
    /** Fler än väntat. */
    MORE
  }

  /**
   * @param minimumPeriods past periods below which nothing is said
   * @param alpha mid-p limit on each side; the expected interval holds 1 - 2 alpha
   * @param dispersion extra variance per squared mean; empty to estimate it from the series
   * @param draws parametric draws for the stability; 0 leaves it out
   * @param seed of the draws
   */
  public record Parameters(
      int minimumPeriods, double alpha, OptionalDouble dispersion, int draws, long seed) {
    public Parameters {
      if (minimumPeriods < 1 || draws < 0 || !(alpha > 0 && alpha < 0.5)) {
        throw new IllegalArgumentException(
            "periods %d, draws %d, alpha %s".formatted(minimumPeriods, draws, alpha));
      }
    }

    public static Parameters defaults() {
      return new Parameters(8, 0.05, OptionalDouble.empty(), 1000, 20260105);
    }

    public Parameters withDispersion(double dispersion) {
      return new Parameters(minimumPeriods, alpha, OptionalDouble.of(dispersion), draws, seed);
    }

    public Parameters withDraws(int draws) {
      return new Parameters(minimumPeriods, alpha, dispersion, draws, seed);
    }

    public Parameters withMinimumPeriods(int minimumPeriods) {
      return new Parameters(minimumPeriods, alpha, dispersion, draws, seed);
    }

    public Parameters withAlpha(double alpha) {
      return new Parameters(minimumPeriods, alpha, dispersion, draws, seed);
    }
  }

  /**
   * @param count events now
   * @param history events in the past periods
   * @param periods past periods with data
   * @param expected their mean, NaN if insufficient
   * @param lower least count within the expected interval, -1 if insufficient
   * @param upper largest count within it, -1 if insufficient
   * @param lowerMidP chance of as few or fewer, NaN if insufficient
   * @param upperMidP chance of as many or more, NaN if insufficient
   * @param dispersion as used
   * @param word how the count compares
   * @param stability share of draws with the same word
   * @param parameters as used
   */
  public record Result(
      int count,
      long history,
      int periods,
      double expected,
      long lower,
      long upper,
      double lowerMidP,
      double upperMidP,
      double dispersion,
      Word word,
      double stability,
      Parameters parameters) {
    public Certainty certainty() {
      return Certainty.of(stability);
    }
  }

  public static Result of(int now, int... past) {
    return of(now, past, Parameters.defaults());
  }

  public static Result of(int now, int[] past, Parameters parameters) {
    return of(
        now,
        past,
        parameters.dispersion().isPresent()
            ? PooledDispersion.fixed(parameters.dispersion().getAsDouble())
            : PooledDispersion.fixed(PooledDispersion.of(new int[][] {past}).value()),
        parameters);
  }

  /** With the dispersion of many series, of which this is one; that of the parameters is not used. */
  public static Result of(int now, int[] past, PooledDispersion pooled, Parameters parameters) {
    int[] counts = {now};
    CountFamily family = CountFamily.of(counts, new int[][] {past}, pooled, 0);
    long history = family.history(0);
    int periods = family.windows(0);
    double dispersion = periods == 0 ? pooled.value() : family.expected(0).dispersionWith(now);
    if (periods < parameters.minimumPeriods()) {
      return new Result(
          now,
          history,
          periods,
          Double.NaN,
          -1,
          -1,
          Double.NaN,
          Double.NaN,
          dispersion,
          Word.INSUFFICIENT,
          1,
          parameters);
    }
    PooledCount predictive = family.expected(0);
    double lowerMidP = predictive.lowerMidP(now);
    double upperMidP = predictive.upperMidP(now);
    CountFamily.Rule rule = (drawn, midP) ->
        new byte[] {(byte) word(1 - midP[0], midP[0], parameters.alpha()).ordinal()};
    Word word = word(lowerMidP, upperMidP, parameters.alpha());
    double stability = family
        .stability(
            new byte[] {(byte) word.ordinal()}, rule, parameters.draws(), parameters.seed(), 1)[0];
    return new Result(
        now,
        history,
        periods,
        predictive.expected(),
        predictive.lower(parameters.alpha()),
        predictive.upper(parameters.alpha()),
        lowerMidP,
        upperMidP,
        dispersion,
        word,
        stability,
        parameters);
  }

  private static Word word(double lowerMidP, double upperMidP, double alpha) {
    if (upperMidP < alpha) {
      return Word.MORE;
    }
    return lowerMidP < alpha ? Word.FEWER : Word.AS_EXPECTED;
  }
}
