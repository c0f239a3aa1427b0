package se.samlad.incident;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.jdbc.ImportedSources;
import se.samlad.reporting.ImportedReportsWithdrawn;
import se.samlad.reporting.ReportsImported;

/**
 * Makes incidents of the reports of an import after each of its batches is safe. Those of organisations that pass their own items wait in the
 * inbox unless their own coordinator handed the file in; for the others handing in was the act of sharing.
 */
@Component
class ImportedListener {

  private final Tenancy tenancy;
  private final ImportedSources sources;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ImportedListener(
      Tenancy tenancy, ImportedSources sources, ApplicationEventPublisher events, Clock clock) {
    this.tenancy = tenancy;
    this.sources = sources;
    this.events = events;
    this.clock = clock;
  }

  @Async
  @TransactionalEventListener
  void on(ReportsImported event) {
    Actor system = Actor.system(new MunicipalityId(event.municipality()));
    int year = clock.instant().atZone(IsoWeek.ZONE).getYear();
    int made = 1;
    while (made > 0) {
      made = tenancy.as(system, () -> {
        sources.lock(event.importId());
        events.publishEvent(new IncidentsImported(event.municipality(), event.importId()));
        return sources.add(event.importId(), year, clock.instant());
      });
    }
  }

  @Async
  @TransactionalEventListener
  void on(ImportedReportsWithdrawn event) {
    tenancy.as(Actor.system(new MunicipalityId(event.municipality())), () -> {
      sources.lock(event.importId());
      sources.withdraw(event.importId(), clock.instant());
      events.publishEvent(new IncidentsImported(event.municipality(), event.importId()));
    });
  }
}
