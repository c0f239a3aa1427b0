package se.samlad.analysis.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;

/**
 * Which places have more cases than their population lets expect, when all circles are searched (Swedish: rumslig svepstatistik)?
 *
 * <p>Terms: Poisson, with c cases and e expected in a circle and C cases in all, c ln(c/e) + (C - c) ln((C - c)/(C - e)); binomial, with n
 * people in the circle and N in all, the logarithm of the ratio of the likelihoods with two shares and with one. Bernoulli is the binomial
 * with cases and controls. Only high rates count. Expected cases are scaled so that they sum to the cases.
 *
 * <p>Edges: no cases, one place, or the same rate everywhere: no cluster. Rows at the same coordinates are one place. NaN, negative counts,
 * more cases than people and a sum of zero expected with cases are refused. Cases may be estimates with decimals; the simulated data sets
 * then hold their rounded sum.
 *
 * <p>Method: every beginning of the list of neighbours of a place is a circle. A Poisson data set deals the cases over the places by what is
 * expected; a binomial one draws the cases among the people without replacement. For every number of cases only the circle with the least
 * expected can win, so a replicate takes one logarithm for each number of cases. Cost per replicate: cases + neighbours in all circles.
 * Memory: 4 bytes a neighbour, 16 bytes a place and 8 a case for each thread.
 *
 * <p>Source: Kulldorff 1997, Communications in Statistics: Theory and Methods 26:1481-1496; Kulldorff and Nagarwalla 1995, Statistics in
 * Medicine 14:799-810.
 */
public final class SpatialScan {

  private static final double MOST_CASES = 10_000_000;

  private final ScanWindow window;
  private final Replicates replicates;

  public SpatialScan(ScanWindow window, Replicates replicates) {
    this.window = window;
    this.replicates = replicates;
  }

  /** Poisson: the share of the window is a share of what is expected. */
  public ScanResult poisson(
      double[] x, double[] y, double[] cases, double[] expected, Progress progress) {
    return poisson(x, y, cases, expected, expected, progress);
  }

  /** Poisson: the share of the window is a share of {@code population}. */
  public ScanResult poisson(
      double[] x,
      double[] y,
      double[] cases,
      double[] expected,
      double[] population,
      Progress progress) {
    check("cases", cases, x.length);
    check("expected", expected, x.length);
    check("population", population, x.length);
    double all = Arrays.stream(cases).sum();
    double sum = Arrays.stream(expected).sum();
    if (all > 0 && !(sum > 0)) {
      throw new IllegalArgumentException("There are %s cases but none expected".formatted(all));
    }
    Places places = Places.of(x, y);
    double[] scaled = places.sum(expected);
    for (int place = 0; place < scaled.length; place++) {
      scaled[place] *= all == 0 ? 0 : all / sum;
    }
    return scan(
        places,
        places.sum(cases),
        scaled,
        places.sum(population),
        new SpatialModel.OfPoisson(all),
        progress);
  }

  /** Binomial: {@code cases} among {@code population} people, of whom each is a case at most once. */
  public ScanResult binomial(
      double[] x, double[] y, double[] cases, double[] population, Progress progress) {
    check("cases", cases, x.length);
    check("population", population, x.length);
    for (int row = 0; row < x.length; row++) {
      if (cases[row] > population[row] || population[row] != Math.rint(population[row])) {
        throw new IllegalArgumentException(
            "Row %d has %s cases among %s people; the people must be a whole number and at least the cases"
                .formatted(row + 1, cases[row], population[row]));
      }
    }
    Places places = Places.of(x, y);
    double[] people = places.sum(population);
    return scan(
        places,
        places.sum(cases),
        people,
        people,
        new SpatialModel.OfBinomial(
            Arrays.stream(cases).sum(), Arrays.stream(people).sum()),
        progress);
  }

  /** Bernoulli: cases set against controls. */
  public ScanResult bernoulli(
      double[] x, double[] y, double[] cases, double[] controls, Progress progress) {
    check("cases", cases, x.length);
    check("controls", controls, x.length);
    double[] both = new double[cases.length];
    Arrays.setAll(both, row -> cases[row] + controls[row]);
    return binomial(x, y, cases, both, progress);
  }

  /** The statistic of one circle in the binomial model, 0 when the share inside is not higher than outside. */
  public static double binomialStatistic(
      double cases, double people, double allCases, double allPeople) {
    return LikelihoodRatio.binomial(cases, people, allCases, allPeople);
  }

  /** Share of draws of every count about what was seen that find something, or nothing, as the result of {@link #poisson} did. */
  public Stability poissonStability(
      ScanResult result,
      double[] x,
      double[] y,
      double[] cases,
      double[] expected,
      Stability.Parameters how,
      Progress progress) {
    SpatialScan once = new SpatialScan(window, Replicates.one());
    return result.stability(how, progress, random -> {
      double[] drawn = new double[cases.length];
      Arrays.setAll(drawn, row -> Stability.redrawn(cases[row], 1, random));
      return once.poisson(x, y, drawn, expected, Progress.silent());
    });
  }

  /** As {@link #poissonStability}, every person being a case by the share seen at the place. */
  public Stability binomialStability(
      ScanResult result,
      double[] x,
      double[] y,
      double[] cases,
      double[] population,
      Stability.Parameters how,
      Progress progress) {
    SpatialScan once = new SpatialScan(window, Replicates.one());
    return result.stability(how, progress, random -> {
      double[] drawn = new double[cases.length];
      Arrays.setAll(
          drawn,
          row -> cases[row] == 0
              ? 0
              : random.nextBinomial((int) population[row], cases[row] / population[row]));
      return once.binomial(x, y, drawn, population, Progress.silent());
    });
  }

  private static void check(String name, double[] values, int rows) {
    if (values.length != rows) {
      throw new IllegalArgumentException(
          "There are %d places and %d values of %s".formatted(rows, values.length, name));
    }
    for (int row = 0; row < rows; row++) {
      if (!(values[row] >= 0) || Double.isInfinite(values[row])) {
        throw new IllegalArgumentException("Row %d has %s %s; it must be at least 0 and finite"
            .formatted(row + 1, name, values[row]));
      }
    }
    if (name.equals("cases") && Arrays.stream(values).sum() > MOST_CASES) {
      throw new IllegalArgumentException("At most %.0f cases can be scanned but there are %.0f"
          .formatted(MOST_CASES, Arrays.stream(values).sum()));
    }
  }

  private ScanResult scan(
      Places places,
      double[] cases,
      double[] weight,
      double[] shareOf,
      SpatialModel model,
      Progress progress) {
    Circles circles = Circles.of(places, window, shareOf);
    Supplier<SpatialSimulation> simulations =
        () -> new SpatialSimulation(circles, weight, model, window.minCases());
    return new ScanRun(places, circles, window, replicates, model.cases(), 0, 0)
        .report(worthNaming -> observed(circles, cases, weight, model), simulations, progress);
  }

  private List<ScanRun.Candidate> observed(
      Circles circles, double[] cases, double[] weight, SpatialModel model) {
    List<ScanRun.Candidate> candidates = new ArrayList<>();
    for (int centre = 0; centre < circles.centres(); centre++) {
      ScanRun.Candidate best = null;
      double inside = 0;
      double weightInside = 0;
      int[] members = circles.members(centre);
      for (int k = 0; k < members.length; k++) {
        inside += cases[members[k]];
        weightInside += weight[members[k]];
        double statistic =
            inside < window.minCases() ? 0 : model.statistic(inside, weightInside, model.cases());
        if (statistic > (best == null ? 0 : best.statistic())) {
          best = new ScanRun.Candidate(
              centre, k + 1, 0, 0, inside, model.expected(weightInside), statistic);
        }
      }
      if (best != null) {
        candidates.add(best);
      }
    }
    return candidates;
  }
}
