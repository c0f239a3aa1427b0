package se.samlad.insight;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.insight.Hotspot.Cell;

/** The outline of cells, in the plane and on the globe. */
public final class CellOutline {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private CellOutline() {}

  /** Polygon or multipolygon in SWEREF 99 TM. */
  static String wkt(List<Cell> cells) {
    List<Geometry> squares = cells.stream().map(CellOutline::square).toList();
    return UnaryUnionOp.union(squares).toText();
  }

  /** The rings of the outline as GeoJSON coordinates of a MultiPolygon: longitude first, seven decimals. */
  public static List<List<List<List<Double>>>> coordinates(String wktSweref) {
    Geometry outline;
    try {
      outline = new WKTReader().read(wktSweref);
    } catch (ParseException e) {
      throw new IllegalStateException("the outline of a hotspot cannot be read", e);
    }
    List<List<List<List<Double>>>> polygons = new java.util.ArrayList<>();
    for (int i = 0; i < outline.getNumGeometries(); i++) {
      var polygon = (org.locationtech.jts.geom.Polygon) outline.getGeometryN(i);
      List<List<List<Double>>> rings = new java.util.ArrayList<>();
      rings.add(ring(polygon.getExteriorRing().getCoordinates(), true));
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        rings.add(ring(polygon.getInteriorRingN(hole).getCoordinates(), false));
      }
      polygons.add(rings);
    }
    return polygons;
  }

  private static Geometry square(Cell cell) {
    double e = (double) cell.column() * Cell.METERS;
    double n = (double) cell.row() * Cell.METERS;
    return GEOMETRY.toGeometry(new Envelope(e, e + Cell.METERS, n, n + Cell.METERS));
  }

  /** RFC 7946: outer rings against the clock, holes with it. */
  private static List<List<Double>> ring(Coordinate[] points, boolean outer) {
    boolean against = org.locationtech.jts.algorithm.Orientation.isCCW(points);
    List<List<Double>> ring = new java.util.ArrayList<>();
    for (Coordinate point : points) {
      Sweref99.Geographic at = Sweref99.TM.unproject(point.y, point.x);
      ring.add(List.of(rounded(at.lon()), rounded(at.lat())));
    }
    return against == outer ? ring : ring.reversed();
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }
}
