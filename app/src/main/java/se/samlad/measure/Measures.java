package se.samlad.measure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Member;
import se.samlad.ground.access.Members;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.TextGuard;
import se.samlad.measure.MeasureEvent.Kind;
import se.samlad.measure.MeasureRules.Checked;
import se.samlad.measure.jdbc.EventStore;
import se.samlad.measure.jdbc.MeasureStore;
import se.samlad.problem.ProblemCourse;

/**
 * The measures the actor may see: the groups' own, those of the actor's organisation, all for the EST coordinator. A verb's
 * {@code seen} is the version its form was made from; when somebody else has written since, it is refused. Null means whatever stands.
 */
@Service
public class Measures {

  private static final int MANY = 5000;

  private final MeasureStore store;
  private final EventStore history;
  private final MeasureRules rules;
  private final ProblemCourse course;
  private final Members members;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Measures(
      MeasureStore store,
      EventStore history,
      MeasureRules rules,
      ProblemCourse course,
      Members members,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.history = history;
    this.rules = rules;
    this.course = course;
    this.members = members;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** The measures of the filter, those to be done or followed up first in front. */
  @Transactional(readOnly = true)
  public List<Measure> list(MeasureFilter filter) {
    return store.list(filter, MANY, 0);
  }

  @Transactional(readOnly = true)
  public List<Measure> page(MeasureFilter filter, int limit, int offset) {
    return store.list(filter, limit, offset);
  }

  @Transactional(readOnly = true)
  public Optional<Measure> find(UUID id) {
    return store.find(id);
  }

  @Transactional(readOnly = true)
  public Measure get(UUID id) {
    return store.find(id).orElseThrow(() -> new NotFound("measure " + id));
  }

  /** What the owners have taken on in the group and not yet carried out. */
  @Transactional(readOnly = true)
  public List<Measure> ongoingIn(UUID group) {
    return list(MeasureFilter.all()
        .inGroup(group)
        .withStatuses(Set.of(MeasureStatus.COMMITTED, MeasureStatus.ONGOING)));
  }

  /** Those whose follow-up date has come, the day itself included. */
  @Transactional(readOnly = true)
  public List<Measure> followUpDue(LocalDate until) {
    return list(MeasureFilter.open()).stream()
        .filter(measure -> measure.followUpDue(until))
        .toList();
  }

  /** Those that should have been done, answered or followed up before today. */
  @Transactional(readOnly = true)
  public List<Measure> overdue() {
    LocalDate today = today();
    return list(MeasureFilter.open()).stream()
        .filter(measure -> measure.overdue(today))
        .toList();
  }

  /** Proposals that wait for the member's answer, by name or through the member's organisations. */
  @Transactional(readOnly = true)
  public List<Measure> awaitingAnswer(UUID member) {
    Set<UUID> organisations =
        members.find(member).map(Member::organisations).map(Set::copyOf).orElse(Set.of());
    return list(MeasureFilter.all()
        .withStatuses(Set.of(MeasureStatus.PROPOSED))
        .ownedBy(member, organisations));
  }

  /** What waits for the actor: proposals to answer, and what the actor owns and should have done or followed up by now. */
  @Transactional(readOnly = true)
  public List<Measure> waitingFor(Actor actor) {
    LocalDate today = today();
    boolean coordinates = actor.has(Role.COORDINATOR);
    return list(MeasureFilter.open()).stream()
        .filter(measure -> coordinates || Owners.answersFor(actor, measure))
        .filter(measure -> measure.overdue(today)
            || measure.followUpDue(today)
            || measure.status() == MeasureStatus.PROPOSED && Owners.answersFor(actor, measure))
        .toList();
  }

  /** Whether others than the owner and the coordinator read the measure's type in place of its title. */
  @Transactional(readOnly = true)
  public boolean titleHidden(UUID id) {
    return store.titleHidden(id);
  }

  /** The EST coordinator has read a title the guard was in doubt about: everybody who sees the measure may read it. */
  @Transactional
  public void showTitle(UUID id) {
    if (!CurrentActor.get().has(Role.COORDINATOR)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "measure.refused.showTitle");
    }
    hold(id, null);
    store.hideTitle(id, false);
    audit.record("measure.title", "measure", id);
  }

  @Transactional(readOnly = true)
  public List<MeasureEvent> history(UUID measure) {
    return history.history(measure);
  }

  @Transactional(readOnly = true)
  public List<MeasureType> types() {
    return store.types();
  }

  /** Whether the actor may write of the measure: its owner and the EST coordinator. */
  public boolean actsOn(Measure measure) {
    return Owners.actsOn(CurrentActor.get(), measure);
  }

  /** Whether the actor may answer for the owner. */
  public boolean answersFor(Measure measure) {
    return Owners.answersFor(CurrentActor.get(), measure);
  }

  /** Proposes a measure; it waits for the owner's answer. */
  @Transactional
  public UUID propose(MeasureDraft draft) {
    Checked checked = rules.check(draft, today());
    UUID group = course.groupFor(checked.problem());
    Owners.requireProposer(CurrentActor.get(), group, checked.ownerOrg());
    UUID id = Ids.next();
    Instant now = clock.instant();
    Measure measure = checked.measure(
        id, group, store.nextNumber(today().getYear()), draft, MeasureStatus.PROPOSED, null, now);
    store.add(measure, CurrentActor.get().user());
    store.hideTitle(id, rules.doubts(measure.title()));
    add(measure, event(Kind.PROPOSED));
    audit.record("measure.propose", "measure", id, Map.of("owner", measure.ownerOrg()));
    events.publishEvent(new MeasureProposed(municipality(), id));
    return id;
  }

  /** Changes what was agreed. A declined measure that gets another owner is proposed again. */
  @Transactional
  public void change(UUID id, @Nullable Integer seen, MeasureDraft draft) {
    Measure before = hold(id, seen);
    if (before.status() == MeasureStatus.CONCLUDED || before.status() == MeasureStatus.CANCELLED) {
      throw new Refused(Refused.Kind.CONFLICT, "measure.refused.closed");
    }
    Checked checked = rules.check(draft, today());
    boolean otherOwner = !checked.ownerOrg().equals(before.ownerOrg());
    MeasureStatus status = otherOwner
            && (before.status() == MeasureStatus.DECLINED
                || before.status() == MeasureStatus.COMMITTED)
        ? MeasureStatus.PROPOSED
        : before.status();
    Instant approved = otherOwner || !checked.tellReporters().equals(before.tellReporters())
        ? null
        : before.toldApprovedAt();
    Measure after = checked.measure(
        id, before.group(), before.number(), draft, status, approved, before.createdAt());
    store.change(after);
    if (!after.title().equals(before.title())) {
      store.hideTitle(id, rules.doubts(after.title()));
    }
    add(after, event(Kind.CHANGED));
    audit.record("measure.change", "measure", id, Map.of("owner", after.ownerOrg()));
    if (status != before.status()) {
      add(after, event(Kind.PROPOSED));
      events.publishEvent(new MeasureProposed(municipality(), id));
    }
  }

  /** The owner's member commits it; with a text, what reporters are told is approved at the same time. */
  @Transactional
  public void commit(UUID id, @Nullable Integer seen, @Nullable String tellReporters) {
    Measure measure = hold(id, seen);
    Owners.requireOwner(CurrentActor.get(), measure);
    move(measure, MeasureStatus.COMMITTED, event(Kind.COMMITTED));
    if (tellReporters != null) {
      approve(measure, tellReporters);
    }
    events.publishEvent(new MeasureCommitted(municipality(), id));
  }

  /** The owner's member says no, and why. */
  @Transactional
  public void decline(UUID id, @Nullable Integer seen, String reason) {
    Measure measure = hold(id, seen);
    Owners.requireOwner(CurrentActor.get(), measure);
    TextGuard.Guarded why = rules.note("skal", reason, true);
    move(measure, MeasureStatus.DECLINED, event(Kind.DECLINED).saying(why));
    events.publishEvent(new MeasureDeclined(municipality(), id));
  }

  /** The owner approves what reporters are told; nothing is told before that. */
  @Transactional
  public void approveText(UUID id, @Nullable Integer seen, String text) {
    Measure measure = hold(id, seen);
    Owners.requireOwner(CurrentActor.get(), measure);
    approve(measure, text);
  }

  /** How it goes. Klart carries the measure out, Gick inte cancels it and needs a reason. */
  @Transactional
  public void report(
      UUID id, @Nullable Integer seen, Progress progress, @Nullable Dose dose, String note) {
    Measure measure = hold(id, seen);
    if (!measure.status().running()) {
      throw MeasureRules.illegal(measure, MeasureStatus.ONGOING);
    }
    TextGuard.Guarded words = rules.note("anteckning", note, progress == Progress.FAILED);
    Kind kind = switch (progress) {
      case DONE -> Kind.CARRIED_OUT;
      case FAILED -> Kind.CANCELLED;
      case AS_PLANNED, DELAYED ->
        measure.status() == MeasureStatus.COMMITTED ? Kind.ONGOING : Kind.PROGRESS;
    };
    MeasureEvent event = event(kind).progressing(progress, dose).saying(words);
    if (kind == Kind.PROGRESS) {
      store.setStatus(id, measure.status());
      add(measure, event);
      audit.record("measure.progress", "measure", id, Map.of("progress", progress.name()));
    } else {
      move(measure, MeasureStatus.valueOf(kind.name()), event);
    }
    if (progress == Progress.DONE) {
      events.publishEvent(new MeasureCarriedOut(municipality(), id));
    }
  }

  /** Whether it helped is being judged. */
  @Transactional
  public void evaluate(UUID id, @Nullable Integer seen) {
    move(hold(id, seen), MeasureStatus.UNDER_EVALUATION, event(Kind.UNDER_EVALUATION));
  }

  /** People decide what it led to, and why. All but END say when to look again. */
  @Transactional
  public void conclude(
      UUID id, @Nullable Integer seen, Outcome outcome, String reason, @Nullable LocalDate nextOn) {
    Measure measure = hold(id, seen);
    TextGuard.Guarded why = rules.note("motivering", reason, true);
    if (outcome != Outcome.END && (nextOn == null || !nextOn.isAfter(today()))) {
      throw new InvalidInput("nasta", "measure.input.next");
    }
    move(
        measure,
        MeasureStatus.CONCLUDED,
        event(Kind.CONCLUDED)
            .deciding(outcome, outcome == Outcome.END ? null : nextOn)
            .saying(why));
    events.publishEvent(new MeasureConcluded(municipality(), id));
  }

  @Transactional
  public void cancel(UUID id, @Nullable Integer seen, String reason) {
    Measure measure = hold(id, seen);
    move(
        measure,
        MeasureStatus.CANCELLED,
        event(Kind.CANCELLED).saying(rules.note("skal", reason, true)));
  }

  /** Takes a proposal back at once (Ångra): it is kept and shown nowhere. Only before the owner has answered. */
  @Transactional
  public void withdraw(UUID id) {
    Measure measure = hold(id, null);
    if (measure.status() != MeasureStatus.PROPOSED) {
      throw MeasureRules.illegal(measure, MeasureStatus.CANCELLED);
    }
    add(measure, event(Kind.WITHDRAWN));
    store.withdraw(id, clock.instant());
    audit.record("measure.withdraw", "measure", id);
  }

  /** The owner organisation's coordinator shows words the guard was in doubt about. */
  @Transactional
  public void showNote(UUID id, UUID event) {
    Measure measure = get(id);
    if (!history.showNote(measure.id(), event)) {
      throw new NotFound("note " + event);
    }
    audit.record("measure.show_note", "measure", id, Map.of("event", event));
  }

  private void approve(Measure measure, String text) {
    store.approveText(
        measure.id(), rules.tell(text), clock.instant(), CurrentActor.get().user());
    add(measure, event(Kind.APPROVED_TEXT));
    audit.record("measure.approve_text", "measure", measure.id());
    events.publishEvent(new MeasureTextApproved(municipality(), measure.id()));
  }

  private void move(Measure measure, MeasureStatus to, MeasureEvent event) {
    if (!measure.status().next().contains(to)) {
      throw MeasureRules.illegal(measure, to);
    }
    store.setStatus(measure.id(), to);
    add(measure, event);
    audit.record(
        "measure.move",
        "measure",
        measure.id(),
        Map.of("from", measure.status().name(), "to", to.name()));
  }

  private void add(Measure measure, MeasureEvent event) {
    history.add(measure.id(), event);
    String words = event.words();
    if (words != null && !words.isEmpty()) {
      history.addNote(measure, event, words);
    }
  }

  private Measure hold(UUID id, @Nullable Integer seen) {
    Owners.requireActs(CurrentActor.get(), get(id));
    Measure held = store.hold(id).orElseThrow(() -> new NotFound("measure " + id));
    if (seen != null && seen != held.version()) {
      throw new Refused(Refused.Kind.CHANGED_MEANWHILE, "measure.refused.changed");
    }
    return held;
  }

  private MeasureEvent event(Kind kind) {
    return MeasureEvent.of(Ids.next(), kind, clock.instant(), CurrentActor.get().user());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
  }

  private static UUID municipality() {
    return CurrentActor.get().municipality().value();
  }
}
