package se.samlad.reporting.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.geography.Place;
import se.samlad.ground.geography.Places;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;

/** Places for the phone: the list it keeps, a search, and what a position is called. Nothing asked for is written anywhere. */
@RestController
@RequiresRole({Role.REPORTER, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER, Role.COORDINATOR})
@RequestMapping("/rapportera/platser")
class PlaceApi {

  private static final double NEAREST_METERS = 150;
  private static final int MOST_HITS = 12;

  private final Places places;
  private final Areas areas;

  PlaceApi(Places places, Areas areas) {
    this.places = places;
    this.areas = areas;
  }

  /** A place as the phone keeps it. */
  record Named(String namn, double lon, double lat) {

    static Named of(Place place) {
      return new Named(place.name(), rounded(place.lon()), rounded(place.lat()));
    }

    /** A tenth of a metre is enough for what is called a place. */
    private static double rounded(double degrees) {
      return Math.round(degrees * 1e6) / 1e6;
    }
  }

  /** What a position is called; {@code inom} tells whether it lies in one of the municipality's areas. */
  record Called(String namn, boolean inom) {}

  @GetMapping
  ResponseEntity<Map<String, List<Named>>> list() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(Map.of("platser", places.named().stream().map(Named::of).toList()));
  }

  @GetMapping(params = "sok")
  Map<String, List<Named>> search(@RequestParam String sok) {
    if (sok.isBlank() || sok.length() > 100 || sok.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("sok", "reporting.problem.place.none");
    }
    return Map.of(
        "platser", places.search(sok.strip(), MOST_HITS).stream().map(Named::of).toList());
  }

  @GetMapping("/narmast")
  Called nearest(@RequestParam double lon, @RequestParam double lat) {
    if (!(lon >= 10 && lon <= 25 && lat >= 54.5 && lat <= 69.5)) {
      throw new InvalidInput("lon", "input.place.outside");
    }
    Sweref99.Point plane = Sweref99.TM.project(lon, lat);
    var area = areas.locator().locate(plane.easting(), plane.northing());
    String name = places
        .nearest(plane.easting(), plane.northing(), NEAREST_METERS)
        .map(Place::name)
        .or(() -> area.map(Area::name))
        .orElse("");
    return new Called(name, area.isPresent());
  }
}
