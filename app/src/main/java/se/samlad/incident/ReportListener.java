package se.samlad.incident;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.reporting.ReportCorrected;
import se.samlad.reporting.ReportReceived;
import se.samlad.reporting.ReportWithdrawn;

/**
 * Makes an incident from each reported item after the report is safe. The publication registry keeps the event until this succeeded, so a
 * crash in between only delays it; a repeated event finds its sources and does nothing.
 */
@Component
class ReportListener {

  private final Tenancy tenancy;
  private final Collection collection;

  ReportListener(Tenancy tenancy, Collection collection) {
    this.tenancy = tenancy;
    this.collection = collection;
  }

  @Async
  @TransactionalEventListener
  void on(ReportReceived event) {
    tenancy.as(system(event.municipality()), () -> collection.collect(event.report()));
  }

  @Async
  @TransactionalEventListener
  void on(ReportCorrected event) {
    tenancy.as(
        system(event.municipality()),
        () -> collection.correct(event.report(), event.version(), event.proposed()));
  }

  @Async
  @TransactionalEventListener
  void on(ReportWithdrawn event) {
    tenancy.as(system(event.municipality()), () -> collection.withdraw(event.report()));
  }

  private static Actor system(java.util.UUID municipality) {
    return Actor.system(new MunicipalityId(municipality));
  }
}
