package se.samlad.problem;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.GroupLevel;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.TextGuard;
import se.samlad.problem.jdbc.ProblemEventStore;
import se.samlad.problem.jdbc.ProblemStore;

/** The course of a problem after it was taken up: how its groups stand to it, and whether it goes to a higher level. */
@Service
public class ProblemCourse {

  private static final int LONGEST_REASON = 1000;

  private final ProblemStore store;
  private final ProblemEventStore history;
  private final Groups groups;
  private final TextGuard guard;
  private final Audit audit;
  private final Clock clock;

  ProblemCourse(
      ProblemStore store,
      ProblemEventStore history,
      Groups groups,
      TextGuard guard,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.history = history;
    this.groups = groups;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the actor's groups work on the problem. */
  public boolean worksOn(Problem problem) {
    Actor actor = CurrentActor.get();
    return actor.kind() == ActorKind.SYSTEM
        || actor.has(Role.COORDINATOR)
        || actor.groups().contains(problem.group())
        || problem.liftedTo().stream().anyMatch(actor.groups()::contains);
  }

  /** The group a measure on the problem belongs to: the first, or the higher one for whoever sits only there. */
  public UUID groupFor(Problem problem) {
    Actor actor = CurrentActor.get();
    if (actor.has(Role.COORDINATOR) || actor.groups().contains(problem.group())) {
      return problem.group();
    }
    return problem.liftedTo().stream()
        .filter(actor.groups()::contains)
        .findFirst()
        .orElse(problem.group());
  }

  /** The problem, held for a change, when the actor's groups work on it. */
  Problem worked(UUID id) {
    return store.hold(id).filter(this::worksOn).orElseThrow(() -> new NotFound("problem " + id));
  }

  /** Says how the group stands to the problem now, and why. */
  @Transactional
  public void changeStatus(UUID id, @Nullable Integer seen, ProblemStatus status, String reason) {
    Problem problem = seen(worked(id), seen);
    if (problem.status() == status) {
      throw new Refused(Refused.Kind.CONFLICT, "problem.refused.same");
    }
    TextGuard.Guarded why = reason("skal", reason);
    store.status(id, status);
    history.add(problem, event(ProblemEvent.Kind.STATUS, status, null, why));
    audit.record("problem.status", "problem", id, Map.of("status", status.name()));
  }

  /** Groups the problem can be lifted to: those of a higher level than the one that has it. */
  @Transactional(readOnly = true)
  public List<WorkingGroup> higher(Problem problem) {
    GroupLevel level = groups.get(problem.heldBy()).level();
    return groups.list().stream()
        .filter(group -> group.level().compareTo(level) > 0)
        .filter(group -> !problem.liftedTo().contains(group.id()))
        .toList();
  }

  /** Lifts the problem to a group of a higher level, which then works on it too. */
  @Transactional
  public void lift(UUID id, @Nullable Integer seen, @Nullable UUID group, String reason) {
    Problem problem = seen(worked(id), seen);
    if (group == null || higher(problem).stream().noneMatch(known -> known.id().equals(group))) {
      throw new InvalidInput("lyft", "problem.input.lift");
    }
    TextGuard.Guarded why = reason("lyftskal", reason);
    store.lift(id, group);
    history.add(problem, event(ProblemEvent.Kind.LIFTED, null, group, why));
    audit.record("problem.lift", "problem", id, Map.of("group", group));
  }

  /** The EST coordinator has read a reason the guard was in doubt about: the groups may read it. */
  @Transactional
  public void showReason(UUID id, UUID event) {
    worked(id);
    if (!CurrentActor.get().has(Role.COORDINATOR)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "problem.refused.show");
    }
    if (history.show(id, event)) {
      audit.record("problem.reason_show", "problem", id, Map.of("event", event));
    }
  }

  private static Problem seen(Problem problem, @Nullable Integer version) {
    if (version != null && version != problem.version()) {
      throw new Refused(Refused.Kind.CHANGED_MEANWHILE, "problem.refused.changed");
    }
    return problem;
  }

  private TextGuard.Guarded reason(String field, String words) {
    String said = words.strip();
    if (said.length() < 2 || said.length() > LONGEST_REASON || said.indexOf('\0') >= 0) {
      throw new InvalidInput(field, "problem.input.reason", LONGEST_REASON);
    }
    return guard.guard(said);
  }

  private ProblemEvent event(
      ProblemEvent.Kind kind,
      @Nullable ProblemStatus status,
      @Nullable UUID group,
      TextGuard.Guarded words) {
    return new ProblemEvent(
        Ids.next(),
        kind,
        clock.instant(),
        CurrentActor.get().user(),
        null,
        status,
        group,
        words.text(),
        words.doubtful());
  }
}
