package se.samlad.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.analysis.aberration.WeeklyAlarms;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Tenancy;
import se.samlad.insight.jdbc.AlarmStore;

/**
 * The alarms of audiences and weeks: each area and category group against its past weeks, all of a week judged as one family. Computed as the
 * audience's own actor, kept by the system, and read by those who may look as that audience.
 */
@Service
public class Alarms {

  /** As for hotspots: six past windows are the least, and under five incidents is never called an alarm. */
  static final WeeklyAlarms.Parameters PARAMETERS =
      new WeeklyAlarms.Parameters(6, 5, 0.05, 0.10, 1000, 20260105, 1);

  private final AlarmFinder finder;
  private final AlarmStore store;
  private final Audiences audiences;
  private final Tenancy tenancy;
  private final Clock clock;

  Alarms(AlarmFinder finder, AlarmStore store, Audiences audiences, Tenancy tenancy, Clock clock) {
    this.finder = finder;
    this.store = store;
    this.audiences = audiences;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** The run of the week; state NONE when there is none the actor may read. */
  @Transactional(readOnly = true)
  public AlarmRun latest(Audience audience, IsoWeek week) {
    return store.find(audience, week).orElseGet(() -> AlarmRun.none(week));
  }

  /** The stored run, computed first when there is none and alarms are made for the audience. */
  public AlarmRun latestOrRun(Audience audience, IsoWeek week) {
    AlarmRun stored = tenancy.readAs(CurrentActor.get(), () -> latest(audience, week));
    return stored.state() == HotspotRun.State.NONE && Hotspots.isMadeFor(audience)
        ? run(audience, week)
        : stored;
  }

  /** Computes and keeps a run; the same data give the same run to the last digit. */
  public AlarmRun run(Audience audience, IsoWeek week) {
    Actor system = Actor.system(CurrentActor.get().municipality());
    tenancy.readAs(CurrentActor.get(), () -> {
      audiences.require(audience);
      return true;
    });
    if (!Hotspots.isMadeFor(audience)) {
      return AlarmRun.none(week);
    }
    Instant asOf = clock.instant().truncatedTo(ChronoUnit.MICROS);
    AlarmRun found = tenancy.readAs(
        audiences.actor(audience), () -> finder.find(audience, week, asOf, PARAMETERS));
    return tenancy.as(system, () -> {
      store.save(audience, found);
      return latest(audience, week);
    });
  }
}
