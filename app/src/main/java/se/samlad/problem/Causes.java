package se.samlad.problem;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.TextGuard;
import se.samlad.problem.jdbc.CauseStore;
import se.samlad.problem.jdbc.ProblemEventStore;

/** The cause analysis of a problem, written by those whose group works on it. */
@Service
public class Causes {

  private static final int LONGEST = 200;
  private static final int MOST = 60;

  private final CauseStore store;
  private final ProblemEventStore history;
  private final ProblemCourse course;
  private final TextGuard guard;
  private final Audit audit;
  private final Clock clock;

  Causes(
      CauseStore store,
      ProblemEventStore history,
      ProblemCourse course,
      TextGuard guard,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.history = history;
    this.course = course;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is added: a direct cause, or one behind another. The group of one behind another is that of the other. */
  public record Draft(
      @Nullable CauseGroup group,
      @Nullable UUID behind,
      String words,
      @Nullable CauseSupport support) {}

  @Transactional(readOnly = true)
  public CauseAnalysis of(UUID problem) {
    return new CauseAnalysis(store.list(problem));
  }

  /** Adds a cause. Words the guard doubts are stored hidden. */
  @Transactional
  public UUID add(UUID problem, Draft draft) {
    Problem known = course.worked(problem);
    CauseAnalysis now = of(problem);
    List<InputProblem> wrong = new ArrayList<>();
    Cause direct = behind(now, draft, wrong);
    CauseGroup group = direct == null ? draft.group() : direct.group();
    CauseSupport support = draft.support();
    if (group == null) {
      wrong.add(InputProblem.of("grupp", "problem.cause.input.group"));
    }
    if (support == null) {
      wrong.add(InputProblem.of("stod", "problem.cause.input.support"));
    }
    String words = draft.words().strip();
    if (words.length() < 2
        || words.length() > LONGEST
        || words.codePoints().anyMatch(Character::isISOControl)) {
      wrong.add(InputProblem.of("orsak", "problem.cause.input.words", LONGEST));
    }
    if (now.causes().size() >= MOST) {
      wrong.add(InputProblem.of("orsak", "problem.cause.input.many", MOST));
    }
    if (!wrong.isEmpty() || group == null || support == null) {
      throw new InvalidInput(wrong);
    }
    TextGuard.Guarded guarded = guard.guard(words);
    Cause cause = new Cause(
        Ids.next(),
        group,
        direct == null ? null : direct.id(),
        guarded.text(),
        guarded.doubtful(),
        support);
    store.add(problem, cause, clock.instant(), CurrentActor.get().user());
    history.add(known, event(ProblemEvent.Kind.CAUSE_ADDED, cause));
    audit.record("problem.cause_add", "problem", problem, Map.of("cause", cause.id()));
    return cause.id();
  }

  /** Takes a cause away, with what lies behind it. The history keeps that it stood there. */
  @Transactional
  public void remove(UUID problem, UUID cause) {
    Problem known = course.worked(problem);
    Cause removed = find(problem, cause);
    store.remove(cause, clock.instant());
    history.add(known, event(ProblemEvent.Kind.CAUSE_REMOVED, removed));
    audit.record("problem.cause_remove", "problem", problem, Map.of("cause", cause));
  }

  /** The EST coordinator has read words the guard was in doubt about: the groups may read them. */
  @Transactional
  public void show(UUID problem, UUID cause) {
    course.worked(problem);
    if (!CurrentActor.get().has(Role.COORDINATOR)) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "problem.refused.show");
    }
    find(problem, cause);
    store.show(cause);
    audit.record("problem.cause_show", "problem", problem, Map.of("cause", cause));
  }

  private Cause find(UUID problem, UUID cause) {
    return of(problem).causes().stream()
        .filter(each -> each.id().equals(cause))
        .findFirst()
        .orElseThrow(() -> new NotFound("cause " + cause));
  }

  private static @Nullable Cause behind(CauseAnalysis now, Draft draft, List<InputProblem> wrong) {
    UUID wanted = draft.behind();
    if (wanted == null) {
      return null;
    }
    Cause direct = now.causes().stream()
        .filter(cause -> cause.direct() && cause.id().equals(wanted))
        .findFirst()
        .orElse(null);
    if (direct == null) {
      wrong.add(InputProblem.of("bakom", "problem.cause.input.behind"));
    }
    return direct;
  }

  private ProblemEvent event(ProblemEvent.Kind kind, Cause cause) {
    return new ProblemEvent(
        Ids.next(),
        kind,
        clock.instant(),
        CurrentActor.get().user(),
        null,
        null,
        null,
        cause.words(),
        cause.hidden());
  }
}
