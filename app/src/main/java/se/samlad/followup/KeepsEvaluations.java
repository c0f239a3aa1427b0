package se.samlad.followup;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import se.samlad.followup.jdbc.PlanStore;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureConcluded;
import se.samlad.measure.Measures;

/** When people have concluded a measure, what the system said is kept beside their judgement. The publication registry repeats until it succeeded. */
@Component
class KeepsEvaluations {

  private final Tenancy tenancy;
  private final Measures measures;
  private final Evaluations evaluations;
  private final PlanStore store;

  KeepsEvaluations(Tenancy tenancy, Measures measures, Evaluations evaluations, PlanStore store) {
    this.tenancy = tenancy;
    this.measures = measures;
    this.evaluations = evaluations;
    this.store = store;
  }

  @Async
  @TransactionalEventListener
  void on(MeasureConcluded event) {
    Actor system = Actor.system(new MunicipalityId(event.municipality()));
    Measure measure = tenancy.readAs(system, () -> measures.get(event.measure()));
    tenancy
        .readAs(system, () -> store.find(measure.id()))
        .flatMap(plan -> CurrentActor.as(system, () -> evaluations.of(measure, plan)))
        .ifPresent(evaluation ->
            tenancy.as(system, () -> store.keep(measure.id(), Conclusion.of(evaluation))));
  }
}
