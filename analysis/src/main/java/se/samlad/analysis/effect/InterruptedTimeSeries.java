package se.samlad.analysis.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.distribution.StudentT;

/**
 * Did the series break when the measure began (Swedish: avbruten tidsserie)?
 *
 * <p>Question: by which factor did the weekly level, and its slope, change at the start, trend and season allowed for?
 * Terms: one count a week, NaN for a week without data, and the number of weeks before the start. Edges: at least {@link
 * #FEWEST} weeks with data on either side, else refused; missing weeks are left out, not taken as 0; no events on one side
 * is refused. Method: log-linear regression on week number, after the start, weeks since the start and yearly waves, with
 * quasi-Poisson errors (the Poisson error times the root of Pearson's dispersion, never below the Poisson one in the word)
 * and Newey and West's, which allow for neighbouring weeks going together; a negative binomial is fitted beside it. A single
 * series cannot tell the measure from whatever else happened that week: use a comparison where there is one. Cost: a few
 * milliseconds for ten years of weeks, the draws a thousand times one fit. Source: Wagner et al. 2002, Journal of Clinical
 * Pharmacy and Therapeutics 27:299-309; Bernal, Cummins and Gasparrini 2017, International Journal of Epidemiology
 * 46:348-355; Newey and West 1987, Econometrica 55:703-708.
 *
 * @param names of the coefficients: intercept, week, post, since, then s1, c1 and so on
 * @param coefficients in that order
 * @param poissonErrors if counts vary by chance alone
 * @param quasiErrors the same times the root of the dispersion
 * @param neweyWestErrors allowing for neighbouring weeks
 * @param dispersion Pearson's chi square over its degrees of freedom
 * @param deviance of the regression
 * @param aic of the Poisson regression
 * @param freedom degrees of freedom
 * @param n weeks with data
 * @param weeksBefore of them before the start
 * @param missing weeks without data
 * @param parameters as used
 */
@SuppressWarnings("ArrayRecordComponent")
public record InterruptedTimeSeries(
    List<String> names,
    double[] coefficients,
    double[] poissonErrors,
    double[] quasiErrors,
    double[] neweyWestErrors,
    double dispersion,
    double deviance,
    double aic,
    int freedom,
    int n,
    int weeksBefore,
    int missing,
    Parameters parameters) {

  /** Fewest weeks with data before the start, and after. */
  public static final int FEWEST = 8;

  private static final int POST = 2;
  private static final int SINCE = 3;

  /**
   * @param before weeks before the start, missing ones counted
   * @param period weeks of a year
   * @param harmonics yearly waves
   * @param lag weeks over which neighbours go together
   * @param level of the interval
   */
  public record Parameters(int before, double period, int harmonics, int lag, double level) {
    public Parameters {
      if (before < 1 || !(period >= 2) || harmonics < 0 || lag < 0 || !(level > 0 && level < 1)) {
        throw new IllegalArgumentException(
            "weeks before %d, period %s, harmonics %d, lag %d, level %s"
                .formatted(before, period, harmonics, lag, level));
      }
    }

    public static Parameters of(int before) {
      return new Parameters(before, 52, 1, 4, 0.95);
    }
  }

  public static InterruptedTimeSeries of(double[] counts, Parameters parameters) {
    return of(counts, alike(counts.length), parameters);
  }

  /**
   * With more looking in some weeks than in others.
   *
   * @param counts per week, NaN without data
   * @param effort behind each week, as reporter-weeks, above 0 where there is data
   */
  public static InterruptedTimeSeries of(double[] counts, double[] effort, Parameters parameters) {
    Series series = Series.of(counts, effort, parameters);
    LogLinear model = series.fit();
    double[] errors = model.errors();
    double dispersion = model.dispersion();
    double[] quasi = Arrays.stream(errors).map(e -> e * Math.sqrt(dispersion)).toArray();
    return new InterruptedTimeSeries(
        names(parameters.harmonics()),
        model.coefficients(),
        errors,
        quasi,
        model.sandwich(neweyWest(model.scores(), parameters.lag())),
        dispersion,
        model.deviance(),
        2 * (model.coefficients().length - model.logLikelihood()),
        model.freedom(),
        series.counts.length,
        series.before,
        counts.length - series.counts.length,
        parameters);
  }

  /** The same regression with counts as negative binomial. */
  public static NegativeBinomialSeries negativeBinomial(double[] counts, Parameters parameters) {
    Series series = Series.of(counts, alike(counts.length), parameters);
    return NegativeBinomialSeries.of(series.rows, series.counts, series.offsets, parameters);
  }

  private static double[] alike(int weeks) {
    double[] effort = new double[weeks];
    Arrays.fill(effort, 1);
    return effort;
  }

  /** Factor by which the level changed at once. */
  public double levelRatio() {
    return Math.exp(coefficients[POST]);
  }

  /** Factor by which each following week's change differs from before. */
  public double slopeRatio() {
    return Math.exp(coefficients[SINCE]);
  }

  /** Limits of the level's factor, by Student's t with the larger of the quasi-Poisson and Newey-West errors. */
  public Estimate.Interval levelInterval() {
    double error =
        Math.max(poissonErrors[POST], Math.max(quasiErrors[POST], neweyWestErrors[POST]));
    double reach = new StudentT(freedom).quantile((1 + parameters.level()) / 2) * error;
    return new Estimate.Interval(
        Math.exp(coefficients[POST] - reach), Math.exp(coefficients[POST] + reach));
  }

  /** What the interval says of the level. */
  public RateRatio.Word word() {
    return RateRatio.word(levelInterval());
  }

  /** Share of parametric draws of every week from its fitted distribution that give the same word. */
  public double stability(double[] counts, int draws, long seed, int threads) {
    return stability(
            counts,
            alike(counts.length),
            new Stability.Parameters(draws, seed, threads),
            Progress.silent())
        .share();
  }

  /** As above, with the effort behind each week. */
  public Stability stability(
      double[] counts, double[] effort, Stability.Parameters how, Progress progress) {
    Series series = Series.of(counts, effort, parameters);
    double[] means = series.fit().means();
    return Stability.of(
        how, progress, () -> random -> isSame(redrawn(counts, means, random), effort));
  }

  private static List<String> names(int harmonics) {
    List<String> names = new ArrayList<>(List.of("intercept", "week", "post", "since"));
    for (int wave = 1; wave <= harmonics; wave++) {
      names.add("s" + wave);
      names.add("c" + wave);
    }
    return List.copyOf(names);
  }

  /** Bartlett weights up to the lag; neighbours are those with data. */
  private static double[][] neweyWest(double[][] scores, int lag) {
    int k = scores[0].length;
    double[][] meat = new double[k][k];
    for (int apart = 0; apart <= Math.min(lag, scores.length - 1); apart++) {
      double weight = 1 - apart / (lag + 1.0);
      for (int i = apart; i < scores.length; i++) {
        for (int a = 0; a < k; a++) {
          for (int b = 0; b < k; b++) {
            double product = scores[i][a] * scores[i - apart][b];
            meat[a][b] += weight * product;
            meat[b][a] += apart == 0 ? 0 : weight * product;
          }
        }
      }
    }
    return meat;
  }

  private record Series(double[][] rows, double[] counts, double[] offsets, int before) {

    LogLinear fit() {
      return LogLinear.fit(rows, counts, offsets, Double.POSITIVE_INFINITY);
    }

    static Series of(double[] counts, double[] effort, Parameters parameters) {
      if (effort.length != counts.length) {
        throw new IllegalArgumentException(
            "%d weeks of counts but %d of effort".formatted(counts.length, effort.length));
      }
      List<double[]> rows = new ArrayList<>();
      List<Double> kept = new ArrayList<>();
      List<Double> offsets = new ArrayList<>();
      int before = 0;
      double[] sums = new double[2];
      for (int i = 0; i < counts.length; i++) {
        if (Double.isNaN(counts[i])) {
          continue;
        }
        if (!(counts[i] >= 0) || Double.isInfinite(counts[i])) {
          throw new IllegalArgumentException(
              "week %d has the count %s".formatted(i + 1, counts[i]));
        }
        if (!(effort[i] > 0) || Double.isInfinite(effort[i])) {
          throw new IllegalArgumentException(
              "week %d has the effort %s, it should be above 0".formatted(i + 1, effort[i]));
        }
        boolean post = i >= parameters.before();
        before += post ? 0 : 1;
        sums[post ? 1 : 0] += counts[i];
        rows.add(row(i + 1, parameters));
        kept.add(counts[i]);
        offsets.add(Math.log(effort[i]));
      }
      requireEnough(before, kept.size() - before, sums);
      return new Series(
          rows.toArray(double[][]::new),
          kept.stream().mapToDouble(Double::doubleValue).toArray(),
          offsets.stream().mapToDouble(Double::doubleValue).toArray(),
          before);
    }

    private static void requireEnough(int before, int after, double[] sums) {
      if (before < FEWEST || after < FEWEST) {
        throw new IllegalArgumentException(
            "at least %d weeks with data are needed before and after the start: %d and %d"
                .formatted(FEWEST, before, after));
      }
      if (sums[0] == 0 || sums[1] == 0) {
        throw new IllegalArgumentException(
            "there are no events at all " + (sums[0] == 0 ? "before" : "after") + " the start");
      }
    }

    private static double[] row(int week, Parameters parameters) {
      double[] row = new double[4 + 2 * parameters.harmonics()];
      row[0] = 1;
      row[1] = week;
      row[POST] = week > parameters.before() ? 1 : 0;
      row[SINCE] = Math.max(0, week - parameters.before());
      for (int wave = 1; wave <= parameters.harmonics(); wave++) {
        double angle = 2 * Math.PI * wave * week / parameters.period();
        row[2 + 2 * wave] = Math.sin(angle);
        row[3 + 2 * wave] = Math.cos(angle);
      }
      return row;
    }
  }

  private double[] redrawn(double[] counts, double[] means, SeededRandom random) {
    double spread = Math.max(0, dispersion - 1);
    double[] drawn = new double[counts.length];
    int at = 0;
    for (int i = 0; i < counts.length; i++) {
      drawn[i] = Double.isNaN(counts[i])
          ? Double.NaN
          : random.nextNegativeBinomial(means[at], spread / means[at++]);
    }
    return drawn;
  }

  private boolean isSame(double[] drawn, double[] effort) {
    try {
      return of(drawn, effort, parameters).word() == word();
    } catch (IllegalArgumentException e) {
      // A draw without events on one side says nothing.
      return word() == RateRatio.Word.UNDECIDED;
    }
  }
}
