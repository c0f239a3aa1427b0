package se.samlad.demo.town;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Small shapes from plain numbers: x, y, x, y in metres. */
final class Shapes {

  /** Decimetres are enough for a made-up town and keep the map's text short. */
  static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(10));

  private Shapes() {}

  static Coordinate[] points(double... xy) {
    Coordinate[] points = new Coordinate[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return points;
  }

  static LineString line(double... xy) {
    return GEOMETRY.createLineString(points(xy));
  }

  static Polygon polygon(double... xy) {
    return closed(points(xy));
  }

  /** A line bent smoothly through its points (Catmull-Rom, eight steps a piece). */
  static LineString smooth(double... xy) {
    Coordinate[] p = points(xy);
    List<Coordinate> out = new ArrayList<>();
    for (int i = 0; i < p.length - 1; i++) {
      bend(out, p[Math.max(0, i - 1)], p[i], p[i + 1], p[Math.min(p.length - 1, i + 2)]);
    }
    out.add(p[p.length - 1]);
    return GEOMETRY.createLineString(out.toArray(Coordinate[]::new));
  }

  /** A smooth closed outline through the points. */
  static Polygon blob(double... xy) {
    Coordinate[] p = points(xy);
    int n = p.length;
    List<Coordinate> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      bend(out, p[(i + n - 1) % n], p[i], p[(i + 1) % n], p[(i + 2) % n]);
    }
    return closed(out.toArray(Coordinate[]::new));
  }

  /** A rectangle around a middle point, its length turned by the angle (radians, counter-clockwise from east). */
  static Polygon rectangle(double x, double y, double length, double width, double angle) {
    double l = length / 2;
    double w = width / 2;
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double[] corners = new double[8];
    double[] u = {-l, l, l, -l};
    double[] v = {-w, -w, w, w};
    for (int i = 0; i < 4; i++) {
      corners[2 * i] = x + u[i] * cos - v[i] * sin;
      corners[2 * i + 1] = y + u[i] * sin + v[i] * cos;
    }
    return polygon(corners);
  }

  /** The faces the lines enclose, in an order of place: the graph behind them keeps none. */
  static List<Polygon> faces(List<? extends Geometry> lines) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(UnaryUnionOp.union(lines));
    List<Polygon> faces = new ArrayList<>();
    polygonizer.getPolygons().forEach(face -> faces.add((Polygon) ((Polygon) face).norm()));
    faces.sort(
        Comparator.comparingDouble((Polygon face) -> face.getInteriorPoint().getX())
            .thenComparingDouble(face -> face.getInteriorPoint().getY()));
    return faces;
  }

  static Geometry moved(Geometry geometry, double dx, double dy) {
    Geometry moved = AffineTransformation.translationInstance(dx, dy).transform(geometry);
    Geometry copy = GEOMETRY.createGeometry(moved);
    copy.apply((Coordinate c) -> Shapes.GEOMETRY.getPrecisionModel().makePrecise(c));
    copy.geometryChanged();
    return copy;
  }

  private static void bend(
      List<Coordinate> out, Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    for (int step = 0; step < 8; step++) {
      double t = step / 8.0;
      out.add(new Coordinate(along(a.x, b.x, c.x, d.x, t), along(a.y, b.y, c.y, d.y, t)));
    }
  }

  private static double along(double a, double b, double c, double d, double t) {
    return 0.5
        * (2 * b
            + (c - a) * t
            + (2 * a - 5 * b + 4 * c - d) * t * t
            + (3 * b - a - 3 * c + d) * t * t * t);
  }

  private static Polygon closed(Coordinate[] points) {
    Coordinate[] ring = java.util.Arrays.copyOf(points, points.length + 1);
    ring[points.length] = points[0].copy();
    return GEOMETRY.createPolygon(ring);
  }
}
