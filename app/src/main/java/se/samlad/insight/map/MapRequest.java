package se.samlad.insight.map;

import java.time.Clock;
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

/** Reads what a map asks for: the parameters of the page it stands on, {@code som} for whose eyes and the selection's own. */
@Component
class MapRequest {

  private static final int WEEKS = 4;

  private final Audiences audiences;
  private final SelectionParameters selections;
  private final Clock clock;

  MapRequest(Audiences audiences, SelectionParameters selections, Clock clock) {
    this.audiences = audiences;
    this.selections = selections;
    this.clock = clock;
  }

  Audience audience(MultiValueMap<String, String> parameters) {
    String key = parameters.getFirst("som");
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
        parameters, SelectionWords.PAGE, IncidentSelection.ofWeeks(last.plus(1 - WEEKS), last));
  }

  IsoWeek lastFullWeek() {
    return IsoWeek.of(clock.instant()).plus(-1);
  }
}
