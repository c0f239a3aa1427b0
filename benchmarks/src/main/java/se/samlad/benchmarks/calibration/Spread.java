package se.samlad.benchmarks.calibration;

import java.util.Arrays;
import se.samlad.analysis.distribution.SeededRandom;

/**
 * How counts vary around their mean: variance = ratio x mean + dispersion x mean^2.
 *
 * @param ratio 1 for chance alone; above where events come in clumps of one size everywhere
 * @param dispersion above 0 where whole weeks are lively or calm; then the ratio is 1
 */
record Spread(double ratio, double dispersion) {
  static final Spread POISSON = new Spread(1, 0);

  static Spread clumps(double ratio) {
    return new Spread(ratio, 0);
  }

  static Spread livelyWeeks(double dispersion) {
    return new Spread(1, dispersion);
  }

  int count(SeededRandom random, double mean) {
    if (mean == 0) {
      return 0;
    }
    double own = dispersion + (ratio - 1) / mean;
    return (int) (own == 0 ? random.nextPoisson(mean) : random.nextNegativeBinomial(mean, own));
  }

  int[] counts(SeededRandom random, int number, double mean) {
    int[] counts = new int[number];
    Arrays.setAll(counts, i -> count(random, mean));
    return counts;
  }

  @Override
  public String toString() {
    if (dispersion > 0) {
      return "variance mean + %s x mean²".formatted(CountRows.plain(dispersion));
    }
    return ratio == 1 ? "Poisson" : "variance %s x mean".formatted(CountRows.plain(ratio));
  }
}
