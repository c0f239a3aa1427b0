package se.samlad.problem;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.catalogue.Categories;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.TextGuard;
import se.samlad.insight.Hotspot;
import se.samlad.problem.jdbc.ProblemEventStore;
import se.samlad.problem.jdbc.ProblemStore;

/** The problems of the groups the actor sits in; all of them for the coordinator. */
@Service
public class Problems {

  private final ProblemStore store;
  private final ProblemEventStore history;
  private final Categories categories;
  private final TextGuard guard;
  private final Audit audit;
  private final Clock clock;

  Problems(
      ProblemStore store,
      ProblemEventStore history,
      Categories categories,
      TextGuard guard,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.history = history;
    this.categories = categories;
    this.guard = guard;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Problem> find(UUID id) {
    return store.find(id);
  }

  @Transactional(readOnly = true)
  public Problem get(UUID id) {
    return store.find(id).orElseThrow(() -> new NotFound("problem " + id));
  }

  /** The group's problems, newest first. */
  @Transactional(readOnly = true)
  public List<Problem> list(UUID group) {
    return store.list(group);
  }

  /** Problems in one of the statuses, worked on by the group unless it is null; newest first. */
  @Transactional(readOnly = true)
  public List<Problem> search(List<ProblemStatus> statuses, @Nullable UUID group) {
    return store.search(statuses, group);
  }

  @Transactional(readOnly = true)
  public List<ProblemEvent> history(UUID problem) {
    return history.history(problem);
  }

  /** All the actor may see, newest first. */
  @Transactional(readOnly = true)
  public List<Problem> page(int limit, int offset) {
    return store.page(limit, offset);
  }

  /** Takes up a problem in a group the actor sits in or coordinates. One made from a hotspot exists once for each group. */
  @Transactional
  public ProblemId open(NewProblem said) {
    requireSeat(said.group());
    NewProblem problem = checked(said);
    UUID id = Ids.next();
    if (!store.add(id, problem, clock.instant(), CurrentActor.get().user())) {
      UUID hotspot = problem.hotspot();
      if (hotspot != null) {
        return store
            .findOfHotspot(hotspot, problem.group())
            .map(found -> new ProblemId(found.id()))
            .orElseThrow(() -> new NotFound("problem of hotspot " + hotspot));
      }
    }
    history.add(
        id,
        problem.group(),
        new ProblemEvent(
            Ids.next(),
            ProblemEvent.Kind.OPENED,
            clock.instant(),
            CurrentActor.get().user(),
            null,
            ProblemStatus.OPEN,
            null,
            "",
            false));
    audit.record("problem.open", "problem", id, Map.of("group", problem.group()));
    return new ProblemId(id);
  }

  /** The group's problem made from the hotspot; made at once when it is missing, with the figure as it stands. */
  @Transactional
  public UUID ofHotspot(Hotspot hotspot, UUID group) {
    return store
        .findOfHotspot(hotspot.id(), group)
        .map(Problem::id)
        .orElseGet(() -> open(taken(hotspot, group)).value());
  }

  /** The group's problem made from the hotspot, if something has been decided about it. */
  @Transactional(readOnly = true)
  public Optional<Problem> findOfHotspot(UUID hotspot, UUID group) {
    return store.findOfHotspot(hotspot, group);
  }

  /** What a hotspot tells a problem: its place, the kinds that make up a fifth of it or more, its four weeks and its figure. */
  public static NewProblem taken(Hotspot hotspot, UUID group) {
    Sweref99.Point at = Sweref99.TM.project(hotspot.lon(), hotspot.lat());
    List<String> kinds = hotspot.categories().stream()
        .filter(share -> share.count() * 5 >= hotspot.figure().value())
        .map(Hotspot.Share::categoryGroup)
        .toList();
    return new NewProblem(
        group,
        hotspot.name(),
        hotspot.name(),
        hotspot.areaId(),
        at.easting(),
        at.northing(),
        hotspot.wktSweref(),
        kinds.isEmpty() ? List.of(hotspot.categories().getFirst().categoryGroup()) : kinds,
        hotspot.firstWeek().monday(),
        hotspot.week().sunday(),
        hotspot.id(),
        hotspot.figure(),
        switch (hotspot.certainty()) {
          case CLEAR -> "CLEAR";
          case LIKELY -> "LIKELY";
          case UNCERTAIN -> "UNSURE";
        });
  }

  private NewProblem checked(NewProblem said) {
    List<InputProblem> wrong = new ArrayList<>();
    String title = line(wrong, "title", said.title(), 2, 160);
    String place = line(wrong, "place", said.place(), 0, 160);
    if (place.isEmpty() && said.areaId() == null) {
      wrong.add(InputProblem.of("place", "problem.input.place"));
    }
    if (said.categories().isEmpty()
        || said.categories().stream().anyMatch(code -> categories.find(code).isEmpty())) {
      wrong.add(InputProblem.of("categories", "problem.input.categories"));
    }
    if (said.to().isBefore(said.from())) {
      wrong.add(InputProblem.of("to", "problem.input.period"));
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    return new NewProblem(
        said.group(),
        title,
        place,
        said.areaId(),
        said.easting(),
        said.northing(),
        said.outline(),
        said.categories(),
        said.from(),
        said.to(),
        said.hotspot(),
        said.figure(),
        said.certainty());
  }

  private String line(
      List<InputProblem> wrong, String field, String value, int shortest, int longest) {
    String text = guard.guard(value.strip()).text();
    if (text.length() < shortest
        || text.length() > longest
        || text.codePoints().anyMatch(Character::isISOControl)) {
      wrong.add(InputProblem.of(field, "problem.input." + field, longest));
    }
    return text;
  }

  private static void requireSeat(UUID group) {
    Actor actor = CurrentActor.get();
    boolean system = actor.kind() == ActorKind.SYSTEM;
    if (!system && !actor.has(Role.COORDINATOR) && !actor.groups().contains(group)) {
      throw new NotFound("group " + group);
    }
  }
}
