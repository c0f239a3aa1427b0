package se.samlad.reporting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Tenancy;
import se.samlad.intake.Fault;
import se.samlad.intake.FaultTarget;

/**
 * Makes a report of a fault that another system was told of, by the same door as any report: the guard, the rules and the once-only are
 * the same. Its key stands in for the body, so that a later change of its words is not taken for another report.
 */
@Component
class FaultReports implements FaultTarget {

  private final Reports reports;
  private final Tenancy tenancy;

  FaultReports(Reports reports, Tenancy tenancy) {
    this.reports = reports;
    this.tenancy = tenancy;
  }

  @Override
  public void take(Fault fault) {
    ReportedIncident incident = new ReportedIncident(
        fault.category(),
        fault.at(),
        fault.at(),
        new Place.Point(fault.lon(), fault.lat(), PrecisionClass.ADDRESS, null),
        false,
        false,
        null,
        false,
        fault.text().isEmpty() ? new ReportedText.Kept() : new ReportedText.Written(fault.text()),
        Map.of(),
        null);
    tenancy.as(author(fault), () -> {
      reports.receive(
          fault.report(),
          fault.key().getBytes(StandardCharsets.UTF_8),
          new Submission.Incidents(fault.owner(), List.of(incident)),
          "IMPORT");
    });
  }

  private static Actor author(Fault fault) {
    return new Actor(
        CurrentActor.get().municipality(),
        ActorKind.TOKEN,
        fault.account(),
        Set.of(Role.REPORTER),
        Set.of(fault.owner()),
        Set.of(),
        Set.of(),
        Set.of(),
        false,
        null);
  }
}
