package se.samlad.ground.geography.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Writes names where they have room: one that would lie over another, over a mark or over the edge is left out. */
public final class Names {

  /** Degrees a street may turn along its name. */
  private static final double STRAIGHT = 14;

  private final Ink ink;
  private final double size;
  private final Envelope inside;
  private final List<Envelope> taken = new ArrayList<>();
  private final Set<String> written = new HashSet<>();
  private final StringBuilder text = new StringBuilder();

  public Names(Ink ink, double size, Envelope inside) {
    this.ink = ink;
    this.size = size;
    this.inside = inside;
  }

  /** Keeps a place free from names. */
  public void keepFree(Envelope place) {
    taken.add(place);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** A name at a point. */
  public void at(String name, String inkName, double x, double y) {
    write(name, inkName, x, y, 0);
  }

  /** A name along the straightest long part of a line in pixels. */
  public void along(String name, String inkName, Geometry pixels) {
    double needed = width(name, inkName) + size;
    for (int i = 0; i < pixels.getNumGeometries(); i++) {
      if (pixels.getGeometryN(i) instanceof LineString line && line.getLength() >= needed) {
        Run run = longestRun(line);
        if (run.length() >= needed
            && write(name, inkName, run.middleX(), run.middleY(), run.degrees())) {
          return;
        }
      }
    }
  }

  private boolean write(String name, String inkName, double x, double y, double degrees) {
    Envelope place = place(name, inkName, x, y, degrees);
    if (written.contains(inkName + name)
        || !inside.covers(place)
        || taken.stream().anyMatch(place::intersects)) {
      return false;
    }
    taken.add(place);
    written.add(inkName + name);
    String shown =
        inkName.equals("k-ta") && ink == Ink.PRINT ? name.toUpperCase(java.util.Locale.ROOT) : name;
    double baseline = y + size * 0.35;
    String attributes = " x=\"" + PathText.number(x) + "\" y=\"" + PathText.number(baseline) + "\""
        + (Math.abs(degrees) < 0.5
            ? ""
            : " transform=\"rotate(" + Math.round(degrees) + " " + PathText.number(x) + " "
                + PathText.number(y) + ")\"");
    if (ink == Ink.PRINT) {
      // A halo: documents paint the stroke of a text above its fill.
      text.append("<text").append(ink.of(inkName)).append(" stroke=\"").append(halo(inkName));
      text.append("\" stroke-width=\"3\" stroke-linejoin=\"round\"")
          .append(attributes)
          .append('>');
      text.append(escaped(shown)).append("</text>");
    }
    text.append("<text").append(ink.of(inkName)).append(attributes).append('>');
    text.append(escaped(shown)).append("</text>\n");
    return true;
  }

  private static String halo(String inkName) {
    return se.samlad.ground.geography.MapPalette.LIGHT.colour(
        inkName.equals("k-tv") ? "k-vatten" : "k-halo");
  }

  private Envelope place(String name, String inkName, double x, double y, double degrees) {
    double half = width(name, inkName) / 2 + 2;
    double high = size / 2 + 1;
    double turn = Math.toRadians(degrees);
    double dx = Math.abs(half * Math.cos(turn)) + Math.abs(high * Math.sin(turn));
    double dy = Math.abs(half * Math.sin(turn)) + Math.abs(high * Math.cos(turn));
    return new Envelope(x - dx, x + dx, y - dy, y + dy);
  }

  private double width(String name, String inkName) {
    return name.length() * size * (inkName.equals("k-ta") ? 0.82 : 0.56);
  }

  /** A part of a line that keeps its direction. */
  private record Run(Coordinate from, Coordinate to) {

    double length() {
      return from.distance(to);
    }

    double middleX() {
      return (from.x + to.x) / 2;
    }

    double middleY() {
      return (from.y + to.y) / 2;
    }

    /** Turned so that it reads from left to right. */
    double degrees() {
      double degrees = Math.toDegrees(Math.atan2(to.y - from.y, to.x - from.x));
      return degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees;
    }
  }

  private static Run longestRun(LineString line) {
    Run longest = new Run(line.getCoordinateN(0), line.getCoordinateN(1));
    int start = 0;
    for (int i = 1; i < line.getNumPoints(); i++) {
      while (start < i - 1 && bends(line, start, i)) {
        start++;
      }
      Run run = new Run(line.getCoordinateN(start), line.getCoordinateN(i));
      if (run.length() > longest.length()) {
        longest = run;
      }
    }
    return longest;
  }

  private static boolean bends(LineString line, int start, int end) {
    double whole = direction(line, start, end);
    for (int i = start; i < end; i++) {
      double turn = Math.abs(direction(line, i, i + 1) - whole) % 360;
      if (Math.min(turn, 360 - turn) > STRAIGHT) {
        return true;
      }
    }
    return false;
  }

  private static double direction(LineString line, int from, int to) {
    Coordinate a = line.getCoordinateN(from);
    Coordinate b = line.getCoordinateN(to);
    return Math.toDegrees(Math.atan2(b.y - a.y, b.x - a.x));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
