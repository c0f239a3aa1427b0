package se.samlad.reporting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Member;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Unit;
import se.samlad.ground.access.Units;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.reporting.jdbc.WeekStore;

/** Who answers for a unit each week and is reminded (Swedish: svarar för enheten). Named by the organisation's coordinator. */
@Service
public class UnitLeaders {

  private final WeekStore store;
  private final Units units;
  private final Members members;
  private final Audit audit;
  private final Clock clock;

  UnitLeaders(WeekStore store, Units units, Members members, Audit audit, Clock clock) {
    this.store = store;
    this.units = units;
    this.members = members;
    this.audit = audit;
    this.clock = clock;
  }

  /** Leaders by unit, as far as the actor may see them. */
  @Transactional(readOnly = true)
  public Map<UUID, List<UUID>> list() {
    return store.leaders();
  }

  /** Names somebody who holds a role in the unit's organisation. */
  @Transactional
  public void name(UUID unit, UUID member) {
    Unit of = own(unit);
    boolean belongs =
        members.listOf(of.organisation()).stream().map(Member::id).anyMatch(member::equals);
    if (!belongs) {
      throw new InvalidInput("medlem", "weekly.input.member");
    }
    store.addLeader(unit, of.organisation(), member, clock.instant());
    audit.record("unit.name_leader", "unit", unit, Map.of("member", member));
  }

  @Transactional
  public void dismiss(UUID unit, UUID member) {
    own(unit);
    store.removeLeader(unit, member);
    audit.record("unit.dismiss_leader", "unit", unit, Map.of("member", member));
  }

  private Unit own(UUID unit) {
    return units
        .find(unit)
        .filter(found -> CurrentActor.get().coordinates(found.organisation()))
        .orElseThrow(() -> new NotFound("unit " + unit));
  }
}
