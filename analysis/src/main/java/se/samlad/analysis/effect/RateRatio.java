package se.samlad.analysis.effect;

import se.samlad.analysis.distribution.Binomial;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.distribution.Normal;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.distribution.SpecialFunctions;

/**
 * How many times as often now as then (Swedish: kvot mellan takter).
 *
 * <p>Question: is the rate in the first period another than in the second, and within which limits? Terms: x1 events in the
 * time T1, x0 in T0; time may be weeks, area-weeks or reporter-weeks. Edges: no events at all give the interval 0 to
 * infinity, p = 1 by the exact test and NaN for the rest; no events in one of them give a ratio of 0 or infinity and no
 * Wald limits on that side. Method: given their sum, x1 is binomial with a share that depends on the ratio alone: the exact
 * interval turns Clopper and Pearson's limits of the share into ratios, the mid-p interval counts half of what was seen,
 * the Wald interval is symmetric about the logarithm; {@link ETest} does without the condition. The exact ones never claim
 * too much; the mid-p ones hold their level best and are what the screens show. Cost: constant but for the roots of mid-p,
 * some hundred evaluations of the binomial tail. Source: Clopper and Pearson 1934, Biometrika 26:404-413; Rothman,
 * Greenland and Lash 2008, Modern Epidemiology, chapter 14; Krishnamoorthy and Thomson 2004, Journal of Statistical
 * Planning and Inference 119:23-35.
 *
 * @param ratio rate of the first over that of the second; NaN without events
 * @param medianRatio the ratio at which mid-p is one half: unbiased in the median
 * @param exact limits that hold the level at least
 * @param midP limits that hold the level on average
 * @param wald limits by the logarithm, for many events
 * @param exactP two-sided p value of equal rates, by outcomes no more likely than what was seen
 * @param midPValue two-sided mid-p value, NaN without events
 * @param eTestP p value of the E-test, NaN without events
 * @param n events in both
 * @param parameters as used
 */
public record RateRatio(
    double ratio,
    double medianRatio,
    Estimate.Interval exact,
    Estimate.Interval midP,
    Estimate.Interval wald,
    double exactP,
    double midPValue,
    double eTestP,
    long n,
    Parameters parameters) {

  /** R's allowance for outcomes as likely as what was seen but for rounding. */
  private static final double AS_LIKELY = 1 + 1e-7;

  private static final int ROOT_STEPS = 200;

  /** What the interval says of the direction. */
  public enum Word {
    FEWER,
    MORE,
    UNDECIDED
  }

  /**
   * @param events in the first period
   * @param time of the first period
   * @param eventsBefore in the second, compared with
   * @param timeBefore of the second
   * @param level of the intervals
   */
  public record Parameters(
      long events, double time, long eventsBefore, double timeBefore, double level) {
    public Parameters {
      if (events < 0 || eventsBefore < 0) {
        throw new IllegalArgumentException(
            "counts must be at least 0: %d, %d".formatted(events, eventsBefore));
      }
      if (!(time > 0 && timeBefore > 0 && Double.isFinite(time) && Double.isFinite(timeBefore))) {
        throw new IllegalArgumentException(
            "times must be finite and above 0: %s, %s".formatted(time, timeBefore));
      }
      if (!(level > 0 && level < 1)) {
        throw new IllegalArgumentException("level must be between 0 and 1: " + level);
      }
    }

    private Parameters withCounts(long events, long eventsBefore) {
      return new Parameters(events, time, eventsBefore, timeBefore, level);
    }
  }

  /** At the level 95 %. */
  public static RateRatio of(long events, double time, long eventsBefore, double timeBefore) {
    return of(new Parameters(events, time, eventsBefore, timeBefore, 0.95));
  }

  public static RateRatio of(Parameters parameters) {
    long x = parameters.events();
    long n = x + parameters.eventsBefore();
    double ratio = parameters.events()
        / parameters.time()
        / (parameters.eventsBefore() / parameters.timeBefore());
    double share = parameters.time() / (parameters.time() + parameters.timeBefore());
    double tail = (1 - parameters.level()) / 2;
    return new RateRatio(
        ratio,
        n == 0 ? Double.NaN : midPRoot(parameters, 0.5),
        exact(parameters, tail),
        new Estimate.Interval(
            x == 0 ? 0 : midPRoot(parameters, 1 - tail),
            x == n ? Double.POSITIVE_INFINITY : midPRoot(parameters, tail)),
        wald(ratio, parameters),
        n == 0 ? 1 : exactP(new Binomial(n, share), x),
        n == 0 ? Double.NaN : midPValue(new Binomial(n, share), x),
        n == 0 ? Double.NaN : ETest.of(x, parameters.time(), n - x, parameters.timeBefore()),
        n,
        parameters);
  }

  /** What the mid-p interval says. */
  public Word word() {
    return word(midP);
  }

  /** Share of parametric draws of both counts, each Poisson about what was seen, that give the same word. */
  public double stability(int draws, long seed, int threads) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws must be at least 1: " + draws);
    }
    Word word = word();
    return Draws.run(draws, seed, threads, () -> new Redraw(parameters, word)).stream()
            .mapToInt(worker -> worker.same)
            .sum()
        / (double) draws;
  }

  static Word word(Estimate.Interval interval) {
    if (interval.upper() < 1) {
      return Word.FEWER;
    }
    return interval.lower() > 1 ? Word.MORE : Word.UNDECIDED;
  }

  private static Estimate.Interval exact(Parameters parameters, double tail) {
    double x = parameters.events();
    double other = parameters.eventsBefore();
    double lower = x == 0 ? 0 : SpecialFunctions.inverseBeta(tail, x, other + 1);
    double upper = other == 0 ? 1 : SpecialFunctions.inverseBetaUpper(tail, x + 1, other);
    // The far end of a share near 1 is told by the other count's share, which keeps its digits.
    double restLower = x == 0 ? 1 : SpecialFunctions.inverseBetaUpper(tail, other + 1, x);
    double restUpper = other == 0 ? 0 : SpecialFunctions.inverseBeta(tail, other, x + 1);
    double scale = parameters.timeBefore() / parameters.time();
    return new Estimate.Interval(lower / restLower * scale, upper / restUpper * scale);
  }

  private static Estimate.Interval wald(double ratio, Parameters parameters) {
    double error = Math.sqrt(1.0 / parameters.events() + 1.0 / parameters.eventsBefore());
    double reach = Normal.twoSided(parameters.level()) * error;
    return new Estimate.Interval(
        Math.exp(Math.log(ratio) - reach), Math.exp(Math.log(ratio) + reach));
  }

  private static double exactP(Binomial binomial, long x) {
    double seen = binomial.probability(x) * AS_LIKELY;
    double mean = binomial.mean();
    if (x == mean) {
      return 1;
    }
    if (x < mean) {
      long first = firstAsRare(binomial, (long) Math.ceil(mean), binomial.trials() + 1, seen);
      return Math.min(1, binomial.atMost(x) + binomial.atLeast(first));
    }
    long last = lastAsRare(binomial, (long) Math.floor(mean), seen);
    return Math.min(1, binomial.atMost(last) + binomial.atLeast(x));
  }

  /** The first count from {@code low} on, where probabilities fall, that is no more likely than what was seen. */
  private static long firstAsRare(Binomial binomial, long low, long high, double seen) {
    long from = low;
    long to = high;
    while (from < to) {
      long middle = (from + to) >>> 1;
      if (middle <= binomial.trials() && binomial.probability(middle) > seen) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static long lastAsRare(Binomial binomial, long high, double seen) {
    long from = -1;
    long to = high;
    while (from < to) {
      long middle = from + (to - from + 1) / 2;
      if (binomial.probability(middle) > seen) {
        to = middle - 1;
      } else {
        from = middle;
      }
    }
    return from;
  }

  private static double midPValue(Binomial binomial, long x) {
    double half = binomial.probability(x) / 2;
    double lower = (x == 0 ? 0 : binomial.atMost(x - 1)) + half;
    double upper = (x == binomial.trials() ? 0 : binomial.atLeast(x + 1)) + half;
    return Math.min(1, 2 * Math.min(lower, upper));
  }

  /** The ratio at which fewer than seen, with half of what was seen, has the chance {@code wanted}; it falls with the ratio. */
  private static double midPRoot(Parameters parameters, double wanted) {
    long x = parameters.events();
    long n = x + parameters.eventsBefore();
    if (x == 0 && wanted >= 0.5) {
      return 0;
    }
    if (x == n && wanted <= 0.5) {
      return Double.POSITIVE_INFINITY;
    }
    double low = -60;
    double high = 60;
    for (int step = 0; step < ROOT_STEPS && high - low > 1e-14 * Math.abs(low + high); step++) {
      double middle = (low + high) / 2;
      if (lowerMidP(n, x, middle) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double odds = Math.exp((low + high) / 2);
    return odds * parameters.timeBefore() / parameters.time();
  }

  private static double lowerMidP(long n, long x, double logOdds) {
    Binomial binomial = new Binomial(n, 1 / (1 + Math.exp(-logOdds)));
    return (x == 0 ? 0 : binomial.atMost(x - 1)) + binomial.probability(x) / 2;
  }

  private static final class Redraw implements Draws.Worker {
    private final Parameters parameters;
    private final Word word;
    private int same;

    Redraw(Parameters parameters, Word word) {
      this.parameters = parameters;
      this.word = word;
    }

    @Override
    public void draw(SeededRandom random, int number) {
      Parameters drawn = parameters.withCounts(
          random.nextPoisson(parameters.events()), random.nextPoisson(parameters.eventsBefore()));
      same += RateRatio.wordOf(drawn) == word ? 1 : 0;
    }
  }

  private static Word wordOf(Parameters drawn) {
    long n = drawn.events() + drawn.eventsBefore();
    if (n == 0) {
      return Word.UNDECIDED;
    }
    double share = drawn.time() / (drawn.time() + drawn.timeBefore());
    if (midPValue(new Binomial(n, share), drawn.events()) >= 1 - drawn.level()) {
      return Word.UNDECIDED;
    }
    return drawn.events() < n * share ? Word.FEWER : Word.MORE;
  }
}
