package se.samlad.ground.geography.tile;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import se.samlad.analysis.grid.Sweref99;

/** Between SWEREF 99 TM and the world square of the web's map, side 1, corner in the north-west. */
public final class World {

  private World() {}

  public static double x(double lon) {
    return (lon + 180) / 360;
  }

  public static double y(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }

  public static double lon(double x) {
    return x * 360 - 180;
  }

  public static double lat(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
  }

  /** The point of the world square where a position in SWEREF 99 TM lies. */
  public static Coordinate of(double easting, double northing) {
    Sweref99.Geographic at = Sweref99.TM.unproject(northing, easting);
    return new Coordinate(x(at.lon()), y(at.lat()));
  }

  /** The geometry, given in SWEREF 99 TM metres, in the world square. */
  public static Geometry of(Geometry sweref) {
    return mapped(sweref, (easting, northing) -> of(easting, northing));
  }

  /** The geometry, given in SWEREF 99 TM metres, in degrees of WGS 84, longitude first. */
  public static Geometry degrees(Geometry sweref) {
    return mapped(sweref, (easting, northing) -> {
      Sweref99.Geographic at = Sweref99.TM.unproject(northing, easting);
      return new Coordinate(at.lon(), at.lat());
    });
  }

  @FunctionalInterface
  private interface Mapping {
    Coordinate apply(double easting, double northing);
  }

  private static Geometry mapped(Geometry sweref, Mapping mapping) {
    Geometry copy = sweref.copy();
    copy.apply(new Filter(mapping));
    copy.geometryChanged();
    return copy;
  }

  private record Filter(Mapping mapping) implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence points, int i) {
      Coordinate to = mapping.apply(points.getX(i), points.getY(i));
      points.setOrdinate(i, 0, to.x);
      points.setOrdinate(i, 1, to.y);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
