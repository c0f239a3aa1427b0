package se.samlad.insight.map;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.BaseMap;
import se.samlad.ground.geography.BaseSheet;
import se.samlad.ground.geography.tile.GeoJson;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.ground.geography.tile.VectorTile;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.Hotspots;

/** What lies on the map: incidents as tiles, hotspots, and counts by area, for the same parameters as the page the map stands on. Never shared between viewers. */
@RestController
@RequiresRole({Role.COORDINATOR, Role.GROUP_MEMBER, Role.ORGANISATION_COORDINATOR, Role.LEADERSHIP})
class MapPages {

  private final MapRequest requests;
  private final PointSets points;
  private final BaseMap maps;
  private final Hotspots hotspots;

  MapPages(MapRequest requests, PointSets points, BaseMap maps, Hotspots hotspots) {
    this.requests = requests;
    this.points = points;
    this.maps = maps;
    this.hotspots = hotspots;
  }

  @GetMapping("/karta/handelser/{z}/{x}/{y}.mvt")
  @Nullable
  ResponseEntity<byte[]> tile(
      @PathVariable("z") int z,
      @PathVariable("x") int x,
      @PathVariable("y") int y,
      @RequestParam MultiValueMap<String, String> parameters,
      WebRequest request) {
    TileAddress address = new TileAddress(z, x, y);
    if (z > IncidentTiles.DEEPEST) {
      throw new NotFound("tile at zoom " + z);
    }
    Audience audience = requests.audience(parameters);
    if (!showsPlaces(audience)) {
      return ResponseEntity.noContent().cacheControl(mine()).build();
    }
    PointSets.Read read = points.of(audience, requests.selection(parameters));
    Optional<Hotspot> place = requests.place(parameters);
    String version = read.version() + place.map(hotspot -> "." + hotspot.id()).orElse("");
    if (request.checkNotModified(version)) {
      return null;
    }
    MapPoints shown = place
        .<MapPoints>map(hotspot -> read.points().inCells(hotspot.basis().cells()))
        .orElse(read.points());
    return ResponseEntity.ok()
        .cacheControl(mine())
        .header(HttpHeaders.CONTENT_TYPE, VectorTile.MEDIA_TYPE)
        .body(IncidentTiles.make(shown, address));
  }

  @GetMapping("/karta/omraden.json")
  @Nullable
  ResponseEntity<Map<String, Object>> areas(
      @RequestParam MultiValueMap<String, String> parameters, WebRequest request) {
    Audience audience = requests.audience(parameters);
    PointSets.Read read = points.of(audience, requests.selection(parameters));
    BaseSheet sheet = maps.sheet();
    if (request.checkNotModified(sheet.build() + "." + read.version())) {
      return null;
    }
    return ResponseEntity.ok()
        .cacheControl(mine())
        .contentType(MediaType.parseMediaType(GeoJson.MEDIA_TYPE))
        .body(AreaFeatures.of(sheet, read.points(), audience));
  }

  /** The hotspots of the four weeks that end with the selection's last full one. */
  @GetMapping("/karta/hotspots.json")
  ResponseEntity<Map<String, Object>> hotspots(
      @RequestParam MultiValueMap<String, String> parameters) {
    Audience audience = requests.audience(parameters);
    IsoWeek last = IsoWeek.of(requests.selection(parameters).to().minusDays(1));
    IsoWeek closed = requests.lastFullWeek();
    HotspotRun run = hotspots.latest(audience, last.compareTo(closed) > 0 ? closed : last);
    return ResponseEntity.ok()
        .cacheControl(mine())
        .contentType(MediaType.parseMediaType(GeoJson.MEDIA_TYPE))
        .body(HotspotFeatures.of(run.hotspots()));
  }

  /** Leadership and the public read counts by area alone. */
  private static boolean showsPlaces(Audience audience) {
    return switch (audience) {
      case Audience.Coordinator() -> true;
      case Audience.Group group -> true;
      case Audience.Organisation organisation -> true;
      case Audience.Leadership() -> false;
      case Audience.Public() -> false;
    };
  }

  private static CacheControl mine() {
    return CacheControl.noCache().cachePrivate();
  }
}
