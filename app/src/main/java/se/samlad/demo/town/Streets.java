package se.samlad.demo.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.demo.town.Quarters.Quarter;
import se.samlad.demo.town.Quarters.Style;

/** Lays the streets of each quarter: long ones that bend a little, and cross streets between them. */
final class Streets {

  /** A street; houses are numbered along {@code line}. */
  record Street(String name, String kind, LineString line, Quarter quarter, boolean built) {}

  private static final int SHORTEST = 70;

  private final Geometry kept;
  private final SeededRandom random;
  private final List<Street> streets = new ArrayList<>();

  Streets(Geometry kept, SeededRandom random) {
    this.kept = kept;
    this.random = random;
  }

  List<Street> lay(Map<Quarter, Geometry> outlines) {
    outlines.forEach((quarter, outline) -> {
      if (quarter.style() == Style.CENTRE) {
        centre(quarter, outline);
      } else if (!quarter.name().equals(Quarters.COUNTRYSIDE)) {
        suburb(quarter, outline);
      }
    });
    return streets;
  }

  private void centre(Quarter quarter, Geometry outline) {
    Geometry ground = outline.buffer(-6).difference(kept);
    Object[][] along = {
      {"Järnvägsgatan", -6.0, -300.0, 700.0},
      {"Kvarngatan", 118.0, -260.0, 26.0},
      {"Storgatan", 244.0, -256.0, 640.0},
      {"Nygatan", 352.0, -256.0, 640.0},
      {"Drottninggatan", 456.0, -256.0, 640.0},
      {"Norra Torggatan", 560.0, -256.0, 420.0}
    };
    Object[][] across = {
      {"Ågatan", -256.0, 30.0, 600.0},
      {"Kyrkogatan", -130.0, -10.0, 690.0},
      {"Fabriksgatan", -8.0, -10.0, 690.0},
      {"Torggatan", 132.0, 240.0, 690.0},
      {"Bangatan", 262.0, -10.0, 690.0},
      {"Skolgatan", 372.0, -10.0, 690.0},
      {"Trädgårdsgatan", 488.0, -10.0, 560.0},
      {"Östra Vallgatan", 604.0, -10.0, 700.0}
    };
    for (Object[] street : along) {
      centreStreet(quarter, ground, street, true);
    }
    for (Object[] street : across) {
      centreStreet(quarter, ground, street, false);
    }
  }

  private void centreStreet(Quarter quarter, Geometry ground, Object[] street, boolean along) {
    double at = (Double) street[1];
    double from = (Double) street[2];
    double to = (Double) street[3];
    double angle = Math.toRadians(quarter.angle());
    LineString line = along
        ? straight(at(0, 0, from, at, angle), at(0, 0, to, at, angle))
        : straight(at(0, 0, at, from, angle), at(0, 0, at, to, angle));
    add((String) street[0], "street", line.intersection(ground), quarter, true);
  }

  private void suburb(Quarter quarter, Geometry outline) {
    Geometry ground = outline.buffer(-22).difference(kept);
    PreparedGeometry inside = PreparedGeometryFactory.prepare(ground);
    double gap = switch (quarter.style()) {
      case HOUSES -> 92;
      case MIXED -> 92;
      case APARTMENTS -> 96;
      case CENTRE, INDUSTRY -> 150;
    };
    double angle = Math.toRadians(quarter.angle());
    Envelope box = ground.getEnvelopeInternal();
    double reach = StrictMath.hypot(box.getWidth(), box.getHeight()) / 2;
    double x = box.centre().x;
    double y = box.centre().y;
    int name = 1;
    for (double v = -reach; v < reach; v += gap) {
      Geometry line = bent(x, y, v, reach, angle).intersection(ground);
      if (line.getLength() > SHORTEST) {
        boolean main = name % 5 == 1;
        add(named(quarter, name++), main ? "street" : "local", line, quarter, true);
      }
    }
    double step = gap * (quarter.style() == Style.INDUSTRY ? 2.4 : 4.2);
    for (double u = -reach + random.nextDouble() * gap; u < reach; u += step) {
      Geometry line = straight(x, y, u, reach, angle).intersection(ground);
      if (inside.intersects(line) && line.getLength() > SHORTEST) {
        add(named(quarter, 0), "street", line, quarter, false);
      }
    }
  }

  /** The quarter's names in turn; when they are used up, a lane of the same name. */
  private static String named(Quarter quarter, int number) {
    String[] names = quarter.streets();
    String name = names[number % names.length];
    return number < names.length ? name : name.replaceAll("(s?)(gatan|vägen)$", "$1gränd");
  }

  private LineString bent(double x, double y, double v, double reach, double angle) {
    double phase = random.nextDouble() * 0.6;
    List<Coordinate> points = new ArrayList<>();
    for (double u = -reach; u <= reach; u += 40) {
      double bend = 26 * StrictMath.sin(u / 260 + phase);
      points.add(at(x, y, u, v + bend, angle));
    }
    return Shapes.GEOMETRY.createLineString(points.toArray(Coordinate[]::new));
  }

  private static LineString straight(double x, double y, double u, double reach, double angle) {
    return straight(at(x, y, u, -reach, angle), at(x, y, u, reach, angle));
  }

  private void add(String name, String kind, Geometry line, Quarter quarter, boolean built) {
    for (int i = 0; i < line.getNumGeometries(); i++) {
      if (line.getGeometryN(i) instanceof LineString part && part.getLength() > SHORTEST / 2.0) {
        streets.add(new Street(name, kind, part, quarter, built));
      }
    }
  }

  private static LineString straight(Coordinate a, Coordinate b) {
    return Shapes.line(a.x, a.y, b.x, b.y);
  }

  private static Coordinate at(double x, double y, double u, double v, double angle) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return new Coordinate(x + u * cos - v * sin, y + u * sin + v * cos);
  }
}
