package se.samlad.analysis.grid;

/** A rectangle of the plane along the axes, in metres; west below east and south below north, or equal. */
public record Rectangle(double west, double south, double east, double north) {

  public Rectangle {
    if (!(west <= east && south <= north)
        || !Double.isFinite(east - west)
        || !Double.isFinite(north - south)) {
      throw new IllegalArgumentException("west %s, south %s, east %s, north %s are no rectangle"
          .formatted(west, south, east, north));
    }
  }

  /** The smallest one that holds all the points. */
  public static Rectangle around(PlanePoints points) {
    points.needAtLeast(1);
    double west = points.x(0);
    double east = west;
    double south = points.y(0);
    double north = south;
    for (int i = 1; i < points.size(); i++) {
      west = Math.min(west, points.x(i));
      east = Math.max(east, points.x(i));
      south = Math.min(south, points.y(i));
      north = Math.max(north, points.y(i));
    }
    return new Rectangle(west, south, east, north);
  }

  public double width() {
    return east - west;
  }

  public double height() {
    return north - south;
  }

  public double area() {
    return width() * height();
  }

  public double perimeter() {
    return 2 * (width() + height());
  }

  public double diagonal() {
    return Math.hypot(width(), height());
  }

  public boolean contains(double x, double y) {
    return x >= west && x <= east && y >= south && y <= north;
  }

  /** Refuses one without area, as round collinear or identical points. */
  public Rectangle needArea() {
    if (!(area() > 0)) {
      throw new NoArea(this);
    }
    return this;
  }

  /** The rectangle has no area, as when all points lie on one line along an axis or at one place. */
  public static final class NoArea extends IllegalArgumentException {
    NoArea(Rectangle rectangle) {
      super("The points span %s x %s m, the method needs a study area with both above 0"
          .formatted(rectangle.width(), rectangle.height()));
    }
  }
}
