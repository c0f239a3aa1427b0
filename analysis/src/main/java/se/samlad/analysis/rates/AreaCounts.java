package se.samlad.analysis.rates;

import java.util.Arrays;

/**
 * Cases and population at risk of each area, checked once: as many of both, at most a million areas, cases finite and at
 * least 0, population finite and above 0 (an area without people has no rate and is left out by the caller).
 */
@SuppressWarnings("ArrayRecordComponent")
public record AreaCounts(double[] cases, double[] population) {
  /** The most areas one call takes. */
  public static final int MOST_AREAS = 1_000_000;

  public AreaCounts {
    int n = cases.length;
    if (n == 0 || n > MOST_AREAS || population.length != n) {
      throw new IllegalArgumentException(
          "%d areas with cases and %d with population, there should be as many of both, 1 to %d"
              .formatted(n, population.length, MOST_AREAS));
    }
    for (int i = 0; i < n; i++) {
      if (!(cases[i] >= 0 && cases[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Area %d has %s cases, there should be 0 or more".formatted(i + 1, cases[i]));
      }
      if (!(population[i] > 0 && population[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Area %d has the population %s, it should be above 0".formatted(i + 1, population[i]));
      }
    }
    cases = cases.clone();
    population = population.clone();
  }

  @Override
  public double[] cases() {
    return cases.clone();
  }

  @Override
  public double[] population() {
    return population.clone();
  }

  public int size() {
    return cases.length;
  }

  /** Cases over population, one for each area. */
  public double[] rates() {
    double[] rates = new double[cases.length];
    Arrays.setAll(rates, i -> cases[i] / population[i]);
    return rates;
  }

  public double totalCases() {
    return Arrays.stream(cases).sum();
  }

  public double totalPopulation() {
    return Arrays.stream(population).sum();
  }

  public double overallRate() {
    return totalCases() / totalPopulation();
  }

  /** Cases each area would have at the overall rate. */
  public double[] expected() {
    double rate = overallRate();
    double[] expected = new double[population.length];
    Arrays.setAll(expected, i -> population[i] * rate);
    return expected;
  }
}
