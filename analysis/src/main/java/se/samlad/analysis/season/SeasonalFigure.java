package se.samlad.analysis.season;

/**
 * How far above or below its surroundings each part of the year lies, on average (Swedish: säsongsfigur)?
 *
 * <p>The classical decomposition: a centred moving average over one period is the trend; what is left of each value is
 * averaged by its place in the period, and the averages are set to mean 0 (additive, in the unit of the series) or mean 1
 * (multiplicative, as a factor).
 *
 * <p>Edges: two whole periods are needed, which is less than {@link Stl} asks for; gaps are refused. A multiplicative
 * figure of a series whose moving average touches 0 is not defined and gives NaN.
 *
 * <p>Cost: length x period. Source: Kendall & Stuart (1983), The Advanced Theory of Statistics, vol. 3, 410-414.
 */
public final class SeasonalFigure {

  private SeasonalFigure() {}

  public static double[] additive(double[] series, int period) {
    return figure(series, period, false);
  }

  public static double[] multiplicative(double[] series, int period) {
    return figure(series, period, true);
  }

  private static double[] figure(double[] series, int period, boolean multiplicative) {
    check(series, period);
    double[] sums = new double[period];
    int[] counts = new int[period];
    int half = period / 2;
    for (int i = half; i < series.length - half; i++) {
      double trend = centredAverage(series, i, period);
      sums[i % period] += multiplicative ? series[i] / trend : series[i] - trend;
      counts[i % period]++;
    }
    double mean = 0;
    for (int i = 0; i < period; i++) {
      sums[i] /= counts[i];
      mean += sums[i] / period;
    }
    for (int i = 0; i < period; i++) {
      sums[i] = multiplicative ? sums[i] / mean : sums[i] - mean;
    }
    return sums;
  }

  private static void check(double[] series, int period) {
    if (period < 2) {
      throw new IllegalArgumentException(
          "A period of %d values has no season, it takes 2 or more".formatted(period));
    }
    if (series.length < 2 * period) {
      throw new Stl.SeriesTooShort(series.length, period);
    }
    for (int i = 0; i < series.length; i++) {
      if (!Double.isFinite(series[i])) {
        throw new Stl.MissingValue(i + 1);
      }
    }
  }

  private static double centredAverage(double[] series, int at, int period) {
    int half = period / 2;
    double sum = 0;
    for (int j = at - half; j <= at + half; j++) {
      boolean end = period % 2 == 0 && (j == at - half || j == at + half);
      sum += end ? series[j] / 2 : series[j];
    }
    return sum / period;
  }
}
