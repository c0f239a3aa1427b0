package se.samlad.analysis.interaction;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many cases would each place have in each step of time if everybody of the same kind had the same risk (Swedish: förväntat antal,
 * indirekt standardiserat)?
 *
 * <p>Terms: kinds are combinations of covariates (age, sex); the risk of a kind is its cases over its time under risk everywhere. Between
 * two counts of the population the numbers change along a straight line; before the first and after the last they stay as they were. The
 * expected cases sum to the cases.
 *
 * <p>Edges: a kind without people but with cases is refused; one census gives the same population always; a leap day is a day like others.
 *
 * <p>Cost: places x kinds x (steps + censuses). Memory: 8 bytes a place and step. Source: Kulldorff, Athas, Feuer, Miller and Key 1998,
 * American Journal of Public Health 88:1377-1380.
 */
public final class StandardisedExpected {

  private StandardisedExpected() {}

  /**
   * Expected cases per place and step.
   *
   * @param population people per kind, place and census
   * @param censusDays day of each census, rising
   * @param casesOfKind all cases of each kind
   * @param borders the day each step begins, and the day after the last
   */
  public static double[][] of(
      double[][][] population, double[] censusDays, double[] casesOfKind, double[] borders) {
    check(population, censusDays, casesOfKind, borders);
    int places = population.length == 0 ? 0 : population[0].length;
    double[][] expected = new double[places][borders.length - 1];
    for (int kind = 0; kind < population.length; kind++) {
      double[][] risk = new double[places][];
      double all = 0;
      for (int place = 0; place < places; place++) {
        risk[place] = timeUnderRisk(population[kind][place], censusDays, borders);
        all += Arrays.stream(risk[place]).sum();
      }
      if (casesOfKind[kind] > 0 && !(all > 0)) {
        throw new IllegalArgumentException(
            "Kind %d has %s cases but no population".formatted(kind + 1, casesOfKind[kind]));
      }
      for (int place = 0; place < places && all > 0; place++) {
        for (int step = 0; step < expected[place].length; step++) {
          expected[place][step] += casesOfKind[kind] * risk[place][step] / all;
        }
      }
    }
    return expected;
  }

  /**
   * Expected cases of rows that each hold the people of one kind at one place, in steps of equal length.
   *
   * @param kind of people per row, a combination of covariates in any words
   * @param cases per row
   * @param population per row
   */
  public static double[] ofRows(String[] kind, double[] cases, double[] population) {
    Map<String, double[]> sums = new HashMap<>();
    for (int row = 0; row < kind.length; row++) {
      if (!(population[row] >= 0) || Double.isInfinite(population[row])) {
        throw new IllegalArgumentException("Row %d has a population of %s, it should be 0 or more"
            .formatted(row + 1, population[row]));
      }
      double[] sum = sums.computeIfAbsent(kind[row], name -> new double[2]);
      sum[0] += cases[row];
      sum[1] += population[row];
    }
    double[] expected = new double[kind.length];
    for (int row = 0; row < kind.length; row++) {
      double[] sum = Objects.requireNonNull(sums.get(kind[row]));
      if (sum[0] > 0 && sum[1] == 0) {
        throw new IllegalArgumentException(
            "The kind \"%s\" has %s cases but no population".formatted(kind[row], sum[0]));
      }
      expected[row] = sum[1] == 0 ? 0 : population[row] * sum[0] / sum[1];
    }
    return expected;
  }

  private static void check(
      double[][][] population, double[] censusDays, double[] casesOfKind, double[] borders) {
    if (population.length != casesOfKind.length) {
      throw new IllegalArgumentException("There are %d kinds of people but cases of %d kinds"
          .formatted(population.length, casesOfKind.length));
    }
    rising("censuses", censusDays, 1);
    rising("borders of steps", borders, 2);
    for (double[][] kind : population) {
      for (double[] place : kind) {
        for (double people : place) {
          if (!(people >= 0) || place.length != censusDays.length) {
            throw new IllegalArgumentException(
                "Every place needs a population of at least 0 for each of %d censuses: %s"
                    .formatted(censusDays.length, Arrays.toString(place)));
          }
        }
      }
    }
  }

  private static void rising(String what, double[] days, int least) {
    boolean rises = days.length >= least;
    for (int i = 1; i < days.length; i++) {
      rises &= days[i] > days[i - 1];
    }
    if (!rises) {
      throw new IllegalArgumentException("There must be at least %d %s and their days must rise: %s"
          .formatted(least, what, Arrays.toString(days)));
    }
  }

  private static double[] timeUnderRisk(double[] people, double[] censusDays, double[] borders) {
    double[] risk = new double[borders.length - 1];
    double before = integral(people, censusDays, borders[0]);
    for (int step = 0; step < risk.length; step++) {
      double after = integral(people, censusDays, borders[step + 1]);
      risk[step] = after - before;
      before = after;
    }
    return risk;
  }

  /** Person-days from the first census to a day, negative before it. */
  private static double integral(double[] people, double[] censusDays, double day) {
    int last = censusDays.length - 1;
    if (day <= censusDays[0]) {
      return (day - censusDays[0]) * people[0];
    }
    double sum = 0;
    for (int k = 0; k < last && censusDays[k] < day; k++) {
      double width = Math.min(day, censusDays[k + 1]) - censusDays[k];
      double slope = (people[k + 1] - people[k]) / (censusDays[k + 1] - censusDays[k]);
      sum += width * (people[k] + slope * width / 2);
    }
    return sum + Math.max(0, day - censusDays[last]) * people[last];
  }
}
