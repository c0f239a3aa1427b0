package se.samlad.ground.geography;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samlad.analysis.grid.Sweref99;

/**
 * A map on a page, for the fragment {@code geography/_map :: map(view)}.
 *
 * @param id of the element, unique on the page
 * @param label what the map shows, as the finding: "Karta: tre hotspots, flest vid Torget"
 * @param svg the sheet drawn by {@link MapDrawing}, shown until and unless the live map can be
 * @param bounds west, south, east, north in degrees
 * @param incidents address of incident tiles with {@code {z}/{x}/{y}}; null for none
 * @param marks address of hotspot outlines as GeoJSON; null for none
 * @param areas address of areas with counts as GeoJSON; null for none
 * @param pick whether a place is picked under a crosshair
 * @param lonField id of the field that follows the crosshair; null for none
 */
public record MapView(
    String id,
    String label,
    String svg,
    String bounds,
    @Nullable String incidents,
    @Nullable String marks,
    @Nullable String areas,
    boolean pick,
    @Nullable String lonField,
    @Nullable String latField) {

  /** A live map of the frame with nothing on it yet. */
  public static MapView of(String id, String label, MapFrame frame, String svg) {
    return new MapView(id, label, svg, bounds(frame), null, null, null, false, null, null);
  }

  public MapView withIncidents(String address) {
    return new MapView(
        id,
        label,
        svg,
        bounds,
        Objects.requireNonNull(address),
        marks,
        areas,
        pick,
        lonField,
        latField);
  }

  public MapView withMarks(String address) {
    return new MapView(
        id,
        label,
        svg,
        bounds,
        incidents,
        Objects.requireNonNull(address),
        areas,
        pick,
        lonField,
        latField);
  }

  public MapView withAreas(String address) {
    return new MapView(
        id,
        label,
        svg,
        bounds,
        incidents,
        marks,
        Objects.requireNonNull(address),
        pick,
        lonField,
        latField);
  }

  /** A place is picked: the fields with these ids follow the crosshair. */
  public MapView picking(String lonFieldId, String latFieldId) {
    return new MapView(
        id, label, svg, bounds, incidents, marks, areas, true, lonFieldId, latFieldId);
  }

  private static String bounds(MapFrame frame) {
    Sweref99.Geographic southWest = Sweref99.TM.unproject(frame.minN(), frame.minE());
    Sweref99.Geographic northEast = Sweref99.TM.unproject(frame.maxN(), frame.maxE());
    return String.format(
        Locale.ROOT,
        "%.6f,%.6f,%.6f,%.6f",
        southWest.lon(),
        southWest.lat(),
        northEast.lon(),
        northEast.lat());
  }
}
