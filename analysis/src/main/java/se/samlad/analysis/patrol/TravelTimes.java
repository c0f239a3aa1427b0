package se.samlad.analysis.patrol;

import java.util.Arrays;

/** Minutes between numbered locations, there and back not necessarily alike (Swedish: restider). */
public final class TravelTimes {

  private final double[][] minutes;

  private TravelTimes(double[][] minutes) {
    this.minutes = minutes;
  }

  public static TravelTimes ofMatrix(double[][] minutes) {
    for (double[] row : minutes) {
      if (row.length != minutes.length) {
        throw new IllegalArgumentException(
            "The travel times have %d rows but a row of %d".formatted(minutes.length, row.length));
      }
      for (double value : row) {
        if (!(value >= 0) || Double.isInfinite(value)) {
          throw new IllegalArgumentException("A travel time is %s minutes".formatted(value));
        }
      }
    }
    return new TravelTimes(Arrays.stream(minutes).map(double[]::clone).toArray(double[][]::new));
  }

  /**
   * Straight distances made longer by a detour factor (1.3 is common in towns) and driven at an even speed.
   *
   * @param points x and y in metres, one row a location
   */
  public static TravelTimes straight(double[][] points, double kilometresPerHour, double detour) {
    if (!(kilometresPerHour > 0) || !(detour >= 1)) {
      throw new IllegalArgumentException(
          "A speed of %s km/h and a detour factor of %s".formatted(kilometresPerHour, detour));
    }
    double metresPerMinute = kilometresPerHour * 1000 / 60;
    double[][] minutes = new double[points.length][points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < points.length; j++) {
        double metres = Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
        minutes[i][j] = metres * detour / metresPerMinute;
      }
    }
    return ofMatrix(minutes);
  }

  public int locations() {
    return minutes.length;
  }

  public double minutes(int from, int to) {
    return minutes[from][to];
  }
}
