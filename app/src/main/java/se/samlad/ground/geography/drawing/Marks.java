package se.samlad.ground.geography.drawing;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import se.samlad.ground.geography.HotspotShape;
import se.samlad.ground.geography.MapMark;
import se.samlad.ground.geography.MapSymbol;

/** What is laid on the land: outlines with numbers, symbols, circles, rings and labels of the caller's own. */
public final class Marks {

  private static final double BADGE = 14;

  private final Paper paper;
  private final Ink ink;
  private final Names names;
  private final StringBuilder circles = new StringBuilder();
  private final StringBuilder outlines = new StringBuilder();
  private final StringBuilder symbols = new StringBuilder();
  private final StringBuilder badges = new StringBuilder();

  public Marks(Paper paper, Ink ink, Names names) {
    this.paper = paper;
    this.ink = ink;
    this.names = names;
  }

  public void add(MapMark mark) {
    switch (mark) {
      case MapMark.Outline outline -> outline(outline);
      case MapMark.Point point -> point(point);
      case MapMark.Circle circle -> circle(circle);
      case MapMark.Ring ring -> ring(ring);
      case MapMark.Label label ->
        names.at(label.text(), "k-t", paper.x(label.e()), paper.y(label.n()));
    }
  }

  public String svg() {
    return circles.toString() + symbols + outlines + badges;
  }

  private void outline(MapMark.Outline outline) {
    Geometry shape = HotspotShape.around(MapMark.geometry(outline.wktSweref()));
    String path = new PathText().add(paper.pixels(shape)).toString();
    switch (outline.certainty()) {
      case "unsure" -> outlinePath("k-hot k-hot--osaker", path);
      case "likely" -> {
        outlinePath("k-hot k-hot--trolig", path);
        outlinePath("k-hot--inre", path);
      }
      default -> outlinePath("k-hot", path);
    }
    badge(outline, HotspotShape.number(shape));
  }

  private void outlinePath(String inkName, String path) {
    outlines.append("<path").append(ink.of(inkName)).append(" d=\"").append(path);
    outlines.append("\"/>\n");
  }

  /** The number stands at the outline's upper right, inside the sheet. */
  private void badge(MapMark.Outline outline, Coordinate place) {
    Envelope inside = paper.inside();
    double x = Math.clamp(
        paper.x(place.x) + 5, inside.getMinX() + BADGE + 3, inside.getMaxX() - BADGE - 3);
    double y = Math.clamp(
        paper.y(place.y) - 5, inside.getMinY() + BADGE + 3, inside.getMaxY() - BADGE - 3);
    String kind = switch (outline.certainty()) {
      case "unsure" -> "k-nr k-nr--osaker";
      case "likely" -> "k-nr k-nr--trolig";
      default -> "k-nr";
    };
    String cx = PathText.number(x);
    String cy = PathText.number(y);
    boolean page = ink == Ink.PAGE;
    String circleInk = page ? "" : ink.of(kind);
    badges.append(page ? "<g" + ink.of(kind) + ">" : "<g>");
    badges.append("<circle").append(circleInk).append(circle(cx, cy, "14")).append("/>");
    if (outline.certainty().equals("likely")) {
      badges.append("<circle").append(circleInk).append(circle(cx, cy, "11")).append("/>");
    }
    badges
        .append("<text")
        .append(page ? "" : ink.of("k-nrtext"))
        .append(" x=\"")
        .append(cx);
    badges.append("\" y=\"").append(PathText.number(page ? y + 1 : y + 5)).append("\">");
    badges.append(outline.number()).append("</text></g>\n");
    names.keepFree(new Envelope(x - BADGE, x + BADGE, y - BADGE, y + BADGE));
  }

  private static String circle(String cx, String cy, String radius) {
    return " cx=\"" + cx + "\" cy=\"" + cy + "\" r=\"" + radius + "\"";
  }

  private void point(MapMark.Point point) {
    double x = paper.x(point.e());
    double y = paper.y(point.n());
    if (paper.inside().covers(x, y)) {
      symbols.append(MapSymbol.of(point.symbol()).svg(ink.of("k-p " + point.symbol()), x, y, 4.2));
    }
  }

  private void circle(MapMark.Circle circle) {
    circles.append("<circle").append(ink.of("k-omkrets"));
    circles.append(circle(
        PathText.number(paper.x(circle.e())),
        PathText.number(paper.y(circle.n())),
        PathText.number(Math.max(5, circle.radiusMeters() / paper.metresPerPixel()))));
    circles.append("/>\n");
  }

  private void ring(MapMark.Ring ring) {
    Geometry pixels = paper.drawn(MapMark.geometry(ring.wktSweref()));
    circles.append("<path").append(ink.of("k-ring k-ring--" + ring.kind())).append(" d=\"");
    circles.append(new PathText().add(pixels)).append("\"/>\n");
  }
}
