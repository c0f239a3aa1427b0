package se.samlad.insight.map;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionParameters;
import se.samlad.incident.SelectionWords;
import se.samlad.insight.Hotspot;
import se.samlad.insight.Hotspots;

/** Reads what a map asks for: the parameters of the page it stands on, {@code som} for whose eyes, {@code plats} for one place, and the
 * selection's own. */
@Component
class MapRequest {

  static final String AUDIENCE = "som";
  static final String PLACE = "plats";

  private final Audiences audiences;
  private final Hotspots hotspots;
  private final SelectionParameters selections;
  private final Clock clock;

  MapRequest(Audiences audiences, Hotspots hotspots, SelectionParameters selections, Clock clock) {
    this.audiences = audiences;
    this.hotspots = hotspots;
    this.selections = selections;
    this.clock = clock;
  }

  Audience audience(MultiValueMap<String, String> parameters) {
    String key = parameters.getFirst(AUDIENCE);
    return key == null || key.isBlank()
        ? audiences.of(CurrentActor.get())
        : audiences
            .find(CurrentActor.get(), key)
            .orElseThrow(() -> new NotFound("audience " + key));
  }

  /** Without a period the four full weeks before this one, as on the page of analysis. */
  IncidentSelection selection(MultiValueMap<String, String> parameters) {
    IsoWeek last = lastFullWeek();
    return selections.read(
        parameters,
        SelectionWords.PAGE,
        IncidentSelection.ofWeeks(last.plus(1 - Hotspot.WEEKS), last));
  }

  /** The place the map is narrowed to, if any. */
  Optional<Hotspot> place(MultiValueMap<String, String> parameters) {
    String id = parameters.getFirst(PLACE);
    if (id == null || id.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(hotspots.get(UUID.fromString(id)));
    } catch (IllegalArgumentException malformed) {
      throw new NotFound("hotspot " + id);
    }
  }

  IsoWeek lastFullWeek() {
    return IsoWeek.of(clock.instant()).plus(-1);
  }
}
