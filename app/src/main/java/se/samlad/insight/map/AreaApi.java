package se.samlad.insight.map;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import se.samlad.ground.access.RequiresScope;
import se.samlad.ground.access.Scope;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.geography.BaseMap;
import se.samlad.ground.geography.BaseSheet;
import se.samlad.ground.geography.tile.GeoJson;
import se.samlad.ground.geography.tile.World;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.web.WholeNumber;

/** {@code GET /api/v1/areas}: the areas incidents are counted in, by name; with outlines when GeoJSON is asked for. */
@RestController
@RequiresScope(Scope.AREAS_READ)
@RequestMapping("/api/v1/areas")
class AreaApi {

  private static final int MOST = 200;
  private static final int FURTHEST = 1_000_000;
  private static final MediaType GEO_JSON = MediaType.parseMediaType(GeoJson.MEDIA_TYPE);

  private final Areas areas;
  private final BaseMap maps;

  AreaApi(Areas areas, BaseMap maps) {
    this.areas = areas;
    this.maps = maps;
  }

  /** An area as the API tells it; {@code outline} says whether GeoJSON has its geometry. */
  record Item(
      UUID id,
      String code,
      String name,
      String layer,
      @Nullable Integer population,
      boolean outline) {

    static Item of(Area area) {
      return new Item(
          area.id(),
          area.code(),
          area.name(),
          area.layer(),
          area.population(),
          area.wktSweref() != null);
    }
  }

  record Items(List<Item> items, @Nullable String next) {}

  @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, GeoJson.MEDIA_TYPE})
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = Items.class)),
        @Content(mediaType = GeoJson.MEDIA_TYPE)
      })
  @Nullable
  ResponseEntity<?> list(
      @RequestParam(name = "limit", defaultValue = "50") String limit,
      @RequestParam(name = "after", defaultValue = "0") String after,
      @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
      @Parameter(hidden = true) WebRequest request) {
    boolean outlines = headers.getAccept().stream().anyMatch(GEO_JSON::equalsTypeAndSubtype);
    return outlines
        ? outlines(request)
        : list(
            WholeNumber.within("limit", limit, 1, MOST),
            WholeNumber.within("after", after, 0, FURTHEST),
            request);
  }

  @GetMapping(path = "/{area}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Item> show(@PathVariable("area") UUID id) {
    Area area = areas.find(id).orElseThrow(() -> new NotFound("area " + id));
    return ok(MediaType.APPLICATION_JSON)
        .eTag(Integer.toHexString(Item.of(area).hashCode()))
        .body(Item.of(area));
  }

  private @Nullable ResponseEntity<Items> list(int most, int from, WebRequest request) {
    if (request.checkNotModified(maps.sheet().build() + "." + most + "." + from)) {
      return null;
    }
    List<Area> all = areas.main();
    List<Item> items = all.stream().skip(from).limit(most).map(Item::of).toList();
    String next =
        from + most < all.size() ? "/api/v1/areas?limit=" + most + "&after=" + (from + most) : null;
    return ok(MediaType.APPLICATION_JSON).body(new Items(items, next));
  }

  private @Nullable ResponseEntity<Map<String, Object>> outlines(WebRequest request) {
    BaseSheet sheet = maps.sheet();
    if (request.checkNotModified(sheet.build() + ".geo")) {
      return null;
    }
    Map<UUID, BaseSheet.Outline> outlines = sheet.outlines().stream()
        .collect(Collectors.toMap(BaseSheet.Outline::id, Function.identity()));
    List<Map<String, Object>> features = areas.main().stream()
        .map(area -> feature(area, outlines.get(area.id())))
        .toList();
    return ok(GEO_JSON).body(GeoJson.collection(features));
  }

  private static Map<String, Object> feature(Area area, BaseSheet.@Nullable Outline outline) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("code", area.code());
    properties.put("name", area.name());
    properties.put("layer", area.layer());
    properties.put("population", area.population());
    Geometry degrees = outline == null ? null : World.degrees(outline.sweref());
    Map<String, Object> feature = new LinkedHashMap<>(GeoJson.feature(degrees, properties));
    feature.put("id", area.id().toString());
    return feature;
  }

  private static ResponseEntity.BodyBuilder ok(MediaType type) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .varyBy(HttpHeaders.ACCEPT)
        .contentType(type);
  }
}
