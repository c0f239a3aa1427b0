package se.samlad.ground.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Tells which area a point lies in; a point on a shared border belongs to the area that comes first by name. */
public final class AreaLocator {

  private record Indexed(Area area, Envelope envelope, IndexedPointInAreaLocator locator) {}

  private final List<Indexed> areas = new ArrayList<>();

  AreaLocator(List<Area> areas) {
    WKTReader reader = new WKTReader();
    for (Area area : areas) {
      String wkt = area.wktSweref();
      if (wkt != null) {
        Geometry polygon = read(reader, area, wkt);
        this.areas.add(new Indexed(
            area, polygon.getEnvelopeInternal(), new IndexedPointInAreaLocator(polygon)));
      }
    }
  }

  /**
   * The area of a point.
   *
   * @param easting metres, SWEREF 99 TM
   * @param northing metres, SWEREF 99 TM
   */
  public Optional<Area> locate(double easting, double northing) {
    Coordinate point = new Coordinate(easting, northing);
    return areas.stream()
        .filter(indexed -> indexed.envelope().contains(point))
        .filter(indexed -> indexed.locator().locate(point) != Location.EXTERIOR)
        .map(Indexed::area)
        .findFirst();
  }

  private static Geometry read(WKTReader reader, Area area, String wkt) {
    try {
      return reader.read(wkt);
    } catch (ParseException e) {
      throw new IllegalStateException("the polygon of area " + area.id() + " cannot be read", e);
    }
  }
}
