package se.samlad.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import se.samlad.analysis.Certainty;
import se.samlad.catalogue.CategorySymbols;
import se.samlad.ground.geography.MapDrawing;
import se.samlad.ground.geography.MapFrame;
import se.samlad.ground.geography.MapMark;
import se.samlad.ground.geography.MapSymbol;
import se.samlad.ground.geography.MapView;
import se.samlad.incident.IncidentSelection;
import se.samlad.insight.Hotspot;
import se.samlad.insight.jdbc.RowStore.Row;
import se.samlad.insight.map.MapAddresses;
import se.samlad.insight.web.AnalysisPage.Legend;

/** Hotspots and incidents on the base map: the same rows as the list. */
@Component
class AnalysisMap {

  private static final Set<String> AT_A_POINT = Set.of("EXACT", "ADDRESS", "STREET");
  private static final double MARGIN_METERS = 250;

  private final MapDrawing drawing;
  private final CategorySymbols symbols;
  private final MapAddresses addresses;

  AnalysisMap(MapDrawing drawing, CategorySymbols symbols, MapAddresses addresses) {
    this.drawing = drawing;
    this.symbols = symbols;
    this.addresses = addresses;
  }

  /** The map of a list and its hotspots, around whatever has a place; the whole municipality when nothing has. */
  String svg(List<Hotspot> hotspots, List<Row> rows, int width, int height, String label) {
    List<MapMark> marks = marks(hotspots, rows);
    return drawing.svg(frame(marks), marks, width, height, MapDrawing.Look.page(label));
  }

  /** The same map, which a browser that can makes live: then it shows all incidents of the selection. */
  MapView live(
      AnalysisRequest request,
      IncidentSelection seen,
      List<Hotspot> hotspots,
      List<Row> rows,
      String label) {
    List<MapMark> marks = marks(hotspots, rows);
    MapFrame frame = frame(marks);
    String svg = drawing.svg(
        frame, marks, AnalysisView.MAP_WIDTH, AnalysisView.MAP_HEIGHT, MapDrawing.Look.page(label));
    return addresses.on(
        MapView.of("karta", label, frame, svg), request.audience(), seen, request.place());
  }

  private MapFrame frame(List<MapMark> marks) {
    return marks.isEmpty() ? drawing.whole() : MapFrame.around(marks, MARGIN_METERS);
  }

  private List<MapMark> marks(List<Hotspot> hotspots, List<Row> rows) {
    Map<String, String> bySymbol = symbols.byGroup();
    List<MapMark> marks = new ArrayList<>();
    for (Row row : rows.reversed()) {
      Double easting = row.easting();
      Double northing = row.northing();
      if (easting != null && northing != null && isPoint(row)) {
        marks.add(new MapMark.Point(
            easting, northing, bySymbol.getOrDefault(row.categoryGroup(), CategorySymbols.OTHERS)));
      }
    }
    hotspots.forEach(hotspot -> marks.add(
        new MapMark.Outline(hotspot.wktSweref(), hotspot.rank(), certainty(hotspot.certainty()))));
    return marks;
  }

  /** What the shapes of these rows mean. */
  List<Legend> legend(List<Row> rows, Map<String, String> names, String others) {
    Map<String, String> bySymbol = symbols.byGroup();
    Map<String, String> shown = new TreeMap<>();
    for (Row row : rows) {
      if (isPoint(row)) {
        String symbol = bySymbol.getOrDefault(row.categoryGroup(), CategorySymbols.OTHERS);
        shown.put(
            symbol,
            symbol.equals(CategorySymbols.OTHERS)
                ? others
                : names.getOrDefault(row.categoryGroup(), row.categoryGroup()));
      }
    }
    return shown.entrySet().stream()
        .map(entry -> new Legend(MapSymbol.picture(entry.getKey()), entry.getValue()))
        .toList();
  }

  /** Pictures of the symbols, by code of group. */
  Map<String, String> pictures() {
    Map<String, String> pictures = new TreeMap<>();
    symbols.byGroup().forEach((group, symbol) -> pictures.put(group, MapSymbol.picture(symbol)));
    return pictures;
  }

  static boolean isPoint(Row row) {
    return row.easting() != null && AT_A_POINT.contains(String.valueOf(row.precision()));
  }

  /** As the map's marks call certainty. */
  static String certainty(Certainty certainty) {
    return certainty == Certainty.UNCERTAIN ? "unsure" : certainty.name().toLowerCase(Locale.ROOT);
  }
}
