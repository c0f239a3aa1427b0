package se.samlad.ground.geography;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The style of the browser's base map, light or dark, in the colours of the pages. Labels are drawn with the page's own typeface, so there are no glyphs to fetch. */
public final class MapStyle {

  private static final List<String> TYPEFACE = List.of("Inter Variable");
  private static final String SOURCE = "bas";

  private final MapPalette palette;
  private final List<Map<String, Object>> layers = new ArrayList<>();

  private MapStyle(MapPalette palette) {
    this.palette = palette;
  }

  /**
   * The style document.
   *
   * @param tiles the address of the tiles with {@code {z}/{x}/{y}} in it
   */
  public static Map<String, Object> of(boolean dark, String tiles) {
    MapStyle style = new MapStyle(dark ? MapPalette.DARK : MapPalette.LIGHT);
    style.ground();
    style.roads();
    style.above();
    style.labels();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", 8);
    document.put("name", dark ? "Samlad, mörkt" : "Samlad, ljust");
    document.put(
        "sources",
        Map.of(
            SOURCE,
            Map.of(
                "type",
                "vector",
                "tiles",
                List.of(tiles),
                "minzoom",
                0,
                "maxzoom",
                BaseTiles.DEEPEST)));
    document.put("layers", style.layers);
    document.put("metadata", Map.of("samlad:colours", style.colours()));
    return document;
  }

  private void ground() {
    layers.add(Map.of(
        "id", "mark", "type", "background", "paint", Map.of("background-color", colour("k-mark"))));
    fill("skog", "green", "forest", "k-skog", null);
    fill("ang", "green", "meadow", "k-park", null);
    fill("park", "green", "park", "k-park", null);
    fill("plan", "green", "pitch", "k-park", "k-rut");
    fill("vatten", "water", "lake", "k-vatten", null);
    fill("alv", "water", "river", "k-vatten", null);
    line("strandlinje", "water", "lake", "k-strand", 1.0);
    line("alvkant", "water", "river", "k-strand", 1.0);
    wide("akant", "water", "river", "k-strand", 45, 1, 1, "LineString");
    wide("a", "water", "river", "k-vatten", 45, 0, 1, "LineString");
    wide("back", "water", "stream", "k-vatten", 6, 0, 1, "LineString");
    line("kurva", "contour", "contour", "k-kurva", 0.75);
    fill("torg", "square", null, "k-vag", "k-vagkant");
  }

  private void roads() {
    dashed("stig", "road", "path", "k-spar", 1, List.of(2, 3), 0.7);
    wide("vagkant-liten", "road", "local", "k-vagkant", 9, 1, 0.6, null);
    wide("vagkant", "road", "street", "k-vagkant", 15, 1, 0.9, null);
    wide("ledkant", "road", "main", "k-ledkant", 22, 1.25, 1.6, null);
    wide("vag-liten", "road", "local", "k-vag", 9, 0, 0.6, null);
    wide("vag", "road", "street", "k-vag", 15, 0, 0.9, null);
    wide("led", "road", "main", "k-led", 22, 0, 1.6, null);
  }

  private void above() {
    fill("hus", "building", null, "k-hus", "k-huskant");
    dashed("slipers", "rail", "railway", "k-spar", 6, List.of(0.25, 1.5), 1);
    line("spar", "rail", "railway", "k-spar", 1.75);
    dashed("grans", "boundary", null, "k-spar", 1.25, List.of(7, 2.5, 1.5, 2.5), 0.75);
    Map<String, Object> area = layer("omrade", "line", "area", null);
    area.put(
        "paint",
        Map.of(
            "line-color",
            colour("k-spar"),
            "line-width",
            1,
            "line-opacity",
            0.55,
            "line-dasharray",
            List.of(5, 3)));
  }

  private void labels() {
    Map<String, Object> along = layer("t-vag", "symbol", "road", null);
    along.put("minzoom", 13);
    along.put(
        "layout",
        Map.of(
            "symbol-placement",
            "line",
            "symbol-spacing",
            420,
            "text-field",
            List.of("get", "name"),
            "text-font",
            TYPEFACE,
            "text-size",
            12));
    along.put("paint", halo("k-text", "k-halo"));
    label("t-plats", "place", "k-text", "k-halo", 13, 12, false);
    label("t-gron", "green", "muted", "k-halo", 13, 12, false);
    label("t-station", "station", "k-text", "k-halo", 12, 12, false);
    label("t-vatten", "water", "k-vattentext", "k-vatten", 11, 12, false);
    label("t-stadsdel", "district", "muted", "k-halo", 11, 12, true);
  }

  private Map<String, String> colours() {
    Map<String, String> named = new LinkedHashMap<>();
    for (String token : List.of(
        "text",
        "surface",
        "primary",
        "muted",
        "hot",
        "hot-line",
        "kat1",
        "kat2",
        "kat3",
        "kat4",
        "kat5",
        "kat6",
        "s1",
        "s2",
        "s3",
        "s4",
        "s5",
        "s6",
        "s7",
        "sl",
        "sh",
        "k-halo",
        "k-text")) {
      named.put(token, colour(token));
    }
    return named;
  }

  private String colour(String token) {
    return palette.colour(token);
  }

  private Map<String, Object> layer(String id, String type, String source, @Nullable String kind) {
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("id", id);
    layer.put("type", type);
    layer.put("source", SOURCE);
    layer.put("source-layer", source);
    if (kind != null) {
      layer.put("filter", List.of("==", List.of("get", "class"), kind));
    }
    layers.add(layer);
    return layer;
  }

  private void fill(
      String id, String source, @Nullable String kind, String token, @Nullable String edge) {
    Map<String, Object> paint = new LinkedHashMap<>();
    paint.put("fill-color", colour(token));
    if (edge != null) {
      paint.put("fill-outline-color", colour(edge));
    }
    Map<String, Object> layer = layer(id, "fill", source, kind);
    if (source.equals("water")) {
      layer.put("filter", List.of("all", layerFilter(kind), geometry("Polygon")));
    }
    layer.put("paint", paint);
  }

  private void line(String id, String source, String kind, String token, double width) {
    Map<String, Object> layer = layer(id, "line", source, kind);
    if (source.equals("water")) {
      layer.put("filter", List.of("all", layerFilter(kind), geometry("Polygon")));
    }
    layer.put("paint", Map.of("line-color", colour(token), "line-width", width));
  }

  /**
   * A line as wide as what it stands for, yet never thinner than can be seen.
   *
   * @param metres on the ground
   * @param edge pixels of casing on each side
   * @param least pixels
   */
  private void wide(
      String id,
      String source,
      String kind,
      String token,
      double metres,
      double edge,
      double least,
      @Nullable String geometry) {
    Map<String, Object> layer = layer(id, "line", source, kind);
    if (geometry != null) {
      layer.put("filter", List.of("all", layerFilter(kind), geometry(geometry)));
    }
    layer.put("layout", Map.of("line-cap", "round", "line-join", "round"));
    List<Object> width =
        new ArrayList<>(List.of("interpolate", List.of("exponential", 2), List.of("zoom")));
    for (int zoom = 8; zoom <= 20; zoom++) {
      width.add(zoom);
      width.add(Math.max(least, metres / MapScale.metresPerPixel(zoom)) + 2 * edge);
    }
    layer.put("paint", Map.of("line-color", colour(token), "line-width", width));
  }

  private void dashed(
      String id,
      String source,
      @Nullable String kind,
      String token,
      double width,
      List<? extends Number> dashes,
      double opacity) {
    layer(id, "line", source, kind)
        .put(
            "paint",
            Map.of(
                "line-color", colour(token),
                "line-width", width,
                "line-dasharray", dashes,
                "line-opacity", opacity));
  }

  private void label(
      String id, String kind, String token, String halo, int fromZoom, int size, boolean capitals) {
    Map<String, Object> layer = layer(id, "symbol", "label", kind);
    layer.put("minzoom", fromZoom);
    layer.put(
        "layout",
        Map.of(
            "text-field",
            List.of("get", "name"),
            "text-font",
            TYPEFACE,
            "text-size",
            size,
            "text-max-width",
            9,
            "text-letter-spacing",
            capitals ? 0.14 : 0,
            "text-transform",
            capitals ? "uppercase" : "none"));
    layer.put("paint", halo(token, halo));
  }

  private Map<String, Object> halo(String token, String halo) {
    return Map.of(
        "text-color", colour(token), "text-halo-color", colour(halo), "text-halo-width", 1.75);
  }

  private static List<Object> layerFilter(@Nullable String kind) {
    return kind == null ? List.of("has", "class") : List.of("==", List.of("get", "class"), kind);
  }

  private static List<Object> geometry(String type) {
    return List.of("==", List.of("geometry-type"), type);
  }
}
