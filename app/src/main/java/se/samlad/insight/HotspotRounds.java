package se.samlad.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.insight.jdbc.RunStore;

/**
 * The background round: for every municipality, computes what the last closed week still lacks, and all of it again a while after incidents
 * were passed. Many passes in a row become one computation.
 */
@Component
class HotspotRounds {

  static final Duration SETTLE = Duration.ofSeconds(60);

  private final Municipalities municipalities;
  private final Audiences audiences;
  private final Hotspots hotspots;
  private final Alarms alarms;
  private final RunStore store;
  private final Tenancy tenancy;
  private final Clock clock;

  HotspotRounds(
      Municipalities municipalities,
      Audiences audiences,
      Hotspots hotspots,
      Alarms alarms,
      RunStore store,
      Tenancy tenancy,
      Clock clock) {
    this.municipalities = municipalities;
    this.audiences = audiences;
    this.hotspots = hotspots;
    this.alarms = alarms;
    this.store = store;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** One round; a municipality that fails is logged by its id and does not stop the others. */
  void round() {
    municipalities.inEach("computing hotspots and alarms", this::round);
  }

  /** One municipality; how many runs were made. */
  int round(MunicipalityId municipality) {
    Actor system = Actor.system(municipality);
    Instant now = clock.instant();
    IsoWeek week = IsoWeek.of(now).plus(-1);
    boolean stale = tenancy.as(system, () -> store.takeStale(now.minus(SETTLE)));
    List<Audience> due = tenancy.readAs(
        system,
        () -> audiences.choices(system).stream()
            .filter(Hotspots::isMadeFor)
            .filter(audience -> stale || isMissing(audience, week))
            .toList());
    CurrentActor.as(
        system,
        () -> due.forEach(audience -> {
          hotspots.run(audience, week);
          alarms.run(audience, week);
        }));
    return due.size();
  }

  private boolean isMissing(Audience audience, IsoWeek week) {
    return store.find(audience, week).isEmpty()
        || alarms.latest(audience, week).state() == HotspotRun.State.NONE;
  }
}
