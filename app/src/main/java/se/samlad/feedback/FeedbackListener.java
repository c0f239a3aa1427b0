package se.samlad.feedback;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import se.samlad.feedback.Told.Kind;
import se.samlad.feedback.jdbc.FeedbackStore;
import se.samlad.ground.access.GroupDirectory;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.ReportTrail;
import se.samlad.incident.ReportTrail.Item;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureCarriedOut;
import se.samlad.measure.MeasureCommitted;
import se.samlad.measure.MeasureConcluded;
import se.samlad.measure.MeasureEvent;
import se.samlad.measure.MeasureStatus;
import se.samlad.measure.MeasureTextApproved;
import se.samlad.measure.Measures;
import se.samlad.measure.Outcome;
import se.samlad.problem.Problem;
import se.samlad.problem.Problems;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictureSigned;
import se.samlad.situation.SituationPictures;

/**
 * Appends what reporters are to be told. The publication registry keeps each event until this succeeded, and a repeated event finds what it
 * would add already there.
 */
@Component
class FeedbackListener {

  private final Tenancy tenancy;
  private final GroupDirectory groups;
  private final ReportTrail trail;
  private final SituationPictures pictures;
  private final Measures measures;
  private final Problems problems;
  private final FeedbackStore store;
  private final Audit audit;
  private final Clock clock;

  FeedbackListener(
      Tenancy tenancy,
      GroupDirectory groups,
      ReportTrail trail,
      SituationPictures pictures,
      Measures measures,
      Problems problems,
      FeedbackStore store,
      Audit audit,
      Clock clock) {
    this.tenancy = tenancy;
    this.groups = groups;
    this.trail = trail;
    this.pictures = pictures;
    this.measures = measures;
    this.problems = problems;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the group sees of the covered days is in the picture, no more: it is computed for the group's audience. What happened earlier and was
   * passed only after the group's picture before this one was signed is told of with this one, as the group meets it now.
   */
  @Async
  @TransactionalEventListener
  void on(SituationPictureSigned event) {
    MunicipalityId municipality = new MunicipalityId(event.municipality());
    Actor group = groups.audienceActor(municipality, new Audience.Group(event.group()));
    List<Item> items =
        tenancy.readAs(group, () -> trail.passedIn(event.coveredFrom(), event.coveredTo()));
    Optional<SituationPicture> picture =
        tenancy.readAs(Actor.system(municipality), () -> pictures.find(event.picture()));
    if (picture.isEmpty()) {
      return;
    }
    List<Item> late = passedLate(municipality, group, picture.get(), event);
    tenancy.as(Actor.system(municipality), () -> {
      String period = picture.get().period().slug();
      List<Item> told = new ArrayList<>(items);
      told.addAll(store.inNoPicture(late, event.group()));
      String subject = event.group() + "/" + period;
      int fresh = store.tell(told, Kind.IN_PICTURE, subject, period, null, null, clock.instant());
      audit.record(
          "feedback.tell", "situation_picture", event.picture(), Map.of("incidents", fresh));
    });
  }

  private List<Item> passedLate(
      MunicipalityId municipality,
      Actor group,
      SituationPicture picture,
      SituationPictureSigned event) {
    return tenancy
        .readAs(Actor.system(municipality), () -> pictures.signedBefore(picture))
        .flatMap(before -> Optional.ofNullable(before.signature()))
        .map(signature ->
            tenancy.readAs(group, () -> trail.passedSince(signature.at(), event.coveredFrom())))
        .orElse(List.of());
  }

  @Async
  @TransactionalEventListener
  void on(MeasureCommitted event) {
    asSystem(event.municipality(), () -> tell(event.measure()));
  }

  @Async
  @TransactionalEventListener
  void on(MeasureTextApproved event) {
    asSystem(event.municipality(), () -> tell(event.measure()));
  }

  @Async
  @TransactionalEventListener
  void on(MeasureCarriedOut event) {
    asSystem(event.municipality(), () -> tell(event.measure()));
  }

  @Async
  @TransactionalEventListener
  void on(MeasureConcluded event) {
    asSystem(event.municipality(), () -> tell(event.measure()));
  }

  /** Tells of a measure the owner has taken on and whose text the owner has approved; of a confidential one nobody hears. */
  private void tell(UUID id) {
    Optional<Measure> found = measures.find(id).filter(FeedbackListener::mayBeTold);
    if (found.isEmpty()) {
      return;
    }
    Measure measure = found.get();
    store.answer(id, measure.tellReporters(), clock.instant());
    int told = tell(measure, behind(measure), Kind.MEASURE_DECIDED, null);
    if (done(measure.status())) {
      told += tell(measure, store.toldOf(id), Kind.CARRIED_OUT, null);
    }
    if (measure.status() == MeasureStatus.CONCLUDED) {
      told += tell(measure, store.toldOf(id), Kind.CONCLUDED, outcome(id));
    }
    audit.record("feedback.tell", "measure", id, Map.of("incidents", told));
  }

  private int tell(Measure measure, List<Item> items, Kind kind, @Nullable Outcome outcome) {
    UUID id = measure.id();
    return store.tell(items, kind, id.toString(), "", id, outcome, clock.instant());
  }

  private @Nullable Outcome outcome(UUID measure) {
    return measures.history(measure).stream()
        .map(MeasureEvent::outcome)
        .filter(decided -> decided != null)
        .findFirst()
        .orElse(null);
  }

  /** The reported incidents of the problem's place, phenomenon and period. */
  private List<Item> behind(Measure measure) {
    Problem problem = problems.get(measure.problem());
    return trail.passedIn(
        problem.from(),
        problem.to(),
        problem.categories(),
        problem.easting(),
        problem.northing(),
        measure.watched().radiusMeters(),
        problem.areaId());
  }

  private static boolean mayBeTold(Measure measure) {
    return !measure.confidential()
        && measure.toldApprovedAt() != null
        && (measure.status().running() || done(measure.status()));
  }

  private static boolean done(MeasureStatus status) {
    return status == MeasureStatus.CARRIED_OUT
        || status == MeasureStatus.UNDER_EVALUATION
        || status == MeasureStatus.CONCLUDED;
  }

  private void asSystem(UUID municipality, Runnable work) {
    tenancy.as(Actor.system(new MunicipalityId(municipality)), work);
  }
}
