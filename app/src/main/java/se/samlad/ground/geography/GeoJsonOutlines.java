package se.samlad.ground.geography;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.geography.AreaRegister.NewArea;
import se.samlad.ground.storage.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads outlines of areas from GeoJSON (RFC 7946: WGS 84, longitude first). Each feature is a polygon or multipolygon with its name in the
 * property {@code namn} or {@code name}. Faulty rings are mended; what does not lie in Sweden, or has too many points, is refused.
 */
public final class GeoJsonOutlines {

  private static final int MOST_FEATURES = 5_000;
  private static final int MOST_POINTS = 50_000;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(20)
              .maxNumberLength(40)
              .build())
          .build())
      .build();

  private GeoJsonOutlines() {}

  public static List<NewArea> read(String text) {
    JsonNode root = parse(text);
    JsonNode features = root.path("features");
    if (!"FeatureCollection".equals(root.path("type").asString("")) || !features.isArray()) {
      throw refusal("geography.outline.notFeatures");
    }
    if (features.isEmpty() || features.size() > MOST_FEATURES) {
      throw refusal("geography.outline.count", MOST_FEATURES);
    }
    List<NewArea> areas = new ArrayList<>();
    for (JsonNode feature : features) {
      areas.add(area(feature, areas.size() + 1));
    }
    return areas;
  }

  private static NewArea area(JsonNode feature, int number) {
    JsonNode properties = feature.path("properties");
    String name =
        properties.path("namn").asString(properties.path("name").asString("")).strip();
    if (name.isEmpty()
        || name.length() > 120
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw refusal("geography.outline.name", number);
    }
    JsonNode geometry = feature.path("geometry");
    JsonNode coordinates = geometry.path("coordinates");
    List<Polygon> polygons = new ArrayList<>();
    switch (geometry.path("type").asString("")) {
      case "Polygon" -> polygons.add(polygon(coordinates, number));
      case "MultiPolygon" -> coordinates.forEach(part -> polygons.add(polygon(part, number)));
      default -> throw refusal("geography.outline.kind", number);
    }
    Geometry outline = polygons.size() == 1
        ? polygons.getFirst()
        : new MultiPolygon(polygons.toArray(Polygon[]::new), GEOMETRY);
    if (outline.getNumPoints() > MOST_POINTS) {
      throw refusal("geography.outline.points", number, MOST_POINTS);
    }
    Geometry sound = outline.isValid() ? outline : GeometryFixer.fix(outline);
    if (sound.isEmpty() || sound.getArea() < 1) {
      throw refusal("geography.outline.empty", number);
    }
    return new NewArea(name, sound.toText());
  }

  private static Polygon polygon(JsonNode rings, int number) {
    if (!rings.isArray() || rings.isEmpty()) {
      throw refusal("geography.outline.kind", number);
    }
    List<LinearRing> made = new ArrayList<>();
    rings.forEach(ring -> made.add(ring(ring, number)));
    return GEOMETRY.createPolygon(
        made.getFirst(), made.subList(1, made.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode points, int number) {
    if (!points.isArray() || points.size() > MOST_POINTS) {
      throw refusal("geography.outline.points", number, MOST_POINTS);
    }
    List<Coordinate> ring = new ArrayList<>();
    for (JsonNode point : points) {
      ring.add(projected(point, number));
    }
    if (!ring.isEmpty() && !ring.getFirst().equals2D(ring.getLast())) {
      ring.add(ring.getFirst().copy());
    }
    if (ring.size() < 4) {
      throw refusal("geography.outline.empty", number);
    }
    return GEOMETRY.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private static Coordinate projected(JsonNode point, int number) {
    if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
      throw refusal("geography.outline.kind", number);
    }
    double lon = point.path(0).asDouble();
    double lat = point.path(1).asDouble();
    if (!(lon >= 10 && lon <= 25 && lat >= 55 && lat <= 70)) {
      throw refusal("geography.outline.outside", number);
    }
    Sweref99.Point place = Sweref99.TM.project(lon, lat);
    return new Coordinate(centimetres(place.easting()), centimetres(place.northing()));
  }

  private static double centimetres(double metres) {
    return Math.round(metres * 100) / 100.0;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException broken) {
      throw refusal("geography.outline.notJson");
    }
  }

  private static InvalidInput refusal(String key, Object... arguments) {
    return new InvalidInput("granser", key, arguments);
  }
}
