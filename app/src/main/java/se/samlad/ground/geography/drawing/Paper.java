package se.samlad.ground.geography.drawing;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import se.samlad.ground.geography.MapFrame;

/** The sheet: pixels of the drawing and metres of the land. The frame is widened where its shape differs from the sheet's. */
public final class Paper {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** Pixels beyond the edge that strokes may need. */
  private static final int OVER = 24;

  private final int width;
  private final int height;
  private final int band;
  private final double metres;
  private final double west;
  private final double north;
  private final Geometry window;

  /** A sheet of the given pixels with a band for grid references around the map. */
  public Paper(MapFrame frame, int width, int height, int band) {
    this.width = width;
    this.height = height;
    this.band = band;
    int innerWidth = width - 2 * band;
    int innerHeight = height - 2 * band;
    if (innerWidth < 40 || innerHeight < 40) {
      throw new IllegalArgumentException("a map needs more than " + width + " by " + height);
    }
    this.metres = Math.max(frame.width() / innerWidth, frame.height() / innerHeight);
    this.west = (frame.minE() + frame.maxE() - metres * width) / 2;
    this.north = (frame.minN() + frame.maxN() + metres * height) / 2;
    this.window = GEOMETRY.toGeometry(
        new Envelope(band - OVER, width - band + OVER, band - OVER, height - band + OVER));
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int band() {
    return band;
  }

  public double metresPerPixel() {
    return metres;
  }

  public double x(double easting) {
    return (easting - west) / metres;
  }

  public double y(double northing) {
    return (north - northing) / metres;
  }

  public double easting(double x) {
    return west + x * metres;
  }

  public double northing(double y) {
    return north - y * metres;
  }

  /** The land inside the band. */
  public Envelope land() {
    return new Envelope(
        easting(band),
        easting((double) width - band),
        northing((double) height - band),
        northing(band));
  }

  /** The land inside the band, a little over its edge. */
  public Envelope landAround() {
    Envelope around = land();
    around.expandBy(OVER * metres);
    return around;
  }

  /** The pixels inside the band. */
  public Envelope inside() {
    return new Envelope(band, (double) width - band, band, (double) height - band);
  }

  /** The geometry in pixels, cut at the sheet's edge and without bends that cannot be seen; may be empty. */
  public Geometry drawn(Geometry sweref) {
    Geometry pixels = pixels(sweref);
    Envelope extent = pixels.getEnvelopeInternal();
    if (!window.getEnvelopeInternal().covers(extent)) {
      pixels = OverlayNGRobust.overlay(pixels, window, OverlayNG.INTERSECTION);
    }
    if (pixels.getDimension() == 0) {
      return pixels;
    }
    DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(pixels);
    simplifier.setDistanceTolerance(0.35);
    simplifier.setEnsureValid(false);
    return simplifier.getResultGeometry();
  }

  /** The geometry in pixels, whole. */
  public Geometry pixels(Geometry sweref) {
    Geometry pixels = sweref.copy();
    pixels.apply(new ToPixels());
    pixels.geometryChanged();
    return pixels;
  }

  Coordinate pixel(double easting, double northing) {
    return new Coordinate(x(easting), y(northing));
  }

  private final class ToPixels implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence points, int i) {
      points.setOrdinate(i, 0, x(points.getX(i)));
      points.setOrdinate(i, 1, y(points.getY(i)));
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
