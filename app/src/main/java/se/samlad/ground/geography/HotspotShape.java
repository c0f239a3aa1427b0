package se.samlad.ground.geography;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** How the cells of a hotspot are drawn: one soft outline a little outside them, with the number at its upper right. */
public final class HotspotShape {

  /** Metres the outline lies outside the cells, so that its rounded corners still hold theirs. */
  private static final double OUTSIDE = 45;

  private static final int POINTS_PER_CORNER = 6;

  private HotspotShape() {}

  /** The outline around cells given in SWEREF 99 TM metres. */
  public static Geometry around(Geometry cells) {
    Geometry wide = BufferOp.bufferOp(
        cells,
        OUTSIDE,
        new BufferParameters(1, BufferParameters.CAP_SQUARE, BufferParameters.JOIN_MITRE, 3));
    List<Polygon> rounded = new ArrayList<>();
    for (int i = 0; i < wide.getNumGeometries(); i++) {
      if (wide.getGeometryN(i) instanceof Polygon polygon) {
        rounded.add(rounded(polygon));
      }
    }
    return wide.getFactory().buildGeometry(rounded);
  }

  /** Where the number stands: the point of the outline farthest to the north-east. */
  public static Coordinate number(Geometry outline) {
    Coordinate best = outline.getCoordinates()[0];
    for (Coordinate point : outline.getCoordinates()) {
      if (point.x + 0.6 * point.y > best.x + 0.6 * best.y) {
        best = point;
      }
    }
    return best;
  }

  private static Polygon rounded(Polygon polygon) {
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = rounded(polygon.getInteriorRingN(i));
    }
    return polygon.getFactory().createPolygon(rounded(polygon.getExteriorRing()), holes);
  }

  /** A curve through the middles of the sides, pulled toward each corner. */
  private static LinearRing rounded(LinearRing ring) {
    Coordinate[] corners = ring.getCoordinates();
    int sides = corners.length - 1;
    List<Coordinate> curve = new ArrayList<>();
    for (int i = 0; i < sides; i++) {
      Coordinate before = middle(corners[(i + sides - 1) % sides], corners[i]);
      Coordinate after = middle(corners[i], corners[i + 1]);
      for (int step = 0; step < POINTS_PER_CORNER; step++) {
        double t = (double) step / POINTS_PER_CORNER;
        double a = (1 - t) * (1 - t);
        double b = 2 * t * (1 - t);
        double c = t * t;
        curve.add(new Coordinate(
            a * before.x + b * corners[i].x + c * after.x,
            a * before.y + b * corners[i].y + c * after.y));
      }
    }
    curve.add(curve.getFirst().copy());
    return ring.getFactory().createLinearRing(curve.toArray(Coordinate[]::new));
  }

  private static Coordinate middle(Coordinate a, Coordinate b) {
    return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
  }
}
