package se.samlad.demo.town;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.demo.town.Quarters.Quarter;
import se.samlad.demo.town.Quarters.Style;
import se.samlad.demo.town.Streets.Street;
import se.samlad.demo.town.Town.Feature;
import se.samlad.demo.town.Town.Spot;

/** Draws the small place of the thin municipality: a church village by a stream, with a road through it and woods around. */
public final class VillageGenerator {

  private static final double EASTING = 486_000;
  private static final double NORTHING = 6_532_000;

  private static final Polygon BORDER = Shapes.blob(
      -3900, -2600, -4200, 800, -2400, 3300, 1100, 3600, 3900, 2100, 4100, -1200, 2200, -3300, -900,
      -3700);
  private static final Polygon CHURCH =
      Shapes.blob(-620, -420, -640, 180, -180, 520, 420, 430, 560, 60, 420, -380, -80, -560);
  private static final Polygon OAKS =
      Shapes.blob(700, -120, 660, 420, 1120, 640, 1560, 360, 1540, -160, 1120, -360);
  private static final LineString STREAM = Shapes.smooth(
      -4100, 1500, -2300, 900, -900, 620, -100, 640, 620, 560, 640, -200, 720, -900, 1500, -2400,
      1900, -3500);
  private static final LineString ROAD = Shapes.smooth(
      -4300, -300, -2000, -160, -600, -60, 0, -10, 640, 40, 1300, 60, 2600, 240, 4200, 500);

  private static final Quarter VILLAGE = new Quarter(
      "Kyrkbyn",
      2_100,
      Style.HOUSES,
      6,
      new double[0],
      "Kyrkvägen",
      "Skolvägen",
      "Prästgårdsvägen",
      "Klockarvägen",
      "Torggatan",
      "Smedjevägen",
      "Kvarnvägen",
      "Mejerivägen");
  private static final Quarter HILL = new Quarter(
      "Ekbacken",
      1_200,
      Style.MIXED,
      -8,
      new double[0],
      "Ekbacksvägen",
      "Ollonvägen",
      "Lövvägen",
      "Kvistvägen",
      "Kottvägen",
      "Barkvägen",
      "Rotvägen");
  private static final Quarter AROUND =
      new Quarter(Quarters.COUNTRYSIDE, 1_300, Style.HOUSES, 0, new double[0]);

  private final List<Feature> features = new ArrayList<>();
  private final List<Spot> spots = new ArrayList<>();
  private final SeededRandom random;

  private VillageGenerator(long seed) {
    this.random = new SeededRandom(seed);
  }

  public static Town draw(long seed) {
    return new VillageGenerator(seed).draw();
  }

  private Town draw() {
    Map<Quarter, Geometry> outlines = new LinkedHashMap<>();
    outlines.put(VILLAGE, CHURCH);
    outlines.put(HILL, OAKS);
    outlines.put(AROUND, BORDER.difference(CHURCH).difference(OAKS));
    Geometry stream = STREAM.intersection(BORDER);
    put(
        "green",
        "forest",
        null,
        8,
        BORDER.difference(CHURCH.buffer(120)).difference(OAKS.buffer(120)));
    put("water", "river", "Ekån", 10, stream.buffer(7));
    Geometry square = Shapes.rectangle(60, 40, 90, 60, 0.1);
    Geometry school = Shapes.rectangle(-240, 200, 84, 22, 0.1);
    Geometry kept =
        UnaryUnionOp.union(List.of(stream.buffer(16), square.buffer(6), school.buffer(30)));
    List<Street> streets = new Streets(kept, random).lay(outlines);
    Houses houses = new Houses(kept, streets, List.of(ROAD), random);
    houses.build(streets);
    put("road", "main", "Landsvägen", 8, ROAD.intersection(BORDER));
    streets.forEach(street -> put("road", street.kind(), street.name(), 12, street.line()));
    houses.houses.forEach(house -> put("building", house.kind(), null, 14, house.shape()));
    put("square", "square", null, 13, square);
    put("building", "public", null, 13, school);
    put("boundary", "municipality", null, 8, BORDER.getExteriorRing());
    name("Torget i Kyrkbyn", "TORG", 60, 40);
    name("Ullesta skola", "SKOLA", -240, 200);
    name("Fritidsgården", "FRITID", 150, -40);
    outlines.forEach((quarter, outline) -> {
      if (quarter != AROUND) {
        put("label", "district", quarter.name(), 11, outline.getCentroid());
      }
    });
    spots.addAll(houses.addresses);
    return TownGenerator.placed(features, outlines, spots, BORDER, EASTING, NORTHING);
  }

  private void name(String name, String kind, double x, double y) {
    spots.add(new Spot(name, kind, x, y));
  }

  private void put(String layer, String kind, @Nullable String name, int minZoom, Geometry shape) {
    features.add(new Feature(layer, kind, name, minZoom, shape));
  }
}
