package se.samlad.ground.geography;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.analysis.grid.Sweref99;

/** Two pages of the tests: a map with hotspots beside its list, and one where a place is picked. */
@Controller
class MapTryout {

  private final MapDrawing drawing;

  MapTryout(MapDrawing drawing) {
    this.drawing = drawing;
  }

  @GetMapping("/provkarta")
  String map(@RequestParam(name = "lager", required = false) @Nullable String layers, Model model) {
    MapFrame frame =
        new MapFrame(SmallTown.E, SmallTown.N + 300, SmallTown.E + 1700, SmallTown.N + 1600);
    List<MapMark> marks = List.of(
        new MapMark.Outline(square(500, 750), 1, "clear"),
        new MapMark.Outline(square(1250, 1000), 2, "likely"),
        new MapMark.Outline(square(250, 1250), 3, "unsure"),
        new MapMark.Point(SmallTown.E + 620, SmallTown.N + 850, "kat1"));
    String label = "Karta: tre hotspots, flest vid Torget";
    model.addAttribute(
        "karta",
        MapView.of(
                "prov",
                label,
                frame,
                drawing.svg(frame, marks, 800, 600, MapDrawing.Look.page(label)))
            .withMarks("/provkarta/marken.json"));
    if (layers != null) {
      String asked = "?vecka=2026-v47";
      model.addAttribute(
          "karta",
          MapView.of(
                  "prov",
                  label,
                  frame,
                  drawing.svg(frame, marks, 800, 600, MapDrawing.Look.page(label)))
              .withIncidents("/karta/handelser/{z}/{x}/{y}.mvt" + asked)
              .withAreas("/karta/omraden.json" + asked));
    }
    return "provkarta";
  }

  @GetMapping("/provkarta/plats")
  String place(Model model) {
    MapFrame frame =
        new MapFrame(SmallTown.E + 500, SmallTown.N + 700, SmallTown.E + 900, SmallTown.N + 1000);
    String label = "Karta: välj plats";
    model.addAttribute(
        "karta",
        MapView.of(
                "prov",
                label,
                frame,
                drawing.svg(frame, List.of(), 800, 600, MapDrawing.Look.page(label)))
            .picking("lon", "lat"));
    return "provkarta";
  }

  @GetMapping("/provkarta/marken.json")
  @ResponseBody
  Map<String, Object> marks() {
    return Map.of(
        "type",
        "FeatureCollection",
        "features",
        List.of(
            outline(1, "clear", 500, 750),
            number(1, 750, 1000),
            outline(2, "likely", 1250, 1000),
            number(2, 1500, 1250),
            outline(3, "unsure", 250, 1250),
            number(3, 500, 1500)));
  }

  private static Map<String, Object> outline(int number, String certainty, double x, double y) {
    return feature(
        number,
        certainty,
        Map.of(
            "type",
            "Polygon",
            "coordinates",
            List.of(List.of(
                at(x, y), at(x + 250, y), at(x + 250, y + 250), at(x, y + 250), at(x, y)))));
  }

  private static Map<String, Object> number(int number, double x, double y) {
    return feature(number, "clear", Map.of("type", "Point", "coordinates", at(x, y)));
  }

  private static Map<String, Object> feature(
      int number, String certainty, Map<String, Object> geometry) {
    return Map.of(
        "type",
        "Feature",
        "properties",
        Map.of("id", "h" + number, "slag", "hotspot", "nummer", number, "sakerhet", certainty),
        "geometry",
        geometry);
  }

  private static List<Double> at(double x, double y) {
    Sweref99.Geographic place = Sweref99.TM.unproject(SmallTown.N + y, SmallTown.E + x);
    return List.of(place.lon(), place.lat());
  }

  private static String square(int x, int y) {
    return SmallTown.moved(String.format(
            Locale.ROOT,
            "POLYGON ((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))",
            x,
            y,
            x + 250,
            y + 250))
        .toText();
  }
}
