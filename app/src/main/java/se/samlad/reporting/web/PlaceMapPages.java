package se.samlad.reporting.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.geography.MapDrawing;
import se.samlad.ground.geography.MapFrame;
import se.samlad.ground.geography.MapView;
import se.samlad.ground.storage.Role;

/** The map of the form: fetched when it is asked for and not before, with a crosshair that stands still. */
@Controller
@RequiresRole({Role.REPORTER, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER, Role.COORDINATOR})
class PlaceMapPages {

  private static final int SIDE_PX = 336;

  private final MapDrawing drawing;
  private final FormSentences sentences;

  PlaceMapPages(MapDrawing drawing, FormSentences sentences) {
    this.drawing = drawing;
    this.sentences = sentences;
  }

  @GetMapping("/rapportera/platser/karta")
  String map(Model model) {
    MapFrame frame = drawing.whole();
    String svg = drawing.svg(frame, List.of(), SIDE_PX, SIDE_PX);
    model.addAttribute(
        "karta",
        MapView.of("karta", sentences.text("reporting.map.label"), frame, svg)
            .picking("karta-lon", "karta-lat"));
    return "reporting/map";
  }
}
