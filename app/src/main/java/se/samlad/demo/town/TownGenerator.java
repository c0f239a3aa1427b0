package se.samlad.demo.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.demo.town.Quarters.Quarter;
import se.samlad.demo.town.Streets.Street;
import se.samlad.demo.town.Town.District;
import se.samlad.demo.town.Town.Feature;
import se.samlad.demo.town.Town.Spot;

/**
 * Draws the town: about 33,000 people between river, railway and lake. The same seed gives the same town to the last decimetre. It is laid
 * in forest where no town lies, so that nobody takes it for a real one.
 */
public final class TownGenerator {

  /** The lower left corner of the 250 m square that holds Torget and the bus station, SWEREF 99 TM. */
  public static final double EASTING = 478_000;

  public static final double NORTHING = 6_514_000;

  private final Landscape land = new Landscape();
  private final Landmarks marks = new Landmarks();
  private final List<Feature> features = new ArrayList<>();
  private final SeededRandom random;

  private TownGenerator(long seed) {
    this.random = new SeededRandom(seed);
  }

  public static Town draw(long seed) {
    return new TownGenerator(seed).draw();
  }

  private Town draw() {
    Map<Quarter, Geometry> outlines = Quarters.part(land);
    nature();
    Geometry water = UnaryUnionOp.union(List.of(land.river, land.lake)).buffer(12);
    Geometry rail = land.railway.buffer(20);
    Geometry open = marks.openGround();
    List<Geometry> free = new ArrayList<>(List.of(water, rail, open));
    free.addAll(land.woods);
    free.addAll(land.meadows);
    Geometry kept = UnaryUnionOp.union(free);
    List<Street> streets = new Streets(kept, random).lay(outlines);
    Houses houses = new Houses(kept, streets, List.copyOf(land.mainRoads.values()), random);
    houses.build(streets);
    roads(streets);
    houses.houses.forEach(house -> put("building", house.kind(), null, 14, house.shape()));
    marks.all.forEach(
        mark -> put(mark.layer(), mark.kind(), mark.name(), mark.minZoom(), mark.shape()));
    put("boundary", "urban", null, 12, land.urban.getExteriorRing());
    put("boundary", "municipality", null, 8, land.border.getExteriorRing());
    labels(outlines);
    List<Spot> spots = new ArrayList<>(marks.spots);
    spots.addAll(houses.addresses);
    return placed(features, outlines, spots, land.border, EASTING, NORTHING);
  }

  private void nature() {
    Geometry clear = land.urban.buffer(90);
    Geometry fields = UnaryUnionOp.union(fields());
    Geometry forest = land.border.difference(
        UnaryUnionOp.union(List.of(clear, fields, land.lake.buffer(30), land.pond)));
    put("green", "forest", null, 8, forest);
    put("green", "meadow", null, 11, fields.difference(clear));
    land.woods.forEach(wood -> put("green", "forest", null, 10, wood));
    land.meadows.forEach(meadow -> put("green", "meadow", null, 11, meadow));
    put("water", "lake", "Lindsjön", 8, land.lake);
    put("water", "lake", null, 10, land.pond);
    put("water", "river", "Lindån", 8, land.river);
    for (int i = 1; i <= 4; i++) {
      put("contour", "contour", null, 13, land.woods.get(0).buffer(-44.0 * i + 20));
      put("contour", "contour", null, 13, land.woods.get(1).buffer(-42.0 * i + 20));
    }
  }

  private List<Geometry> fields() {
    List<Geometry> fields = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      double angle = random.nextDouble() * 2 * Math.PI;
      double far = 2600 + random.nextDouble() * 2300;
      fields.add(Shapes.rectangle(
              far * StrictMath.cos(angle),
              0.8 * far * StrictMath.sin(angle),
              320 + random.nextDouble() * 520,
              200 + random.nextDouble() * 300,
              random.nextDouble() * 3)
          .buffer(30));
    }
    return fields;
  }

  private void roads(List<Street> streets) {
    put("rail", "railway", null, 10, land.railway);
    land.mainRoads.forEach(
        (name, line) -> put("road", "main", name, 8, line.intersection(land.border)));
    for (Street street : streets) {
      put(
          "road",
          street.kind(),
          street.name(),
          street.kind().equals("street") ? 11 : 13,
          street.line());
    }
    put("road", "path", null, 14, bank(24));
    put("building", "public", null, 15, marks.platform().buffer(4));
  }

  /** A footpath along the river through the town. */
  private Geometry bank(double metres) {
    Geometry path = land.riverLine.buffer(metres).getBoundary();
    return path.intersection(land.urban.buffer(-40)).difference(land.railway.buffer(14));
  }

  private void labels(Map<Quarter, Geometry> outlines) {
    outlines.forEach((quarter, outline) -> {
      if (!quarter.name().equals(Quarters.COUNTRYSIDE)) {
        put("label", "district", quarter.name(), 11, label(quarter, outline));
      }
    });
    for (Spot spot : marks.spots) {
      String kind = switch (spot.kind()) {
        case "PARK" -> "green";
        case "STATION" -> "station";
        case "SKOLA", "TORG", "HANDEL", "IDROTT", "BUSSTATION" -> "place";
        default -> "";
      };
      if (!kind.isEmpty() && !spot.name().contains(",")) {
        put(
            "label",
            kind,
            spot.name(),
            14,
            Shapes.GEOMETRY.createPoint(Shapes.points(spot.easting(), spot.northing())[0]));
      }
    }
    put("label", "water", "Lindsjön", 10, Shapes.GEOMETRY.createPoint(Shapes.points(180, 3050)[0]));
    put("label", "water", "Lindån", 13, Shapes.GEOMETRY.createPoint(Shapes.points(-130, -170)[0]));
  }

  private static Point label(Quarter quarter, Geometry outline) {
    return quarter.name().equals("Centrum")
        ? Shapes.GEOMETRY.createPoint(Shapes.points(-60, 405)[0])
        : outline.getCentroid();
  }

  /** The plan as it lies in the country: moved from its own origin, areas by quarter. */
  static Town placed(
      List<Feature> features,
      Map<Quarter, Geometry> outlines,
      List<Spot> spots,
      Geometry border,
      double easting,
      double northing) {
    List<District> districts = new ArrayList<>();
    outlines.forEach((quarter, outline) -> districts.add(new District(
        quarter.name(), quarter.population(), Shapes.moved(outline, easting, northing))));
    return new Town(
        features.stream()
            .map(f -> new Feature(
                f.layer(),
                f.kind(),
                f.name(),
                f.minZoom(),
                Shapes.moved(f.geometry(), easting, northing)))
            .toList(),
        districts,
        spots.stream()
            .map(s -> new Spot(
                s.name(),
                s.kind(),
                rounded(s.easting() + easting),
                rounded(s.northing() + northing)))
            .toList(),
        Shapes.moved(border, easting, northing),
        easting,
        northing);
  }

  private static double rounded(double metres) {
    return Math.round(metres * 10) / 10.0;
  }

  private void put(String layer, String kind, @Nullable String name, int minZoom, Geometry shape) {
    if (!shape.isEmpty()) {
      features.add(new Feature(layer, kind, name, minZoom, shape));
    }
  }
}
