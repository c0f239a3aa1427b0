package se.samlad.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.Unit;
import se.samlad.ground.access.Units;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InstallationKeys;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;
import se.samlad.reporting.WeekLinks.Claim;
import se.samlad.reporting.jdbc.UnitStore;
import se.samlad.reporting.jdbc.WeekStore;

/** What units say of their week (Swedish: veckosvar): by somebody signed in who answers for the unit, or by the link in a reminder. */
@Service
public class WeekStatements {

  private final UnitStore store;
  private final WeekStore weeks;
  private final Units units;
  private final Organisations organisations;
  private final InstallationKeys keys;
  private final Tenancy tenancy;
  private final Audit audit;
  private final Clock clock;

  WeekStatements(
      UnitStore store,
      WeekStore weeks,
      Units units,
      Organisations organisations,
      InstallationKeys keys,
      Tenancy tenancy,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.weeks = weeks;
    this.units = units;
    this.organisations = organisations;
    this.keys = keys;
    this.tenancy = tenancy;
    this.audit = audit;
    this.clock = clock;
  }

  /** A unit's week as the page behind a link shows it. */
  public record Asked(String organisation, String unit, IsoWeek week, UnitAnswers.Answer answer) {}

  /** Says that a unit has reported. The same id counts once. */
  @Transactional
  public void reported(UUID id, UUID unit, IsoWeek week) {
    boolean own = store.unitsOf(CurrentActor.get().requireUser()).stream()
        .anyMatch(found -> found.unit().equals(unit));
    if (!own) {
      throw new NotFound("unit " + unit);
    }
    refuseFar(week);
    add(id, Statement.REPORTED, units.get(unit), week);
  }

  /** What a link asks; empty when whoever got it no longer answers for the unit. Needs no actor. */
  public Optional<Asked> look(Claim claim) {
    return holds(claim)
        ? Optional.of(tenancy.readAs(claim.actor(), () -> {
          Unit unit = units.get(claim.unit());
          return new Asked(
              organisations.get(unit.organisation()).name(),
              unit.name(),
              claim.week(),
              store.answer(claim.unit(), claim.week()));
        }))
        : Optional.empty();
  }

  /** Answers by a link; a link whose answer stands answers no more. Needs no actor. */
  public void answer(Claim claim, UUID id, Statement kind) {
    requireHolds(claim);
    tenancy.as(claim.actor(), () -> {
      if (store.answer(claim.unit(), claim.week()).own().isEmpty()) {
        add(id, kind, units.get(claim.unit()), claim.week());
      }
    });
  }

  /** Takes back what the link answered. Needs no actor. */
  public void undo(Claim claim) {
    requireHolds(claim);
    tenancy.as(
        claim.actor(),
        () -> store.answer(claim.unit(), claim.week()).own().ifPresent(own -> {
          UUID organisation = units.get(claim.unit()).organisation();
          store.withdrawNothing(own.id(), clock.instant());
          store.countAnswer(
              claim.unit(), organisation, claim.week(), UnitStore.Count.of(own.kind(), -1));
          audit.record("unit.unanswer_by_link", "unit", claim.unit());
        }));
  }

  private void add(UUID id, Statement kind, Unit unit, IsoWeek week) {
    byte[] seal = keys.hmac(InstallationKeys.REPORT_BODY, id + kind.name() + unit.id() + week);
    Instant now = clock.instant();
    if (store.add(new UnitStore.NewStatement(
        id, kind, week, unit.organisation(), unit.id(), null, now, seal))) {
      store.countAnswer(unit.id(), unit.organisation(), week, UnitStore.Count.of(kind, 1));
      audit.record("unit.answer", "unit", unit.id());
    }
  }

  private void refuseFar(IsoWeek week) {
    IsoWeek now = IsoWeek.of(clock.instant());
    if (week.compareTo(now) > 0 || week.until(now) > 53) {
      throw new InvalidInput("vecka", "input.period.far");
    }
  }

  private boolean holds(Claim claim) {
    return tenancy.readAs(
        Actor.system(claim.municipality()), () -> weeks.answersFor(claim.member(), claim.unit()));
  }

  private void requireHolds(Claim claim) {
    if (!holds(claim)) {
      throw new Refused(Refused.Kind.CONFLICT, "weekly.link.over");
    }
  }
}
