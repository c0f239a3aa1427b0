package se.samlad.demo.town;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.demo.town.Quarters.Style;
import se.samlad.demo.town.Streets.Street;

/** Builds houses along the streets, clear of roads, water and each other, and numbers them: even on one side, odd on the other. */
final class Houses {

  record House(String kind, Geometry shape) {}

  private record Plot(String kind, double length, double depth, double gap, double offset) {}

  private static final Plot VILLA = new Plot("house", 13, 10, 33, 19);
  private static final Plot SLAB = new Plot("apartment", 54, 12, 76, 26);
  private static final Plot HALL = new Plot("industry", 62, 38, 84, 44);

  final List<House> houses = new ArrayList<>();
  final List<Town.Spot> addresses = new ArrayList<>();

  private final PreparedGeometry blocked;
  private final SeededRandom random;
  private final STRtree roads = new STRtree();
  private final Map<Long, List<Polygon>> grid = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  Houses(Geometry blocked, List<Street> streets, List<LineString> mains, SeededRandom random) {
    this.blocked = PreparedGeometryFactory.prepare(blocked);
    this.random = random;
    streets.forEach(street -> road(street.line(), street.kind().equals("street") ? 9 : 7));
    mains.forEach(main -> road(main, 15));
  }

  void build(List<Street> streets) {
    List<Street> centre = streets.stream()
        .filter(street -> street.quarter().style() == Style.CENTRE)
        .toList();
    if (!centre.isEmpty()) {
      blocks(centre);
      centre.forEach(this::number);
    }
    for (Street street : streets) {
      if (street.built() && street.quarter().style() != Style.CENTRE) {
        along(street);
      }
    }
  }

  private void along(Street street) {
    Plot plot = switch (street.quarter().style()) {
      case HOUSES -> VILLA;
      case MIXED -> Math.floorMod(street.name().hashCode(), 5) < 2 ? SLAB : VILLA;
      case APARTMENTS -> SLAB;
      case CENTRE, INDUSTRY -> HALL;
    };
    LengthIndexedLine line = new LengthIndexedLine(street.line());
    double length = street.line().getLength();
    int first = numbers.getOrDefault(street.name(), 0);
    int number = first;
    for (double at = plot.gap() / 2; at < length - plot.gap() / 3; at += plot.gap()) {
      double angle = angle(line, at, length);
      for (int side = -1; side <= 1; side += 2) {
        number++;
        double offset = side * (plot.offset() + random.nextDouble() * 4);
        double size = 0.85 + random.nextDouble() * 0.3;
        Coordinate door = line.extractPoint(at + random.nextDouble() * 3, offset);
        Polygon house =
            Shapes.rectangle(door.x, door.y, plot.length() * size, plot.depth() * size, angle);
        if (random.nextDouble() > 0.05 && place(house)) {
          houses.add(new House(plot.kind(), house));
          addresses.add(new Town.Spot(street.name() + " " + number, "ADDRESS", door.x, door.y));
        }
      }
    }
    numbers.put(street.name(), number);
  }

  /** Closed blocks around courtyards, as towns were built around 1900. */
  private void blocks(List<Street> centre) {
    List<Geometry> lines =
        new ArrayList<>(centre.stream().map(street -> (Geometry) street.line()).toList());
    for (Polygon face : Shapes.faces(lines)) {
      Geometry block = face.buffer(-11);
      Geometry ring = block.difference(block.buffer(-13));
      Geometry cut = UnaryUnionOp.union(gates(block));
      Geometry built = ring.difference(cut);
      for (int i = 0; i < built.getNumGeometries(); i++) {
        Geometry house = built.getGeometryN(i);
        if (house.getArea() > 60 && !blocked.intersects(house)) {
          houses.add(new House("apartment", house));
        }
      }
    }
  }

  private List<Geometry> gates(Geometry block) {
    Envelope box = block.getEnvelopeInternal();
    List<Geometry> gates = new ArrayList<>();
    for (double x = box.getMinX() + 26; x < box.getMaxX(); x += 30 + random.nextDouble() * 26) {
      gates.add(Shapes.rectangle(x, box.centre().y, 2.5, box.getHeight() * 2, 0.07));
    }
    for (double y = box.getMinY() + 24; y < box.getMaxY(); y += 30 + random.nextDouble() * 26) {
      gates.add(Shapes.rectangle(box.centre().x, y, box.getWidth() * 2, 2.5, 0.07));
    }
    return gates.isEmpty() ? List.of(Shapes.polygon(0, 0, 0.1, 0, 0, 0.1)) : gates;
  }

  private void number(Street street) {
    LengthIndexedLine line = new LengthIndexedLine(street.line());
    double length = street.line().getLength();
    int number = numbers.getOrDefault(street.name(), 0);
    for (double at = 14; at < length - 8; at += 30) {
      for (int side = -1; side <= 1; side += 2) {
        number++;
        Coordinate door = line.extractPoint(at, side * 13.0);
        addresses.add(new Town.Spot(street.name() + " " + number, "ADDRESS", door.x, door.y));
      }
    }
    numbers.put(street.name(), number);
  }

  private boolean place(Polygon house) {
    Envelope box = house.getEnvelopeInternal();
    if (blocked.intersects(house)) {
      return false;
    }
    for (Object road : roads.query(box)) {
      if (((PreparedGeometry) road).intersects(house)) {
        return false;
      }
    }
    List<Long> cells = cells(box);
    for (long cell : cells) {
      for (Polygon other : grid.getOrDefault(cell, List.of())) {
        if (other.getEnvelopeInternal().intersects(box) && other.isWithinDistance(house, 4)) {
          return false;
        }
      }
    }
    cells.forEach(cell -> grid.computeIfAbsent(cell, key -> new ArrayList<>()).add(house));
    return true;
  }

  private static List<Long> cells(Envelope box) {
    List<Long> cells = new ArrayList<>();
    for (long x = (long) Math.floor((box.getMinX() - 5) / 100);
        x <= Math.floor((box.getMaxX() + 5) / 100);
        x++) {
      for (long y = (long) Math.floor((box.getMinY() - 5) / 100);
          y <= Math.floor((box.getMaxY() + 5) / 100);
          y++) {
        cells.add(x * 100_000 + y);
      }
    }
    return cells;
  }

  private void road(LineString line, double halfWidth) {
    Geometry ground = line.buffer(halfWidth, 2);
    roads.insert(ground.getEnvelopeInternal(), PreparedGeometryFactory.prepare(ground));
  }

  private static double angle(LengthIndexedLine line, double at, double length) {
    Coordinate a = line.extractPoint(Math.max(0, at - 5));
    Coordinate b = line.extractPoint(Math.min(length, at + 5));
    return StrictMath.atan2(b.y - a.y, b.x - a.x);
  }
}
