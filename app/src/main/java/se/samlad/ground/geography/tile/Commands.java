package se.samlad.ground.geography.tile;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A geometry as a vector tile writes it: move, line and close commands with steps from the point before. */
final class Commands {

  static final int POINT = 1;
  static final int LINE = 2;
  static final int POLYGON = 3;

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private int[] words = new int[64];
  private int size;
  private int x;
  private int y;
  private final int type;

  private Commands(int type) {
    this.type = type;
  }

  /** The commands of a geometry in tile units; none when nothing of it is left after rounding. */
  static Commands of(Geometry units) {
    return switch (units.getDimension()) {
      case 0 -> points(units);
      case 1 -> lines(units);
      default -> polygons(units);
    };
  }

  int type() {
    return type;
  }

  int[] words() {
    return words;
  }

  int size() {
    return size;
  }

  private static Commands points(Geometry units) {
    Commands commands = new Commands(POINT);
    commands.command(MOVE_TO, units.getNumGeometries());
    for (int i = 0; i < units.getNumGeometries(); i++) {
      Point point = (Point) units.getGeometryN(i);
      commands.step(rounded(point.getX()), rounded(point.getY()));
    }
    return commands;
  }

  private static Commands lines(Geometry units) {
    Commands commands = new Commands(LINE);
    for (int i = 0; i < units.getNumGeometries(); i++) {
      if (units.getGeometryN(i) instanceof LineString line) {
        int[] path = distinct(line.getCoordinateSequence(), false);
        if (path.length >= 4) {
          commands.path(path, false);
        }
      }
    }
    return commands;
  }

  private static Commands polygons(Geometry units) {
    Commands commands = new Commands(POLYGON);
    for (int i = 0; i < units.getNumGeometries(); i++) {
      if (units.getGeometryN(i) instanceof Polygon polygon) {
        commands.polygon(polygon);
      }
    }
    return commands;
  }

  private void polygon(Polygon polygon) {
    int[] shell = distinct(polygon.getExteriorRing().getCoordinateSequence(), true);
    if (doubledArea(shell) == 0) {
      return;
    }
    ring(shell, true);
    for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
      int[] hole = distinct(polygon.getInteriorRingN(h).getCoordinateSequence(), true);
      if (doubledArea(hole) != 0) {
        ring(hole, false);
      }
    }
  }

  /** The outer ring has a positive area by the shoelace formula with y downward, holes a negative one. */
  private void ring(int[] path, boolean outer) {
    path(doubledArea(path) > 0 == outer ? path : reversed(path), true);
  }

  private void path(int[] path, boolean close) {
    command(MOVE_TO, 1);
    step(path[0], path[1]);
    command(LINE_TO, path.length / 2 - 1);
    for (int i = 2; i < path.length; i += 2) {
      step(path[i], path[i + 1]);
    }
    if (close) {
      command(CLOSE_PATH, 1);
    }
  }

  /** Rounded points without repeats; a ring also without its closing point. */
  private static int[] distinct(CoordinateSequence points, boolean ring) {
    int[] path = new int[points.size() * 2];
    int length = 0;
    for (int i = 0; i < points.size(); i++) {
      int px = rounded(points.getX(i));
      int py = rounded(points.getY(i));
      if (length == 0 || px != path[length - 2] || py != path[length - 1]) {
        path[length++] = px;
        path[length++] = py;
      }
    }
    if (ring && length >= 4 && path[0] == path[length - 2] && path[1] == path[length - 1]) {
      length -= 2;
    }
    return Arrays.copyOf(path, length);
  }

  private static long doubledArea(int[] path) {
    long area = 0;
    for (int i = 0; i < path.length; i += 2) {
      int next = (i + 2) % path.length;
      area += (long) path[i] * path[next + 1] - (long) path[next] * path[i + 1];
    }
    return area;
  }

  private static int[] reversed(int[] path) {
    int[] back = new int[path.length];
    for (int i = 0; i < path.length; i += 2) {
      back[i] = path[path.length - 2 - i];
      back[i + 1] = path[path.length - 1 - i];
    }
    return back;
  }

  private static int rounded(double units) {
    return (int) Math.round(units);
  }

  private void step(int toX, int toY) {
    word(Protobuf.zigzag(toX - x));
    word(Protobuf.zigzag(toY - y));
    x = toX;
    y = toY;
  }

  private void command(int id, int count) {
    word(id & 0x7 | count << 3);
  }

  private void word(int word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
    }
    words[size++] = word;
  }
}
