package se.samlad.analysis.rates;

import java.util.Arrays;
import se.samlad.analysis.grid.Neighbours;

/**
 * What is an area's rate once the chance in small areas is taken into account (Swedish: utjämnad nivå, empirisk Bayes)?
 *
 * <p>Terms: raw rate = cases / population. Each raw rate is drawn towards a prior mean, more the fewer people the area has.
 * The global form draws towards the rate of all areas; the local one towards that of the area and its neighbours.
 *
 * <p>Edges: one area, or rates that differ no more than chance would make them, have a prior variance of 0 and every area
 * gets the prior mean; no case at all gives 0 everywhere. An area without neighbours keeps its raw rate in the local form.
 * Bad counts are refused by {@link AreaCounts}.
 *
 * <p>Method: moments. The prior variance is the population-weighted variance of the rates less what Poisson chance alone
 * gives, never below 0. Cost n, for the local form n + pairs; memory a few arrays of n.
 *
 * <p>Source: Marshall 1991, Applied Statistics 40:283-294; binomial shrinkage as Martuzzi and Elliott 1996, Statistics in
 * Medicine 15:1867-1873.
 */
public final class EmpiricalBayes {
  private EmpiricalBayes() {}

  /** Which spread of the neighbourhood the local form measures. */
  public enum LocalSpread {
    /** Around the one mean of the neighbourhood. */
    OWN_MEAN,
    /** Each neighbour around the mean of its own neighbourhood, Marshall's text read to the letter. */
    MEANS_OF_NEIGHBOURS
  }

  /** Draws every rate towards the overall one. */
  public static Result global(AreaCounts areas) {
    double[] population = areas.population();
    double[] raw = areas.rates();
    int n = raw.length;
    double mean = areas.overallRate();
    double variance = Math.max(0, spread(areas, mean) - mean / (areas.totalPopulation() / n));
    double[] smoothed = new double[n];
    for (int i = 0; i < n; i++) {
      smoothed[i] = shrunk(raw[i], mean, variance, population[i]);
    }
    return new Result(n, raw, smoothed, filled(n, mean), filled(n, variance));
  }

  /** As {@link #global} for shares: binomial chance, for cases that are a large part of the population. */
  public static Result globalBinomial(AreaCounts areas) {
    double[] population = areas.population();
    double[] raw = areas.rates();
    int n = raw.length;
    double mean = areas.overallRate();
    if (mean >= 1) {
      throw new IllegalArgumentException(
          "An overall share of %s, it should be below 1".formatted(mean));
    }
    double meanPopulation = areas.totalPopulation() / n;
    double spread = spread(areas, mean);
    double chance = mean * (1 - mean);
    double[] smoothed = new double[n];
    for (int i = 0; i < n; i++) {
      double relative = population[i] / meanPopulation;
      double between = population[i] * spread - relative * chance;
      double all = (population[i] - 1) * spread + (1 - relative) * chance;
      double weight = all == 0 ? 0 : between / all;
      smoothed[i] = weight * raw[i] + (1 - weight) * mean;
    }
    return new Result(n, raw, smoothed, filled(n, mean), filled(n, spread));
  }

  /** Draws every rate towards that of the area itself and its neighbours. */
  public static Result local(AreaCounts areas, Neighbours neighbours, LocalSpread kind) {
    int n = areas.size();
    if (neighbours.size() != n) {
      throw new IllegalArgumentException(
          "%d areas but neighbours of %d".formatted(n, neighbours.size()));
    }
    Neighbours self = neighbours.withSelf();
    double[] population = areas.population();
    double[] raw = areas.rates();
    double[] cases = areas.cases();
    double[] people = self.sums(population);
    double[] mean = self.sums(cases);
    Arrays.setAll(mean, i -> mean[i] / people[i]);
    double[] variance = new double[n];
    double[] smoothed = new double[n];
    for (int i = 0; i < n; i++) {
      double spread = 0;
      for (int k = self.from(i); k < self.from(i + 1); k++) {
        int j = self.neighbour(k);
        double deviation = raw[j] - (kind == LocalSpread.OWN_MEAN ? mean[i] : mean[j]);
        spread += population[j] * deviation * deviation;
      }
      double meanPopulation = people[i] / self.degree(i);
      variance[i] = Math.max(0, spread / people[i] - mean[i] / meanPopulation);
      smoothed[i] = shrunk(raw[i], mean[i], variance[i], population[i]);
    }
    return new Result(n, raw, smoothed, mean, variance);
  }

  /**
   * Moran's I of rates that takes the different populations into account, with row-standardised weights (Assunção and Reis
   * 1999, Statistics in Medicine 18:2147-2162); NaN when all rates agree.
   */
  public static double moran(AreaCounts areas, Neighbours neighbours) {
    double[] population = areas.population();
    double[] z = areas.rates();
    int n = z.length;
    double mean = areas.overallRate();
    double variance = spread(areas, mean) - mean / (areas.totalPopulation() / n);
    for (int i = 0; i < n; i++) {
      double own = variance + mean / population[i];
      z[i] = (z[i] - mean) / Math.sqrt(own > 0 ? own : mean / population[i]);
    }
    double centre = Arrays.stream(z).sum() / n;
    double squares = 0;
    double products = 0;
    double links = 0;
    for (int i = 0; i < n; i++) {
      squares += (z[i] - centre) * (z[i] - centre);
      int degree = neighbours.degree(i);
      for (int k = neighbours.from(i); k < neighbours.from(i + 1); k++) {
        products += (z[i] - centre) * (z[neighbours.neighbour(k)] - centre) / degree;
      }
      links += degree > 0 ? 1 : 0;
    }
    return n / links * products / squares;
  }

  private static double spread(AreaCounts areas, double mean) {
    double[] population = areas.population();
    double[] raw = areas.rates();
    double sum = 0;
    for (int i = 0; i < raw.length; i++) {
      sum += population[i] * (raw[i] - mean) * (raw[i] - mean);
    }
    return sum / areas.totalPopulation();
  }

  private static double shrunk(double raw, double mean, double variance, double population) {
    double chance = mean / population;
    return variance == 0 ? mean : mean + variance / (variance + chance) * (raw - mean);
  }

  private static double[] filled(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }

  /**
   * Raw and smoothed rates in the order of the areas.
   *
   * @param n areas
   * @param priorMean what each area was drawn towards
   * @param priorVariance variance between areas beyond chance (in the binomial form, with it)
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Result(
      int n, double[] raw, double[] smoothed, double[] priorMean, double[] priorVariance) {

    public Result {
      raw = raw.clone();
      smoothed = smoothed.clone();
      priorMean = priorMean.clone();
      priorVariance = priorVariance.clone();
    }

    @Override
    public double[] raw() {
      return raw.clone();
    }

    @Override
    public double[] smoothed() {
      return smoothed.clone();
    }

    @Override
    public double[] priorMean() {
      return priorMean.clone();
    }

    @Override
    public double[] priorVariance() {
      return priorVariance.clone();
    }
  }
}
