package se.samlad.analysis.cluster;

import java.util.Arrays;
import se.samlad.analysis.Progress;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.PointBuckets;
import se.samlad.analysis.grid.Rectangle;

/**
 * At which distances do points gather (Swedish: Ripleys K och L)?
 *
 * <p>Terms: K(r) = area / (n (n - 1)) times the number of ordered pairs less than r apart (a pair exactly r apart counts from
 * the next distance on), pairs weighted for the part of their surroundings that lies outside; at random K = pi r^2. L =
 * root of K / pi, at random r.
 *
 * <p>Edges: fewer than 2 points, an area without extent, points outside it and distances that do not ascend from 0 or more
 * are refused. Identical points are pairs at distance 0, counted from the first distance above it. More than 200,000 points, or distances beyond the shorter side, are
 * refused. The isotropic weight is capped at 100, as pairs whose circle is all but outside would decide alone.
 *
 * <p>Method: pairs within the largest distance by buckets, counted per distance and summed up; translation weights a pair by
 * the area over the overlap of the area with itself moved by the pair, isotropic by the part of the circle round one point
 * through the other that lies inside. Cost pairs within the largest distance.
 *
 * <p>Source: Ripley 1977, Journal of the Royal Statistical Society B 39:172-212; Ohser 1983 (translation).
 */
public final class RipleyK {
  private static final int MOST_POINTS = 200_000;
  private static final double MOST_WEIGHT = 100;
  private static final int POINTS_BETWEEN_REPORTS = 1000;

  private RipleyK() {}

  /** How pairs near the edge are weighted. */
  public enum Correction {
    NONE,
    TRANSLATION,
    ISOTROPIC
  }

  /**
   * K at each distance.
   *
   * @param n points
   * @param distances r, metres
   * @param k square metres
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Result(
      int n, Rectangle area, Correction correction, double[] distances, double[] k) {

    public Result {
      distances = distances.clone();
      k = k.clone();
    }

    @Override
    public double[] distances() {
      return distances.clone();
    }

    @Override
    public double[] k() {
      return k.clone();
    }

    /** L at each distance, metres. */
    public double[] l() {
      return Arrays.stream(k).map(each -> Math.sqrt(each / Math.PI)).toArray();
    }
  }

  public static Result of(
      PlanePoints points, Rectangle area, double[] distances, Correction correction) {
    return of(points, area, distances, correction, Progress.silent());
  }

  public static Result of(
      PlanePoints points,
      Rectangle area,
      double[] distances,
      Correction correction,
      Progress progress) {
    points.needAtLeast(2);
    points.allowAtMost(MOST_POINTS);
    area.needArea();
    Inside.check(points, area);
    check(distances, area);
    double longest = distances[distances.length - 1];
    double[] sums = new double[distances.length];
    PointBuckets buckets = new PointBuckets(points, Math.max(longest, Double.MIN_NORMAL));
    double longestSquare = longest * longest;
    for (int i = 0; i < points.size(); i++) {
      if (i % POINTS_BETWEEN_REPORTS == 0) {
        progress.advance(i, points.size());
      }
      int self = i;
      double x = points.x(i);
      double y = points.y(i);
      buckets.near(x, y, (other, square) -> {
        if (other != self && square <= longestSquare) {
          double distance = Math.sqrt(square);
          int at = Arrays.binarySearch(distances, distance);
          at = at < 0 ? -at - 1 : at + 1;
          if (at < sums.length) {
            sums[at] +=
                weight(correction, area, x, y, points.x(other) - x, points.y(other) - y, distance);
          }
        }
      });
    }
    double n = points.size();
    double factor = area.area() / (n * (n - 1));
    double[] k = new double[sums.length];
    double sum = 0;
    for (int b = 0; b < k.length; b++) {
      sum += sums[b];
      k[b] = factor * sum;
    }
    return new Result(points.size(), area, correction, distances, k);
  }

  private static void check(double[] distances, Rectangle area) {
    double before = -1;
    for (double each : distances) {
      if (!(each > before) || each < 0 || each > Math.min(area.width(), area.height())) {
        throw new IllegalArgumentException(
            "distance %s after %s, they should ascend from 0 to at most the shorter side %s"
                .formatted(each, before, Math.min(area.width(), area.height())));
      }
      before = each;
    }
    if (distances.length == 0) {
      throw new IllegalArgumentException("0 distances, there should be at least 1");
    }
  }

  private static double weight(
      Correction correction,
      Rectangle area,
      double x,
      double y,
      double dx,
      double dy,
      double distance) {
    return switch (correction) {
      case NONE -> 1;
      case TRANSLATION ->
        area.area() / ((area.width() - Math.abs(dx)) * (area.height() - Math.abs(dy)));
      case ISOTROPIC -> Math.min(MOST_WEIGHT, 1 / partInside(area, x, y, distance));
    };
  }

  /** The part of a circle round a point of the area that lies within it. */
  static double partInside(Rectangle area, double x, double y, double radius) {
    double west = x - area.west();
    double east = area.east() - x;
    double south = y - area.south();
    double north = area.north() - y;
    double outside = beyond(west, south, north, radius)
        + beyond(east, south, north, radius)
        + beyond(south, west, east, radius)
        + beyond(north, west, east, radius);
    return 1 - outside / (2 * Math.PI);
  }

  /** The angle of the circle beyond one side, up to the corners on both hands. */
  private static double beyond(double toSide, double toOne, double toOther, double radius) {
    if (toSide >= radius) {
      return 0;
    }
    double half = Math.acos(toSide / radius);
    return Math.min(half, corner(toOne, toSide)) + Math.min(half, corner(toOther, toSide));
  }

  /** The angle from the way to a side to its corner; two sides share a point that lies in the corner itself. */
  private static double corner(double along, double toSide) {
    return along == 0 && toSide == 0 ? Math.PI / 4 : Math.atan2(along, toSide);
  }
}
