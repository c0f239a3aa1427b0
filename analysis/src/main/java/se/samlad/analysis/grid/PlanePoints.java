package se.samlad.analysis.grid;

/**
 * Points in the plane, in metres (Swedish: punkter), checked once: as many of both coordinates, every one a finite number,
 * at most 5 million. None at all is allowed; methods that need some say so.
 */
public final class PlanePoints {
  /** The most points of one analysis. */
  public static final int MOST = 5_000_000;

  private final double[] x;
  private final double[] y;

  private PlanePoints(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /** Points from eastings and northings. */
  public static PlanePoints of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "%d eastings but %d northings, there should be as many of both"
              .formatted(x.length, y.length));
    }
    if (x.length > MOST) {
      throw new TooManyPoints(x.length, MOST);
    }
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        throw new IllegalArgumentException(
            "Point %d lies at %s, %s, both should be finite numbers".formatted(i + 1, x[i], y[i]));
      }
    }
    return new PlanePoints(x.clone(), y.clone());
  }

  public int size() {
    return x.length;
  }

  public double x(int point) {
    return x[point];
  }

  public double y(int point) {
    return y[point];
  }

  /** A copy of the eastings. */
  public double[] xs() {
    return x.clone();
  }

  /** A copy of the northings. */
  public double[] ys() {
    return y.clone();
  }

  /** The points at these positions, in their order. */
  public PlanePoints at(int[] positions) {
    double[] someX = new double[positions.length];
    double[] someY = new double[positions.length];
    for (int k = 0; k < positions.length; k++) {
      someX[k] = x[positions[k]];
      someY[k] = y[positions[k]];
    }
    return new PlanePoints(someX, someY);
  }

  /** Refuses fewer points than a method needs. */
  public void needAtLeast(int least) {
    if (x.length < least) {
      throw new TooFewPoints(x.length, least);
    }
  }

  /** Refuses more points than a method can do in reasonable time. */
  public void allowAtMost(int most) {
    if (x.length > most) {
      throw new TooManyPoints(x.length, most);
    }
  }

  /** There are fewer points than the method needs. */
  public static final class TooFewPoints extends IllegalArgumentException {
    TooFewPoints(int points, int least) {
      super("%d points, the method takes at least %d".formatted(points, least));
    }
  }

  /** There are more points than the method takes. */
  public static final class TooManyPoints extends IllegalArgumentException {
    TooManyPoints(int points, int most) {
      super("%d points, the method takes at most %d: choose a shorter period or a smaller area"
          .formatted(points, most));
    }
  }
}
