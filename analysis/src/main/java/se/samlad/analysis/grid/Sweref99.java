package se.samlad.analysis.grid;

/**
 * Which plane coordinates has a point, and the other way round? Projects geographic coordinates in SWEREF 99 (by convention the same as
 * WGS 84) to SWEREF 99 TM or one of the twelve local zones and back.
 *
 * <p>Terms: longitude and latitude in degrees, northing and easting in metres, ellipsoid GRS 80. At the edges: NaN, infinite or impossible
 * coordinates are refused; far from the central meridian the series loses exactness (within 0.5 mm inside Sweden).
 *
 * <p>Method: transverse Mercator by the Gauss-Krüger series to the fourth order in the third flattening, forward from the conformal
 * latitude, back by the reversed series. Constant time.
 *
 * <p>Source: Lantmäteriet, <em>Gauss Conformal Projection (Transverse Mercator), Krüger's formulas</em>; control points of 2007-11-20.
 */
public final class Sweref99 {

  private static final double SEMI_MAJOR_AXIS = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257222101;

  /** SWEREF 99 TM (EPSG:3006), the national projection: central meridian 15, scale 0.9996, false easting 500 km. */
  public static final Sweref99 TM = new Sweref99(15.0, 0.9996, 500_000);

  private final double centralMeridian;
  private final double falseEasting;
  private final double scaledRadius;
  private final double[] conformal;
  private final double[] forward;
  private final double[] backward;
  private final double[] geodetic;

  private Sweref99(double centralMeridian, double scale, double falseEasting) {
    this.centralMeridian = centralMeridian;
    this.falseEasting = falseEasting;
    double f = FLATTENING;
    double e2 = f * (2 - f);
    double n = f / (2 - f);
    double n2 = n * n;
    double n3 = n2 * n;
    double n4 = n2 * n2;
    this.scaledRadius = scale * SEMI_MAJOR_AXIS / (1 + n) * (1 + n2 / 4 + n4 / 64);
    double e4 = e2 * e2;
    double e6 = e4 * e2;
    double e8 = e4 * e4;
    this.conformal =
        new double[] {e2, (5 * e4 - e6) / 6, (104 * e6 - 45 * e8) / 120, 1237 * e8 / 1260};
    this.geodetic = new double[] {
      e2 + e4 + e6 + e8,
      -(7 * e4 + 17 * e6 + 30 * e8) / 6,
      (224 * e6 + 889 * e8) / 120,
      -4279 * e8 / 1260
    };
    this.forward = new double[] {
      n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180,
      13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440,
      61 * n3 / 240 - 103 * n4 / 140,
      49561 * n4 / 161280
    };
    this.backward = new double[] {
      n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360,
      n2 / 48 + n3 / 15 - 437 * n4 / 1440,
      17 * n3 / 480 - 37 * n4 / 840,
      4397 * n4 / 161280
    };
  }

  /** A local zone by its central meridian in degrees, for example 18.0 for SWEREF 99 18 00: scale 1, false easting 150 km. */
  public static Sweref99 zone(double centralMeridian) {
    if (!(centralMeridian >= 12 && centralMeridian <= 23.25)) {
      throw new IllegalArgumentException(
          "no SWEREF 99 zone has the central meridian " + centralMeridian);
    }
    return new Sweref99(centralMeridian, 1.0, 150_000);
  }

  /** A plane point in metres. */
  public record Point(double northing, double easting) {}

  /** A geographic point in degrees. */
  public record Geographic(double lon, double lat) {}

  /**
   * Projects a geographic point.
   *
   * @param lon degrees east
   * @param lat degrees north
   */
  public Point project(double lon, double lat) {
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) < 90)) {
      throw new IllegalArgumentException("no such point on earth: lon " + lon + ", lat " + lat);
    }
    double phi = Math.toRadians(lat);
    double sin = Math.sin(phi);
    double conformalLatitude = phi - sin * Math.cos(phi) * polynomial(conformal, sin * sin);
    double dLambda = Math.toRadians(lon - centralMeridian);
    double xi = Math.atan2(Math.tan(conformalLatitude), Math.cos(dLambda));
    double eta = atanh(Math.cos(conformalLatitude) * Math.sin(dLambda));
    double northing = xi;
    double easting = eta;
    for (int k = 1; k <= 4; k++) {
      northing += forward[k - 1] * Math.sin(2 * k * xi) * Math.cosh(2 * k * eta);
      easting += forward[k - 1] * Math.cos(2 * k * xi) * Math.sinh(2 * k * eta);
    }
    return new Point(scaledRadius * northing, scaledRadius * easting + falseEasting);
  }

  /**
   * Takes a plane point back.
   *
   * @param northing metres
   * @param easting metres
   */
  public Geographic unproject(double northing, double easting) {
    if (!Double.isFinite(northing) || !Double.isFinite(easting)) {
      throw new IllegalArgumentException(
          "no such point in the plane: N " + northing + ", E " + easting);
    }
    double xi = northing / scaledRadius;
    double eta = (easting - falseEasting) / scaledRadius;
    double x = xi;
    double y = eta;
    for (int k = 1; k <= 4; k++) {
      x -= backward[k - 1] * Math.sin(2 * k * xi) * Math.cosh(2 * k * eta);
      y -= backward[k - 1] * Math.cos(2 * k * xi) * Math.sinh(2 * k * eta);
    }
    double conformalLatitude = Math.asin(Math.sin(x) / Math.cosh(y));
    double dLambda = Math.atan2(Math.sinh(y), Math.cos(x));
    double sin = Math.sin(conformalLatitude);
    double phi =
        conformalLatitude + sin * Math.cos(conformalLatitude) * polynomial(geodetic, sin * sin);
    return new Geographic(centralMeridian + Math.toDegrees(dLambda), Math.toDegrees(phi));
  }

  private static double polynomial(double[] coefficients, double x) {
    return coefficients[0] + x * (coefficients[1] + x * (coefficients[2] + x * coefficients[3]));
  }

  private static double atanh(double x) {
    return 0.5 * Math.log((1 + x) / (1 - x));
  }
}
