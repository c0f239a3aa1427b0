package se.samlad.ground.geography.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.ground.geography.BaseMap;
import se.samlad.ground.geography.BaseSheet;
import se.samlad.ground.geography.BaseTiles;
import se.samlad.ground.geography.MapStyle;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.ground.geography.tile.VectorTile;
import se.samlad.ground.storage.NotFound;

/** The base map for the browser: its style, and tiles that never change under their address. */
@RestController
class BaseMapPages {

  private final BaseMap maps;
  private final BaseTiles tiles;

  BaseMapPages(BaseMap maps, BaseTiles tiles) {
    this.maps = maps;
    this.tiles = tiles;
  }

  @GetMapping("/karta/stil/{look}.json")
  ResponseEntity<Map<String, Object>> style(@PathVariable("look") String look) {
    boolean dark = look.equals("mork");
    if (!dark && !look.equals("ljus")) {
      throw new NotFound("map style " + look);
    }
    String build = maps.sheet().build();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag(build + look)
        .contentType(MediaType.APPLICATION_JSON)
        .body(MapStyle.of(dark, "/karta/bas/" + build + "/{z}/{x}/{y}.mvt"));
  }

  @GetMapping("/karta/bas/{build}/{z}/{x}/{y}.mvt")
  ResponseEntity<byte[]> tile(
      @PathVariable("build") String build,
      @PathVariable("z") int z,
      @PathVariable("x") int x,
      @PathVariable("y") int y) {
    if (z > BaseTiles.DEEPEST) {
      throw new NotFound("tile at zoom " + z);
    }
    BaseSheet sheet = maps.sheet();
    CacheControl caching = sheet.build().equals(build)
        ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
        : CacheControl.noStore();
    return ResponseEntity.ok()
        .cacheControl(caching)
        .header(HttpHeaders.CONTENT_TYPE, VectorTile.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_ENCODING, "gzip")
        .body(tiles.gzipped(sheet, new TileAddress(z, x, y)));
  }
}
