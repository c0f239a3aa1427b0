package se.samlad.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.access.Unit;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Pauses.Paused;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.insight.jdbc.AnswerStore.UnitAnswer;

/** Which units were asked and which answered, week by week: what every count of incidents is read beside. */
final class Answers {

  /**
   * About whom and where it is asked.
   *
   * @param areas units asked about one of these count; empty means everywhere
   * @param organisation only its units, when present
   */
  record Reach(Set<UUID> areas, Optional<UUID> organisation) {
    static final Reach EVERYWHERE = new Reach(Set.of(), Optional.empty());

    /** What an audience's actor covers. */
    static Reach of(Audience audience, Actor actor) {
      return switch (audience) {
        case Audience.Group(var id) ->
          new Reach(actor.wholeMunicipality() ? Set.of() : actor.areas(), Optional.empty());
        case Audience.Organisation(var id) -> new Reach(Set.of(), Optional.of(id));
        case Audience.Public p -> EVERYWHERE;
        case Audience.Leadership l -> EVERYWHERE;
        case Audience.Coordinator c -> EVERYWHERE;
      };
    }

    /** The same, about fewer areas when some are given. */
    Reach about(Set<UUID> some) {
      return some.isEmpty() ? this : new Reach(some, organisation);
    }

    boolean holds(Unit unit) {
      return (organisation.isEmpty() || organisation.get().equals(unit.organisation()))
          && (areas.isEmpty()
              || unit.areas().isEmpty()
              || unit.areas().stream().anyMatch(areas::contains));
    }
  }

  private record Key(UUID unit, IsoWeek week) {}

  private final List<Unit> units;
  private final Paused paused;
  private final Map<Key, UnitAnswer> answers = new HashMap<>();
  private final Set<IsoWeek> heard;

  Answers(List<Unit> units, Paused paused, List<UnitAnswer> answers) {
    this.units = List.copyOf(units);
    this.paused = paused;
    answers.forEach(answer -> this.answers.put(new Key(answer.unit(), answer.week()), answer));
    this.heard = answers.stream().map(UnitAnswer::week).collect(Collectors.toSet());
  }

  /** Weeks in which at least one unit answered. */
  Set<IsoWeek> heard() {
    return heard;
  }

  int asked(IsoWeek week, Reach reach) {
    return (int) expected(week, reach).count();
  }

  int answered(IsoWeek week, Reach reach) {
    return (int) expected(week, reach)
        .filter(unit -> answers.containsKey(new Key(unit.id(), week)))
        .count();
  }

  /** Unit-weeks asked, first to last included. */
  int asked(IsoWeek first, IsoWeek last, Reach reach) {
    return weeks(first, last).mapToInt(week -> asked(week, reach)).sum();
  }

  int answered(IsoWeek first, IsoWeek last, Reach reach) {
    return weeks(first, last).mapToInt(week -> answered(week, reach)).sum();
  }

  /** Organisations with a unit asked in one of the weeks. */
  Set<UUID> organisationsAsked(IsoWeek first, IsoWeek last, Reach reach) {
    return weeks(first, last)
        .flatMap(week -> expected(week, reach))
        .map(Unit::organisation)
        .collect(Collectors.toSet());
  }

  Stream<Unit> expected(IsoWeek week, Reach reach) {
    return units.stream().filter(unit -> isAsked(unit, week)).filter(reach::holds);
  }

  @Nullable
  UnitAnswer of(Unit unit, IsoWeek week) {
    return answers.get(new Key(unit.id(), week));
  }

  /** Not before its first day, not after its last, and not in a pause; a unit that answers in a pause counts as asked. */
  private boolean isAsked(Unit unit, IsoWeek week) {
    return !unit.activeFrom().isAfter(week.sunday())
        && (unit.activeTo() == null || !unit.activeTo().isBefore(week.monday()))
        && (!paused.holds(unit.organisation(), week) || of(unit, week) != null);
  }

  static Stream<IsoWeek> weeks(IsoWeek first, IsoWeek last) {
    return Stream.iterate(first, week -> week.compareTo(last) <= 0, week -> week.plus(1));
  }
}
