package se.samlad.ground.geography.drawing;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** SVG path data of geometries in pixels: steps from point to point in tenths of a pixel, as short as they can be written. */
public final class PathText {

  private final StringBuilder path = new StringBuilder();

  public boolean isEmpty() {
    return path.isEmpty();
  }

  @Override
  public String toString() {
    return path.toString();
  }

  public PathText add(Geometry pixels) {
    for (int i = 0; i < pixels.getNumGeometries(); i++) {
      switch (pixels.getGeometryN(i)) {
        case LineString line -> line(line.getCoordinateSequence(), false);
        case Polygon polygon -> {
          line(polygon.getExteriorRing().getCoordinateSequence(), true);
          for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
            line(polygon.getInteriorRingN(h).getCoordinateSequence(), true);
          }
        }
        default -> {
          // Points are drawn as symbols.
        }
      }
    }
    return this;
  }

  private void line(CoordinateSequence points, boolean closed) {
    int size = closed ? points.size() - 1 : points.size();
    if (size < 2) {
      return;
    }
    long x = tenths(points.getX(0));
    long y = tenths(points.getY(0));
    path.append('M').append(number(x));
    separated(y);
    char command = 'l';
    for (int i = 1; i < size; i++) {
      long toX = tenths(points.getX(i));
      long toY = tenths(points.getY(i));
      if (toX == x && toY == y) {
        continue;
      }
      if (command == 'l') {
        path.append(command).append(number(toX - x));
        command = ' ';
      } else {
        separated(toX - x);
      }
      separated(toY - y);
      x = toX;
      y = toY;
    }
    if (closed) {
      path.append('Z');
    }
  }

  /** A minus separates numbers as well as a space does. */
  private void separated(long tenths) {
    if (tenths >= 0) {
      path.append(' ');
    }
    path.append(number(tenths));
  }

  private static long tenths(double pixels) {
    return Math.round(pixels * 10);
  }

  private static String number(long tenths) {
    long whole = Math.abs(tenths) / 10;
    long rest = Math.abs(tenths) % 10;
    String sign = tenths < 0 ? "-" : "";
    if (rest == 0) {
      return sign + whole;
    }
    return sign + (whole == 0 ? "" : whole) + "." + rest;
  }

  /** A number of pixels with one decimal at most. */
  public static String number(double pixels) {
    return number(tenths(pixels));
  }
}
