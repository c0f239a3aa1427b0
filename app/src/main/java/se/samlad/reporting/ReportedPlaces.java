package se.samlad.reporting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.geography.AreaLocator;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.geography.Places;

/** Where a reported incident was, in the terms it is stored: plane coordinates, the area that holds them and the nearest name. */
@Component
class ReportedPlaces {

  private static final double NEAREST_METERS = 150;

  private final Areas areas;
  private final Places places;

  ReportedPlaces(Areas areas, Places places) {
    this.areas = areas;
    this.places = places;
  }

  /** A place with its SWEREF 99 TM coordinates in metres, its area and what it is called. */
  record Located(
      @Nullable Double lon,
      @Nullable Double lat,
      @Nullable Double easting,
      @Nullable Double northing,
      PrecisionClass precision,
      @Nullable Double accuracyMeters,
      @Nullable UUID area,
      String label) {}

  Located locate(Place place, AreaLocator locator) {
    return switch (place) {
      case Place.WithinArea(UUID area) ->
        new Located(
            null,
            null,
            null,
            null,
            PrecisionClass.AREA,
            null,
            area,
            areas.find(area).map(found -> found.name()).orElse(""));
      case Place.Point point -> {
        Sweref99.Point plane = Sweref99.TM.project(point.lon(), point.lat());
        var area = locator.locate(plane.easting(), plane.northing());
        String label = places
            .nearest(plane.easting(), plane.northing(), NEAREST_METERS)
            .map(near -> near.name())
            .or(() -> area.map(within -> within.name()))
            .orElse("");
        yield new Located(
            point.lon(),
            point.lat(),
            plane.easting(),
            plane.northing(),
            point.precision(),
            point.accuracyMeters(),
            area.map(within -> within.id()).orElse(null),
            label);
      }
    };
  }
}
