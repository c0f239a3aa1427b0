package se.samlad.analysis.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import se.samlad.analysis.table.Json;

/** Reads a GeoJSON feature collection (RFC 7946) as a table of its properties with a shape per row, and writes shapes. */
final class GeoJson {

  /** A tree of JSON takes about this many times the room of its text. */
  private static final int TREE_COST = 12;

  private static final GeometryFactory SHAPES = new GeometryFactory();

  private GeoJson() {}

  static Input read(InputStream stream, Options options) {
    Json root = Json.parse(text(stream));
    List<Json> features = root.find("features")
        .orElseThrow(() -> new IllegalArgumentException(
            "The JSON is not a GeoJSON feature collection: it has no features"))
        .items();
    options.requireRoom(features.size());
    boolean sweref = root.find("crs").map(Json::write).filter(GeoJson::isSweref).isPresent();
    List<Geometry> shapes = new ArrayList<>();
    Map<String, Column> columns = new LinkedHashMap<>();
    names(features).forEach(name -> columns.put(name, new Column()));
    for (int row = 0; row < features.size(); row++) {
      addRow(features.get(row), row, columns, shapes);
    }
    return new Input(
        columns, features.size(), Coordinates.ofGeoJson(sweref, options), List.copyOf(shapes));
  }

  private static boolean isSweref(String crs) {
    return crs.contains("3006");
  }

  private static String text(InputStream stream) {
    try {
      byte[] bytes = stream.readNBytes(limit());
      InputReader.requireMemory(0, (long) TREE_COST * bytes.length);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The input cannot be read", e);
    }
  }

  private static int limit() {
    return (int) Math.min(1 << 30, Runtime.getRuntime().maxMemory() / TREE_COST);
  }

  private static Set<String> names(List<Json> features) {
    Set<String> names = new LinkedHashSet<>();
    features.forEach(feature -> feature
        .find("properties")
        .ifPresent(fields -> names.addAll(fields.fields().keySet())));
    return names;
  }

  private static void addRow(
      Json feature, int row, Map<String, Column> columns, List<Geometry> shapes) {
    Map<String, Json> fields = feature.find("properties").map(Json::fields).orElse(Map.of());
    columns.forEach((name, column) -> column.add(plain(fields.getOrDefault(name, Json.Null.NULL))));
    try {
      shapes.add(
          feature.find("geometry").map(GeoJson::shape).orElseGet(() -> SHAPES.createPoint()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Row %d: %s".formatted(row + 1, e.getMessage()), e);
    }
  }

  private static String plain(Json value) {
    return switch (value) {
      case Json.Null none -> "";
      case Json.Text text -> text.value();
      default -> value.write();
    };
  }

  private static Geometry shape(Json geometry) {
    String type = geometry.get("type").text();
    if (type.equals("GeometryCollection")) {
      throw new IllegalArgumentException("a GeometryCollection has no single shape");
    }
    Json at = geometry.get("coordinates");
    return switch (type) {
      case "Point" -> SHAPES.createPoint(coordinate(at));
      case "LineString" -> SHAPES.createLineString(coordinates(at));
      case "Polygon" -> polygon(at);
      case "MultiPoint" -> SHAPES.createMultiPointFromCoords(coordinates(at));
      case "MultiLineString" ->
        SHAPES.createMultiLineString(at.items().stream()
            .map(line -> SHAPES.createLineString(coordinates(line)))
            .toArray(LineString[]::new));
      case "MultiPolygon" ->
        SHAPES.createMultiPolygon(
            at.items().stream().map(GeoJson::polygon).toArray(Polygon[]::new));
      default -> throw new IllegalArgumentException("\"%s\" is no GeoJSON shape".formatted(type));
    };
  }

  private static Polygon polygon(Json rings) {
    LinearRing[] made = rings.items().stream()
        .map(ring -> SHAPES.createLinearRing(coordinates(ring)))
        .toArray(LinearRing[]::new);
    if (made.length == 0) {
      return SHAPES.createPolygon();
    }
    LinearRing[] holes = java.util.Arrays.copyOfRange(made, 1, made.length);
    return SHAPES.createPolygon(made[0], holes);
  }

  private static Coordinate[] coordinates(Json list) {
    return list.items().stream().map(GeoJson::coordinate).toArray(Coordinate[]::new);
  }

  private static Coordinate coordinate(Json pair) {
    List<Json> numbers = pair.items();
    if (numbers.size() < 2) {
      throw new IllegalArgumentException("a coordinate needs two numbers");
    }
    return new Coordinate(numbers.get(0).number(), numbers.get(1).number());
  }

  /** A shape as GeoJSON; null for an empty one. */
  static Json write(Geometry shape) {
    if (shape.isEmpty()) {
      return Json.Null.NULL;
    }
    return Json.object()
        .put("type", shape.getGeometryType())
        .put("coordinates", nested(shape))
        .build();
  }

  private static Json nested(Geometry shape) {
    return switch (shape) {
      case Point point -> position(point.getCoordinate());
      case Polygon polygon -> rings(polygon);
      case LineString line -> line(line);
      case MultiPoint many -> parts(many);
      case MultiPolygon many -> parts(many);
      case MultiLineString many -> parts(many);
      default ->
        throw new IllegalArgumentException(
            "a %s is not written as GeoJSON".formatted(shape.getGeometryType()));
    };
  }

  private static Json rings(Polygon polygon) {
    List<Json> rings = new ArrayList<>();
    rings.add(line(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(line(polygon.getInteriorRingN(i)));
    }
    return Json.of(rings);
  }

  private static Json parts(Geometry many) {
    List<Json> parts = new ArrayList<>();
    for (int i = 0; i < many.getNumGeometries(); i++) {
      parts.add(nested(many.getGeometryN(i)));
    }
    return Json.of(parts);
  }

  private static Json line(LineString line) {
    return Json.of(
        java.util.Arrays.stream(line.getCoordinates()).map(GeoJson::position).toList());
  }

  private static Json position(Coordinate at) {
    return Json.of(new double[] {at.x, at.y});
  }
}
