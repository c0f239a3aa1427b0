package se.samlad.problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.incident.IncidentSelection;
import se.samlad.insight.GroundIncidents;
import se.samlad.insight.GroundIncidents.Found;
import se.samlad.insight.PlaceHistory;
import se.samlad.insight.WeekFigures;
import se.samlad.insight.WeekPoint;

/**
 * The incidents a problem is about: a selection, so they keep in step with what is reported, passed and corrected. Counted as the reader's
 * own audience sees them, from the problem's first day until now.
 */
@Service
public class ProblemIncidents {

  private static final int WEEKS = 26;

  private final GroundIncidents incidents;
  private final PlaceHistory places;
  private final WeekFigures figures;
  private final Audiences audiences;
  private final Clock clock;

  ProblemIncidents(
      GroundIncidents incidents,
      PlaceHistory places,
      WeekFigures figures,
      Audiences audiences,
      Clock clock) {
    this.incidents = incidents;
    this.places = places;
    this.figures = figures;
    this.audiences = audiences;
    this.clock = clock;
  }

  /**
   * What is known of the problem's incidents.
   *
   * @param found those of the problem's kinds since its first day
   * @param weeks whole weeks until the last one that has ended, of every kind on cells, of the problem's kinds in an area
   * @param everyKind whether the weeks hold every kind of incident
   */
  public record Known(Audience audience, Found found, List<WeekPoint> weeks, boolean everyKind) {
    public Known {
      weeks = List.copyOf(weeks);
    }
  }

  /** Empty when the problem has no place or area to count in, or the reader no audience that sees incidents. */
  public Optional<Known> of(Problem problem, int limit) {
    Audience audience = audience(problem);
    ProblemGround ground = ProblemGround.of(problem).orElse(null);
    if (ground == null || audience == null) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
    IncidentSelection selection = IncidentSelection.between(
            problem.from(), later(today, problem.from()).plusDays(1))
        .withCategories(Set.copyOf(problem.categories()))
        .withAreas(ground.areas());
    Found found = incidents.find(audience, selection, ground.cells(), limit);
    IsoWeek last = IsoWeek.of(clock.instant()).plus(-1);
    if (ground.cells().isEmpty()) {
      List<WeekPoint> all = figures
          .of(audience, selection.withPeriod(last.monday(), last.monday().plusWeeks(1)))
          .series();
      return Optional.of(new Known(
          audience, found, all.subList(Math.max(0, all.size() - WEEKS), all.size()), false));
    }
    List<WeekPoint> weeks =
        places.of(audience, new PlaceHistory.Ground(ground.cells(), ground.area()), last, WEEKS);
    return Optional.of(new Known(audience, found, weeks, true));
  }

  /** The first of the reader's audiences that is one of the problem's groups, else the widest that sees incidents. */
  private @Nullable Audience audience(Problem problem) {
    List<Audience> choices = audiences.choices(CurrentActor.get());
    return choices.stream()
        .filter(choice -> choice instanceof Audience.Coordinator
            || choice instanceof Audience.Group(UUID id) && problem.workedBy(id))
        .findFirst()
        .or(() ->
            choices.stream().filter(choice -> choice instanceof Audience.Group).findFirst())
        .orElse(null);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
