package se.samlad.demo.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.demo.history.Chronicle.Sighting;
import se.samlad.demo.history.Sites.Circle;
import se.samlad.demo.town.Town;

/** Where a report says it was: a point near a place, what it is called, and its area. */
final class Ground {

  /** A point; {@code named} when it is called by a place rather than an address. */
  record Spot(double easting, double northing, String label, boolean named, String area) {}

  private record Area(String name, IndexedPointInAreaLocator locator) {}

  private final List<Area> areas = new ArrayList<>();
  private final double easting;
  private final double northing;
  private final List<Town.Spot> addresses;
  private final STRtree places = new STRtree();

  Ground(Town town) {
    easting = town.easting();
    northing = town.northing();
    town.districts()
        .forEach(district -> areas.add(
            new Area(district.name(), new IndexedPointInAreaLocator(district.outline()))));
    addresses =
        town.spots().stream().filter(spot -> spot.kind().equals("ADDRESS")).toList();
    town.spots()
        .forEach(spot ->
            places.insert(new Envelope(new Coordinate(spot.easting(), spot.northing())), spot));
    places.build();
  }

  String area(double e, double n) {
    Coordinate point = new Coordinate(e, n);
    return areas.stream()
        .filter(area -> area.locator().locate(point) != Location.EXTERIOR)
        .map(Area::name)
        .findFirst()
        .orElse("");
  }

  /** A point of the site. */
  Spot within(Site site, SeededRandom random) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double inner = site.inner() * site.inner();
    double far =
        StrictMath.sqrt(inner + random.nextDouble() * (site.outer() * site.outer() - inner));
    return spot(
        easting + site.x() + far * StrictMath.cos(angle),
        northing + site.y() + far * StrictMath.sin(angle));
  }

  /** A site of its own at some address, away from the compared places. */
  Site somewhere(SeededRandom random) {
    while (true) {
      Town.Spot address = addresses.get(random.nextInt(addresses.size()));
      Spot spot = spot(address.easting(), address.northing());
      if (!nearCompared(spot)) {
        return Site.at(
            address.name(),
            address.easting() - easting,
            address.northing() - northing,
            8,
            0,
            Rhythm.EVENING,
            Sites.MIXED,
            Sites.ANYWHERE);
      }
    }
  }

  /** Whether a point would change the figures of a place whose measure is evaluated. */
  boolean nearCompared(Spot spot) {
    for (Circle circle :
        List.of(Sites.TUNNEL, Sites.TUNNEL_CONTROL, Sites.PARKING, Sites.PARKING_CONTROL)) {
      double away = StrictMath.hypot(
          spot.easting() - easting - circle.x(), spot.northing() - northing - circle.y());
      if (away < Sites.BUFFER_METERS + 20) {
        return true;
      }
    }
    return false;
  }

  /** The site a report lies at, null when it was somewhere else in town. */
  @Nullable
  Site siteOf(Sighting seen) {
    double x = seen.easting() - easting;
    double y = seen.northing() - northing;
    return Sites.LINDESTA.stream()
        .filter(site -> StrictMath.hypot(site.x() - x, site.y() - y) <= site.outer())
        .findFirst()
        .orElse(null);
  }

  Spot spot(double exactEasting, double exactNorthing) {
    double e = Math.round(exactEasting * 10) / 10.0;
    double n = Math.round(exactNorthing * 10) / 10.0;
    Coordinate at = new Coordinate(e, n);
    Object near = places.nearestNeighbour(
        new Envelope(at),
        null,
        (ItemBoundable a, ItemBoundable b) ->
            ((Envelope) a.getBounds()).distance((Envelope) b.getBounds())
                + preference(a.getItem(), b.getItem()));
    Town.Spot place = (Town.Spot) near;
    return new Spot(e, n, place.name(), !place.kind().equals("ADDRESS"), area(e, n));
  }

  /** A place by name is called upon from farther away than an address. */
  private static double preference(@Nullable Object a, @Nullable Object b) {
    return (a instanceof Town.Spot spot && spot.kind().equals("ADDRESS") ? 25 : 0)
        + (b instanceof Town.Spot other && other.kind().equals("ADDRESS") ? 25 : 0);
  }
}
