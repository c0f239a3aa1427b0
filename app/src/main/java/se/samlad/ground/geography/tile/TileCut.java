package se.samlad.ground.geography.tile;

import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Cuts a geometry of the world square to one tile and its margin and hands it out in tile units ({@value VectorTile#EXTENT} to the side, y
 * downward). What is smaller than can be seen is left out of lines and polygons.
 */
public final class TileCut {

  /** A share of the tile's side that goes over each edge, so that strokes and symbols meet their neighbour's. */
  public static final double MARGIN = 0.03;

  /** Half a screen pixel, in tile units, with tiles drawn 512 pixels wide. */
  private static final double HALF_A_PIXEL = VectorTile.EXTENT / 512.0 / 2;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final TileAddress tile;
  private final Envelope envelope;
  private final Geometry window;

  public TileCut(TileAddress tile) {
    this.tile = tile;
    this.envelope = tile.envelope(MARGIN);
    this.window = GEOMETRY.toGeometry(envelope);
  }

  public Envelope envelope() {
    return envelope;
  }

  /** What of the geometry lies in the tile, in tile units not yet rounded; empty when nothing can be seen of it. */
  public Optional<Geometry> cut(Geometry world) {
    Envelope extent = world.getEnvelopeInternal();
    if (!envelope.intersects(extent) || invisible(world, extent)) {
      return Optional.empty();
    }
    Geometry inside = envelope.covers(extent)
        ? world
        : OverlayNGRobust.overlay(world, window, OverlayNG.INTERSECTION);
    if (inside.isEmpty()) {
      return Optional.empty();
    }
    Geometry units = inside.copy();
    units.apply(new ToUnits(tile));
    units.geometryChanged();
    if (units.getDimension() == 0) {
      return Optional.of(units);
    }
    DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(units);
    simplifier.setDistanceTolerance(HALF_A_PIXEL);
    simplifier.setEnsureValid(false);
    Geometry simple = simplifier.getResultGeometry();
    return simple.isEmpty() ? Optional.empty() : Optional.of(simple);
  }

  private boolean invisible(Geometry world, Envelope extent) {
    double pixel = 2 * HALF_A_PIXEL * tile.side() / VectorTile.EXTENT;
    return world.getDimension() > 0
        && extent.getWidth() < pixel / 2
        && extent.getHeight() < pixel / 2;
  }

  private record ToUnits(TileAddress tile) implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence points, int i) {
      double scale = VectorTile.EXTENT / tile.side();
      points.setOrdinate(i, 0, (points.getX(i) - tile.left()) * scale);
      points.setOrdinate(i, 1, (points.getY(i) - tile.top()) * scale);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
