package se.samlad.analysis.effect;

import java.util.List;
import java.util.Optional;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.Progress;
import se.samlad.analysis.distribution.StudentT;

/**
 * How much the treated areas changed beyond the untreated ones, weeks and areas allowed for (Swedish: skillnad i skillnader).
 *
 * <p>Question: by which factor did the measure change the weekly counts? Terms: a {@link Week} for each area and week; the
 * effect is the logarithm of a rate ratio, 0 for none. Edges: at least one treated and one untreated area, each with weeks
 * before and after; an area or a week without any event tells nothing about the ratio and is left out, and counted; with no
 * event left in one of the four groups the regression is refused. Method: Poisson regression with an effect for each area,
 * each week and for treated areas after the start; the standard error lets the weeks of an area go together (clusters), and
 * the interval is Student's with one degree less than there are areas. With fewer than {@link #FEW_CLUSTERS} areas that
 * error is too small, which the result says: then {@link Permutation} over which areas were treated is to be read instead.
 * Cost: a matrix of areas plus weeks squared for each area-week, ten steps or so; 20 areas over 3 years take half a second.
 * Source: Angrist and Pischke 2009, Mostly harmless econometrics, chapter 5; Cameron, Gelbach and Miller 2008, Review of
 * Economics and Statistics 90:414-427.
 *
 * @param effect logarithm of the rate ratio, with the error that lets weeks of an area go together
 * @param modelError error if the counts were Poisson and independent
 * @param clusterErrorUncorrected error by cluster without the correction for few areas
 * @param deviance of the regression
 * @param freedom degrees of freedom of the regression
 * @param permutation over areas, when asked for
 * @param stability share of parametric draws of every area's counts that give the same word
 * @param n area-weeks that went in
 * @param areas that went in
 * @param treatedAreas of them treated
 * @param weeks that went in
 * @param leftOut area-weeks of areas and weeks without any event
 * @param parameters as used
 */
public record DifferenceInDifferences(
    Estimate effect,
    double modelError,
    double clusterErrorUncorrected,
    double deviance,
    int freedom,
    Optional<Permutation> permutation,
    double stability,
    int n,
    int areas,
    int treatedAreas,
    int weeks,
    int leftOut,
    Parameters parameters) {

  /** With fewer areas than this the error by cluster is too small. */
  public static final int FEW_CLUSTERS = 10;

  /**
   * One area in one week.
   *
   * @param treated whether the measure is carried out there at some time
   * @param post whether the measure has begun by this week
   */
  public record Week(String area, int week, boolean treated, boolean post, int count) {
    public Week {
      if (count < 0) {
        throw new IllegalArgumentException(
            "a count below 0 in area %s, week %d: %d".formatted(area, week, count));
      }
    }
  }

  /**
   * @param level of the interval
   * @param permutations of which areas were treated; 0 leaves them out
   * @param draws for the stability of the word
   * @param seed of both
   * @param threads to work on
   */
  public record Parameters(double level, int permutations, int draws, long seed, int threads) {
    public Parameters {
      if (!(level > 0 && level < 1) || permutations < 0 || draws < 1 || threads < 1) {
        throw new IllegalArgumentException("level %s, permutations %d, draws %d, threads %d"
            .formatted(level, permutations, draws, threads));
      }
    }

    public static Parameters defaults() {
      return new Parameters(0.95, 999, 1000, 20260105, 1);
    }
  }

  public static DifferenceInDifferences of(List<Week> panel, Parameters parameters) {
    return of(panel, parameters, Progress.silent());
  }

  public static DifferenceInDifferences of(
      List<Week> panel, Parameters parameters, Progress progress) {
    PanelDesign design = PanelDesign.of(panel);
    LogLinear model = LogLinear.fit(design.rows(), design.counts(), Double.POSITIVE_INFINITY);
    int last = model.coefficients().length - 1;
    double uncorrected = model.sandwich(design.meat(model.scores()))[last];
    double areas = design.areas();
    double n = design.counts().length;
    double correction = areas / (areas - 1) * (n - 1) / (n - model.coefficients().length);
    TwoPeriods periods = TwoPeriods.of(design.kept());
    Optional<Permutation> permutation = parameters.permutations() == 0
        ? Optional.empty()
        : Optional.of(Permutation.of(periods, parameters, progress));
    return new DifferenceInDifferences(
        new Estimate(model.coefficients()[last], uncorrected * Math.sqrt(correction)),
        model.errors()[last],
        uncorrected,
        model.deviance(),
        model.freedom(),
        permutation,
        periods.stability(model.dispersion(), parameters),
        design.counts().length,
        design.areas(),
        design.treatedAreas(),
        design.weeks(),
        panel.size() - design.counts().length,
        parameters);
  }

  /** The factor by which the measure changed the counts. */
  public double rateRatio() {
    return Math.exp(effect.value());
  }

  /** Limits of the factor, by Student's t over the areas. */
  public Estimate.Interval interval() {
    double quantile = new StudentT(areas - 1).quantile((1 + parameters.level()) / 2);
    double reach = quantile * effect.error();
    return new Estimate.Interval(
        Math.exp(effect.value() - reach), Math.exp(effect.value() + reach));
  }

  /** Whether there are so few areas that the interval is too narrow and the permutation is to be read. */
  public boolean fewClusters() {
    return areas < FEW_CLUSTERS;
  }

  /** What the interval says. */
  public RateRatio.Word word() {
    return RateRatio.word(interval());
  }

  /** How sure the word is. */
  public Certainty certainty() {
    return Certainty.of(stability);
  }
}
