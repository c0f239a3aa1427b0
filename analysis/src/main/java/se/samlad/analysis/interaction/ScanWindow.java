package se.samlad.analysis.interaction;

/**
 * Which windows a scan looks at (Swedish: sökfönster).
 *
 * @param maxRadius the largest circle, in the unit of the distance; infinite for no limit
 * @param maxShare the largest share of all cases (permutation), expected cases (Poisson) or population (binomial) in a circle, 0 to 1
 * @param maxDays the longest window in time, in days or whatever the time steps are; a purely spatial scan does not use it
 * @param direction which windows in time are tried
 * @param minCases the fewest cases a reported cluster has
 * @param distance how places are measured
 */
public record ScanWindow(
    double maxRadius,
    double maxShare,
    int maxDays,
    Direction direction,
    int minCases,
    ScanDistance distance) {

  /** Which windows in time a scan tries. */
  public enum Direction {
    /** Those that are still going on: they end on the last day (Swedish: pågående). */
    PROSPECTIVE,
    /** All of them (Swedish: i efterhand). */
    RETROSPECTIVE
  }

  public ScanWindow {
    if (!(maxRadius >= 0)) {
      throw new IllegalArgumentException("The largest radius must be at least 0: " + maxRadius);
    }
    if (!(maxShare > 0 && maxShare <= 1)) {
      throw new IllegalArgumentException("The largest share must be in (0, 1]: " + maxShare);
    }
    if (maxDays < 1 || minCases < 1) {
      throw new IllegalArgumentException(
          "The longest window and the fewest cases must be at least 1: %d, %d"
              .formatted(maxDays, minCases));
    }
  }

  /** This week's look at a town in SWEREF 99 TM: circles up to 1 km and half the cases, still going on, at most 14 days, at least 3 cases. */
  public static ScanWindow thisWeek() {
    return new ScanWindow(1000, 0.5, 14, Direction.PROSPECTIVE, 3, ScanDistance.PLANE);
  }

  /** Purely spatial: circles in the plane up to a share of the population. */
  public static ScanWindow upToShare(double maxShare) {
    return new ScanWindow(
        Double.POSITIVE_INFINITY, maxShare, 1, Direction.RETROSPECTIVE, 2, ScanDistance.PLANE);
  }
}
