package se.samlad.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;
import se.samlad.reporting.jdbc.TrainingStore;

/**
 * The short course before access (Swedish: utbildade rapportörer). Where the municipality asks for it, an account reports after passing,
 * is told to take it again after a year, and stops reporting a month later. Demo accounts and the tokens of systems are not asked.
 */
@Service
public class Training {

  /** Which answer of three is right, question by question. */
  static final List<Integer> RIGHT = List.of(1, 2, 0, 1, 2, 0);

  static final int VERSION = 1;
  static final Duration GOOD_FOR = Duration.ofDays(365);
  static final Duration TOLD_BEFORE = Duration.ofDays(30);
  static final Duration GRACE = Duration.ofDays(30);

  private final TrainingStore store;
  private final Organisations organisations;
  private final Tenancy tenancy;
  private final Audit audit;
  private final Clock clock;

  Training(
      TrainingStore store, Organisations organisations, Tenancy tenancy, Audit audit, Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.tenancy = tenancy;
    this.audit = audit;
    this.clock = clock;
  }

  /** How somebody stands. */
  public enum State {
    /** The municipality does not ask for it. */
    NOT_ASKED,
    /** Never passed: may not report. */
    MISSING,
    TRAINED,
    /** Time to take it again; reports meanwhile. */
    DUE,
    /** Too long ago: may not report. */
    LAPSED;

    public boolean opens() {
      return this != MISSING && this != LAPSED;
    }
  }

  /** How somebody stands, when the course was passed and when it stops counting. */
  public record Standing(
      State state, @Nullable Instant passedAt, @Nullable Instant stopsAt) {}

  /** An organisation's reporters: how many, and how many may report. */
  public record Share(Organisation organisation, int reporters, int trained) {}

  /** A reporter of the actor's own organisation. */
  public record Reporter(
      UUID member, String name, State state, @Nullable Instant passedAt) {}

  /** Which questions were answered right, in order. */
  public record Result(List<Boolean> right) {

    public Result {
      right = List.copyOf(right);
    }

    public boolean passed() {
      return right.stream().allMatch(each -> each);
    }
  }

  public static int questions() {
    return RIGHT.size();
  }

  /** Whether the acting municipality asks its reporters to take the course. */
  @Transactional(readOnly = true)
  public boolean asked() {
    return store.asked();
  }

  @Transactional
  public void ask(boolean asked) {
    store.ask(asked);
    audit.record(
        "training.ask", "municipality", CurrentActor.get().municipality(), Map.of("asked", asked));
  }

  /** How the actor stands. */
  @Transactional(readOnly = true)
  public Standing standing() {
    Actor actor = CurrentActor.get();
    UUID user = actor.user();
    if (user == null) {
      return new Standing(State.NOT_ASKED, null, null);
    }
    return of(
        actor.kind() == ActorKind.PERSON && store.asked(), store.passedAt(user).orElse(null));
  }

  /** Refuses who may not report yet, or no longer. */
  void requireTrained() {
    State state = standing().state();
    if (!state.opens()) {
      throw new Refused(Refused.Kind.NOT_ALLOWED, "training.refused." + state);
    }
  }

  /** Judges the answers; when all are right the course is passed today. */
  @Transactional
  public Result answer(List<Integer> answers) {
    Result result = new Result(IntStream.range(0, RIGHT.size())
        .mapToObj(i -> i < answers.size() && answers.get(i).equals(RIGHT.get(i)))
        .toList());
    if (result.passed()) {
      UUID id = Ids.next();
      store.add(id, CurrentActor.get().requireUser(), clock.instant(), VERSION);
      audit.record("training.pass", "training_record", id);
    }
    return result;
  }

  /** How many of each organisation's reporters have the course behind them: counts alone, whoever looks. Demo accounts count as trained. */
  @Transactional(readOnly = true)
  public List<Share> shares() {
    Actor system = Actor.system(CurrentActor.get().municipality());
    Map<UUID, TrainingStore.Count> counts = tenancy.readAs(
        system,
        () -> store.counts(clock.instant().minus(GOOD_FOR).minus(GRACE)).stream()
            .collect(Collectors.toMap(TrainingStore.Count::organisation, count -> count)));
    boolean demo = store.demo();
    return organisations.list().stream()
        .map(one -> {
          TrainingStore.Count count =
              counts.getOrDefault(one.id(), new TrainingStore.Count(one.id(), 0, 0));
          return new Share(one, count.reporters(), demo ? count.reporters() : count.trained());
        })
        .toList();
  }

  /** The reporters of an organisation the actor coordinates, by name. */
  @Transactional(readOnly = true)
  public List<Reporter> reporters(UUID organisation) {
    if (!CurrentActor.get().coordinates(organisation)) {
      return List.of();
    }
    boolean asked = store.asked();
    return store.reporters(organisation).stream()
        .map(row -> new Reporter(
            row.member(), row.name(), of(asked, row.passedAt()).state(), row.passedAt()))
        .toList();
  }

  Standing of(boolean asked, @Nullable Instant passedAt) {
    if (!asked) {
      return new Standing(State.NOT_ASKED, passedAt, null);
    }
    if (passedAt == null) {
      return new Standing(State.MISSING, null, null);
    }
    Instant now = clock.instant();
    Instant stops = passedAt.plus(GOOD_FOR).plus(GRACE);
    State state = now.isAfter(stops)
        ? State.LAPSED
        : now.isAfter(passedAt.plus(GOOD_FOR).minus(TOLD_BEFORE)) ? State.DUE : State.TRAINED;
    return new Standing(state, passedAt, stops);
  }
}
