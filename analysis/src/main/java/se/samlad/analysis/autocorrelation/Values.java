package se.samlad.analysis.autocorrelation;

import se.samlad.analysis.grid.Neighbours;

/** One value for each unit, checked once, with its moments. */
final class Values {
  /** Above this share of zeros the normal p values of local statistics should not be read. */
  static final double MOSTLY = 0.6;

  final double[] x;
  final int n;
  final double sum;
  final double mean;
  /** Mean square of the deviations, by n. */
  final double m2;

  private final int zeros;

  private Values(double[] x, double sum, int zeros) {
    this.x = x;
    this.n = x.length;
    this.sum = sum;
    this.zeros = zeros;
    this.mean = sum / n;
    double squares = 0;
    for (double value : x) {
      squares += (value - mean) * (value - mean);
    }
    this.m2 = squares / n;
  }

  static Values of(double[] x, Neighbours neighbours, int least) {
    if (x.length != neighbours.size()) {
      throw new IllegalArgumentException(
          "%d values but neighbours of %d units".formatted(x.length, neighbours.size()));
    }
    if (x.length < least) {
      throw new TooFewUnits(x.length, least);
    }
    double sum = 0;
    int zeros = 0;
    boolean same = true;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i])) {
        throw new IllegalArgumentException(
            "Unit %d has the value %s, it should be a finite number".formatted(i + 1, x[i]));
      }
      sum += x[i];
      zeros += x[i] == 0 ? 1 : 0;
      same &= x[i] == x[0];
    }
    if (same) {
      throw new SameValueEverywhere(x.length, x[0]);
    }
    return new Values(x, sum, zeros);
  }

  double zeroShare() {
    return (double) zeros / n;
  }

  /** Mean fourth power of the deviations over the square of {@link #m2}. */
  double kurtosis() {
    double fourth = 0;
    for (double value : x) {
      double z = value - mean;
      fourth += z * z * z * z;
    }
    return fourth / n / (m2 * m2);
  }
}
