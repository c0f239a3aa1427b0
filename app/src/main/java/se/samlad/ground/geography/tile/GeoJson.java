package se.samlad.ground.geography.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Geometries in degrees as GeoJSON (RFC 7946), made of maps and lists that a JSON writer takes; six decimals, a tenth of a metre. */
public final class GeoJson {

  public static final String MEDIA_TYPE = "application/geo+json";

  private GeoJson() {}

  public static Map<String, Object> collection(List<Map<String, Object>> features) {
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    return collection;
  }

  /** A feature; one without a geometry is known by its properties alone. */
  public static Map<String, Object> feature(@Nullable Geometry degrees, Map<String, ?> properties) {
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("properties", properties);
    feature.put("geometry", degrees == null ? null : geometry(degrees));
    return feature;
  }

  public static Map<String, Object> geometry(Geometry degrees) {
    return switch (degrees) {
      case Point point -> of("Point", position(point.getCoordinateSequence(), 0));
      case LineString line -> of("LineString", positions(line.getCoordinateSequence()));
      case Polygon polygon -> of("Polygon", rings(polygon));
      default -> many(degrees);
    };
  }

  private static Map<String, Object> many(Geometry degrees) {
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      parts.add(geometry(degrees.getGeometryN(i)).get("coordinates"));
    }
    return of(degrees.getGeometryType(), parts);
  }

  /** The outer ring against the clock, holes with it, as the format asks for. */
  private static List<Object> rings(Polygon polygon) {
    Polygon turned = (Polygon) polygon.norm().reverse();
    List<Object> rings = new ArrayList<>();
    rings.add(positions(turned.getExteriorRing().getCoordinateSequence()));
    for (int i = 0; i < turned.getNumInteriorRing(); i++) {
      rings.add(positions(turned.getInteriorRingN(i).getCoordinateSequence()));
    }
    return rings;
  }

  private static List<Object> positions(CoordinateSequence points) {
    List<Object> positions = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      positions.add(position(points, i));
    }
    return positions;
  }

  private static List<Double> position(CoordinateSequence points, int i) {
    return List.of(rounded(points.getX(i)), rounded(points.getY(i)));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  @SuppressWarnings("NullAway")
  private static Map<String, Object> of(String type, @Nullable Object coordinates) {
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("type", type);
    geometry.put("coordinates", coordinates);
    return geometry;
  }
}
