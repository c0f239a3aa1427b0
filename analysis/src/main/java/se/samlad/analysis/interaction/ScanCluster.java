package se.samlad.analysis.interaction;

import java.util.List;

/**
 * A place and time with more cases than expected, found by searching (Swedish: anhopning).
 *
 * @param centreRow a row at the middle of the circle
 * @param x of the middle
 * @param y of the middle
 * @param radius distance to the outermost place inside, in the unit of the distance
 * @param places how many places lie inside
 * @param rows the rows of the input inside the circle, in the order the places entered it
 * @param firstDay first step in time
 * @param lastDay last step in time
 * @param cases observed
 * @param expected cases expected
 * @param likelihoodRatio logarithm of the likelihood ratio
 * @param p rank / (R + 1) among the simulated maxima
 * @param gumbelP from the fitted tail, NaN when nothing could be fitted
 */
public record ScanCluster(
    int centreRow,
    double x,
    double y,
    double radius,
    int places,
    List<Integer> rows,
    int firstDay,
    int lastDay,
    double cases,
    double expected,
    double likelihoodRatio,
    double p,
    double gumbelP) {

  public ScanCluster {
    rows = List.copyOf(rows);
  }

  /** Cases over expected cases. */
  public double ratio() {
    return cases / expected;
  }

  /**
   * How long one waits on average for a cluster at least as clear when nothing is going on and the scan is made once in so many days
   * (Swedish: väntetid); for prospective scans.
   */
  public double recurrenceDays(double daysBetweenScans) {
    return daysBetweenScans / p;
  }
}
