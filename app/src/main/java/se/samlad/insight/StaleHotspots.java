package se.samlad.insight;

import java.time.Clock;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentPassed;
import se.samlad.insight.jdbc.RunStore;

/** Notes that something was shared; the next background round then computes the municipality's hotspots again. */
@Component
class StaleHotspots {

  private final Tenancy tenancy;
  private final RunStore store;
  private final Clock clock;

  StaleHotspots(Tenancy tenancy, RunStore store, Clock clock) {
    this.tenancy = tenancy;
    this.store = store;
    this.clock = clock;
  }

  @Async
  @TransactionalEventListener
  void on(IncidentPassed event) {
    tenancy.as(
        Actor.system(new MunicipalityId(event.municipality())),
        () -> store.markStale(clock.instant()));
  }
}
