package se.samlad.ground.geography.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import se.samlad.ground.geography.BaseFeature;
import se.samlad.ground.geography.BaseSheet;
import se.samlad.ground.geography.MapScale;

/** The land under the marks: wood, water, roads, houses and borders, each kind as one path of its own width. */
public final class Ground {

  private static final double LEAST_HOUSE_PIXELS = 2.5;
  private static final double LEAST_AREA_PIXELS = 4;

  private final Paper paper;
  private final Ink ink;
  private final Map<String, List<BaseFeature>> byKind;
  private final List<BaseSheet.Outline> outlines;
  private final Geometry borders;
  private final StringBuilder svg = new StringBuilder();

  public Ground(BaseSheet sheet, Paper paper, Ink ink) {
    this.paper = paper;
    this.ink = ink;
    Envelope land = paper.landAround();
    double zoom = MapScale.zoom(paper.metresPerPixel()) + 0.75;
    this.byKind = sheet.inFrame(land, zoom).stream()
        .collect(Collectors.groupingBy(
            feature -> feature.layer() + "." + feature.kind(), TreeMap::new, Collectors.toList()));
    this.borders = sheet.borders();
    this.outlines = sheet.outlines().stream()
        .filter(area -> land.intersects(area.sweref().getEnvelopeInternal()))
        .toList();
  }

  public String svg() {
    svg.append("<rect").append(ink.of("k-mark")).append(" width=\"").append(paper.width());
    svg.append("\" height=\"").append(paper.height()).append("\"/>\n");
    areas("k-skog", "green.forest");
    areas("k-park", "green.meadow", "green.park", "green.pitch");
    lines("k-kurva", 0, "contour.contour");
    water();
    lines("k-stig", 0, "road.path");
    roads();
    areas("k-torg", "square.square", "square.parking");
    areas("k-hus", "building.industry", "building.apartment", "building.house", "building.public");
    lines("k-plan", 0, "green.pitch");
    lines("k-slipers", 0, "rail.railway");
    lines("k-spar", 0, "rail.railway");
    lines("k-grans", 0, "boundary.urban", "boundary.municipality");
    borders();
    return svg.toString();
  }

  /** What is named on the land, districts first, streets last. */
  public void write(Names names, boolean areaNames) {
    if (areaNames) {
      outlines.forEach(area -> named(names, "k-ta", area.name(), paper.drawn(area.sweref())));
    }
    points(names, "k-ta", "label.district");
    points(names, "k-tg", "label.station");
    points(names, "k-t", "label.place");
    points(names, "k-tg", "label.green");
    points(names, "k-tv", "label.water");
    for (String kind : List.of("road.main", "road.street", "road.local")) {
      for (BaseFeature road : features(kind)) {
        String name = road.name();
        if (name != null) {
          names.along(name, "k-t", paper.drawn(road.sweref()));
        }
      }
    }
  }

  private void water() {
    areas("k-vatten", "water.lake", "water.river");
    List<BaseFeature> middleLines = features("water.river").stream()
        .filter(river -> river.sweref().getDimension() == 1)
        .toList();
    double river = Math.max(2, 45 / paper.metresPerPixel());
    stroke("k-akant", river + 2, middleLines);
    stroke("k-a", river, middleLines);
    lines("k-a", Math.max(1, 6 / paper.metresPerPixel()), "water.stream");
  }

  private void roads() {
    double local = roadWidth(9, 0.7);
    double street = roadWidth(15, 1.2);
    double main = roadWidth(22, 2);
    lines("k-vagkant", local + casing(local), "road.local");
    lines("k-vagkant", street + casing(street), "road.street");
    lines("k-ledkant", main + 2.5, "road.main");
    lines("k-vag", local, "road.local");
    lines("k-vag", street, "road.street");
    lines("k-led", main, "road.main");
  }

  private double roadWidth(double metres, double least) {
    return Math.max(least, metres / paper.metresPerPixel());
  }

  /** Thin roads get thin edges, or the map would be all edge. */
  private static double casing(double width) {
    return Math.min(2, 0.6 + width / 3);
  }

  private void borders() {
    path(new PathText().add(paper.drawn(borders)), "k-grans", 0);
  }

  /** The border as a line, so that the sheet's edge is not taken for a border. */
  private Geometry edge(Geometry polygon) {
    return paper.drawn(polygon.getBoundary());
  }

  private void areas(String inkName, String... kinds) {
    PathText path = new PathText();
    double least = inkName.equals("k-hus") ? LEAST_HOUSE_PIXELS : LEAST_AREA_PIXELS;
    for (String kind : kinds) {
      for (BaseFeature feature : features(kind)) {
        if (feature.sweref().getDimension() == 2 && pixelsAcross(feature) >= least) {
          path.add(paper.drawn(feature.sweref()));
        }
      }
    }
    path(path, inkName, 0);
  }

  private double pixelsAcross(BaseFeature feature) {
    Envelope extent = feature.sweref().getEnvelopeInternal();
    return Math.max(extent.getWidth(), extent.getHeight()) / paper.metresPerPixel();
  }

  private void lines(String inkName, double width, String... kinds) {
    List<BaseFeature> features = new ArrayList<>();
    for (String kind : kinds) {
      features.addAll(features(kind));
    }
    stroke(inkName, width, features);
  }

  private void stroke(String inkName, double width, List<BaseFeature> features) {
    PathText path = new PathText();
    for (BaseFeature feature : features) {
      Geometry shape = feature.sweref();
      path.add(shape.getDimension() == 2 ? edge(shape) : paper.drawn(shape));
    }
    path(path, inkName, width);
  }

  private void path(PathText path, String inkName, double width) {
    if (path.isEmpty()) {
      return;
    }
    svg.append("<path").append(ink.of(inkName));
    if (width > 0) {
      svg.append(" stroke-width=\"").append(PathText.number(width)).append('"');
    }
    svg.append(" d=\"").append(path).append("\"/>\n");
  }

  private void points(Names names, String inkName, String kind) {
    for (BaseFeature label : features(kind)) {
      String name = label.name();
      if (name != null) {
        Point at = label.sweref().getInteriorPoint();
        names.at(name, inkName, paper.x(at.getX()), paper.y(at.getY()));
      }
    }
  }

  private static void named(Names names, String inkName, String name, Geometry pixels) {
    if (!pixels.isEmpty()) {
      Point at = pixels.getInteriorPoint();
      names.at(name, inkName, at.getX(), at.getY());
    }
  }

  private List<BaseFeature> features(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }
}
