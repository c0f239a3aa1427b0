package se.samlad.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.reporting.jdbc.UnitStore;

/** How the actor's units have answered a week: by reports, by nothing to report, or not yet. */
@Service
@Transactional(readOnly = true)
public class UnitAnswers {

  private final UnitStore store;

  UnitAnswers(UnitStore store) {
    this.store = store;
  }

  /** A unit the actor reports for. */
  public record OwnUnit(UUID unit, UUID organisation, String name) {}

  /**
   * The answer of a unit for a week.
   *
   * @param reports reports received from the unit in the week
   * @param nothing how many said that there was nothing
   * @param stated how many said that the unit has reported, by a way that is not counted for it
   * @param own the actor's own statement, when it stands
   */
  public record Answer(int reports, int nothing, int stated, Optional<Own> own) {

    public boolean given() {
      return reports + nothing + stated > 0;
    }
  }

  /** The actor's own statement. */
  public record Own(UUID id, Instant receivedAt, Statement kind) {}

  public List<OwnUnit> units() {
    return store.unitsOf(CurrentActor.get().requireUser());
  }

  public Answer of(UUID unit, IsoWeek week) {
    return store.answer(unit, week);
  }
}
