package se.samlad.insight;

import java.time.Clock;
import java.util.UUID;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentPassed;
import se.samlad.incident.IncidentsImported;
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
    markStale(event.municipality());
  }

  @Async
  @TransactionalEventListener
  void on(IncidentsImported event) {
    markStale(event.municipality());
  }

  private void markStale(UUID municipality) {
    tenancy.as(
        Actor.system(new MunicipalityId(municipality)), () -> store.markStale(clock.instant()));
  }
}
