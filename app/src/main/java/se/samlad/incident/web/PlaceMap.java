package se.samlad.incident.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.ground.geography.MapDrawing;
import se.samlad.ground.geography.MapFrame;
import se.samlad.ground.geography.MapMark;
import se.samlad.incident.DuplicateSuggestions.Similar;
import se.samlad.incident.IncidentRow;

/** Draws where an incident was, with what resembles it around; only as near as the place is known. */
@Component
class PlaceMap {

  private static final int WIDTH = 398;
  private static final int HEIGHT = 220;
  private static final double STREET_METERS = 100;
  private static final double MARGIN_METERS = 130;

  private final MapDrawing maps;
  private final Told told;

  PlaceMap(MapDrawing maps, Told told) {
    this.maps = maps;
    this.told = told;
  }

  /** The map, or nothing when the viewer sees no point or the place is an area only. */
  String picture(IncidentRow row, List<Similar> near, Told.Names names) {
    Double easting = row.easting();
    Double northing = row.northing();
    String precision = row.precision();
    if (easting == null || northing == null || precision == null) {
      return "";
    }
    List<MapMark> marks = new ArrayList<>();
    switch (precision) {
      case "EXACT", "ADDRESS" ->
        marks.add(new MapMark.Point(easting, northing, Told.symbol(row.category(), names)));
      case "STREET" -> marks.add(new MapMark.Circle(easting, northing, STREET_METERS));
      default -> {
        return "";
      }
    }
    for (Similar each : near) {
      marks.add(
          new MapMark.Point(each.easting(), each.northing(), Told.symbol(each.category(), names)));
    }
    return maps.svg(
        MapFrame.around(marks, MARGIN_METERS),
        marks,
        WIDTH,
        HEIGHT,
        MapDrawing.Look.page(told.text("incident.map", near.size())));
  }
}
