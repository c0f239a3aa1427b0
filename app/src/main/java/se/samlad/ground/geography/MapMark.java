package se.samlad.ground.geography;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Something laid on the map; all coordinates are SWEREF 99 TM metres. */
public sealed interface MapMark {

  Envelope extent();

  /**
   * The outline of a hotspot with its number.
   *
   * @param certainty clear, likely or unsure: drawn whole, double or dashed
   */
  record Outline(String wktSweref, int number, String certainty) implements MapMark {
    @Override
    public Envelope extent() {
      return geometry(wktSweref).getEnvelopeInternal();
    }
  }

  /**
   * Something at a point.
   *
   * @param symbol kat1 to kat6, the six shapes of categories; kat0 for what has no category
   */
  record Point(double e, double n, String symbol) implements MapMark {
    @Override
    public Envelope extent() {
      return new Envelope(e, e, n, n);
    }
  }

  /** Something known to lie within a distance: street or area precision. */
  record Circle(double e, double n, double radiusMeters) implements MapMark {
    @Override
    public Envelope extent() {
      return new Envelope(e - radiusMeters, e + radiusMeters, n - radiusMeters, n + radiusMeters);
    }
  }

  record Label(double e, double n, String text) implements MapMark {
    @Override
    public Envelope extent() {
      return new Envelope(e, e, n, n);
    }
  }

  /**
   * An area of a follow-up.
   *
   * @param kind mal, buffert, kontroll or kbuffert
   */
  record Ring(String wktSweref, String kind) implements MapMark {
    @Override
    public Envelope extent() {
      return geometry(wktSweref).getEnvelopeInternal();
    }
  }

  /** Reads an outline; a text that is no geometry is a programmer's mistake. */
  static Geometry geometry(String wktSweref) {
    try {
      return new WKTReader().read(wktSweref);
    } catch (ParseException broken) {
      throw new IllegalArgumentException("not a geometry: " + wktSweref, broken);
    }
  }
}
