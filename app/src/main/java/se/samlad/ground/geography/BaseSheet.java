package se.samlad.ground.geography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import se.samlad.ground.geography.tile.World;

/** A municipality's base map and area outlines as read once: what tiles and drawings are made from. Safe to share between threads. */
public final class BaseSheet {

  /** A feature and where it lies in the world square of the browser's map. */
  record Shape(BaseFeature feature, Geometry world) {}

  /** An area of the main layer that has an outline. */
  public record Outline(UUID id, String code, String name, Geometry sweref, Geometry world) {}

  private final String build;
  private final List<Outline> outlines;
  private final Envelope extent = new Envelope();
  private final STRtree onLand = new STRtree();
  private final STRtree onWorld = new STRtree();
  private final Geometry borders;
  private final boolean districtsNamed;

  BaseSheet(String build, List<BaseFeature> features, List<Outline> outlines) {
    this.build = build;
    this.outlines = List.copyOf(outlines);
    for (BaseFeature feature : features) {
      Shape shape = new Shape(feature, World.of(feature.sweref()));
      onLand.insert(feature.sweref().getEnvelopeInternal(), shape);
      onWorld.insert(shape.world().getEnvelopeInternal(), shape);
    }
    onLand.build();
    onWorld.build();
    outlines.forEach(area -> extent.expandToInclude(area.sweref().getEnvelopeInternal()));
    if (extent.isNull()) {
      features.forEach(feature -> extent.expandToInclude(feature.sweref().getEnvelopeInternal()));
    }
    this.borders = UnaryUnionOp.union(
        outlines.stream().map(area -> area.sweref().getBoundary()).toList(), new GeometryFactory());
    this.districtsNamed = features.stream()
        .anyMatch(feature -> feature.layer().equals("label") && feature.kind().equals("district"));
  }

  /** Names this state of the map; another state has another name, also of another municipality. */
  public String build() {
    return build;
  }

  /** The areas of the main layer that have outlines, by name. */
  public List<Outline> outlines() {
    return outlines;
  }

  /** The frame that holds the whole municipality; null when neither areas nor base map have a geometry. */
  public @Nullable MapFrame whole() {
    return extent.isNull() ? null : MapFrame.of(extent, 250);
  }

  public MapGrid grid() {
    return MapGrid.over(extent);
  }

  /** The areas' borders, each once, also where two areas meet. */
  public Geometry borders() {
    return borders;
  }

  /** Whether the base map itself names districts; else the areas' names are written. */
  public boolean districtsNamed() {
    return districtsNamed;
  }

  /** What touches the frame and is drawn at the zoom, in drawing order. */
  public List<BaseFeature> inFrame(Envelope sweref, double zoom) {
    List<BaseFeature> found = new ArrayList<>();
    for (Object hit : onLand.query(sweref)) {
      BaseFeature feature = ((Shape) hit).feature();
      if (feature.minZoom() <= zoom) {
        found.add(feature);
      }
    }
    found.sort(Comparator.comparingLong(BaseFeature::id));
    return found;
  }

  /** What touches the window of the world square and is drawn at the zoom, in drawing order. */
  List<Shape> inWindow(Envelope world, int zoom) {
    List<Shape> found = new ArrayList<>();
    for (Object hit : onWorld.query(world)) {
      Shape shape = (Shape) hit;
      if (shape.feature().minZoom() <= zoom) {
        found.add(shape);
      }
    }
    found.sort(Comparator.comparingLong(shape -> shape.feature().id()));
    return found;
  }
}
