package se.samlad.insight.map;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import se.samlad.ground.geography.MapView;
import se.samlad.ground.storage.Audience;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionParameters;
import se.samlad.incident.SelectionWords;
import se.samlad.insight.Hotspot;

/** Puts a selection on a page's live map: the addresses of its incidents, its hotspots and its counts by area. */
@Component
public class MapAddresses {

  private final SelectionParameters selections;

  MapAddresses(SelectionParameters selections) {
    this.selections = selections;
  }

  /** The map with the incidents of the selection, or those of them at one place, and the hotspots of its last four weeks. */
  public MapView on(
      MapView view, Audience audience, IncidentSelection selection, Optional<Hotspot> place) {
    MultiValueMap<String, String> asked = selections.write(selection, SelectionWords.PAGE);
    asked.set(MapRequest.AUDIENCE, audience.key());
    String whole = SelectionParameters.query(asked);
    place.ifPresent(hotspot -> asked.set(MapRequest.PLACE, hotspot.id().toString()));
    return view.withIncidents(
            "/karta/handelser/{z}/{x}/{y}.mvt?" + SelectionParameters.query(asked))
        .withMarks("/karta/hotspots.json?" + whole)
        .withAreas("/karta/omraden.json?" + whole);
  }
}
