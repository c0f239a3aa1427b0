package se.samlad.analysis.aberration;

import se.samlad.analysis.distribution.Normal;

/**
 * The bound of a count whose 2/3 power is taken as normal, the error of the mean included. Source: Farrington, Andrews,
 * Beale and Catchpole 1996, JRSS A 159:547-563.
 *
 * @param mean of the power
 * @param error its standard error
 * @param upper bound of the count
 */
record PowerBound(double mean, double error, double upper) {
  private static final double POWER = 2 / 3.0;

  static PowerBound of(FarringtonModel model, double alpha) {
    double expected = Math.exp(model.link());
    double ratio = model.dispersion() + expected * model.variance();
    double mean = Math.pow(expected, POWER);
    double error = Math.sqrt(4 / 9.0 * Math.cbrt(expected) * ratio);
    double reach = mean + Normal.STANDARD.quantile(1 - alpha) * error;
    return new PowerBound(mean, error, Math.pow(reach, 1 / POWER));
  }

  double atLeast(int count) {
    return error > 0 ? new Normal(mean, error).atLeast(Math.pow(count, POWER)) : count > 0 ? 0 : 1;
  }
}
