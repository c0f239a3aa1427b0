package se.samlad.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;

/**
 * What a submission must keep to beyond its form. A wrong phone clock loses nothing: a time ahead is stored and flagged, not refused;
 * only a category that is about the coming may lie far ahead.
 */
@Component
class SubmissionRules {

  static final Duration CLOCK_SLACK = Duration.ofMinutes(15);
  static final Duration COMING = Duration.ofDays(400);
  private static final Duration LONGEST_AGO = Duration.ofDays(3660);
  private static final Duration LONGEST_INTERVAL = Duration.ofDays(400);

  private final Categories categories;
  private final Areas areas;
  private final Clock clock;

  SubmissionRules(Categories categories, Areas areas, Clock clock) {
    this.categories = categories;
    this.areas = areas;
    this.clock = clock;
  }

  /** An incident with what the rules found out about it. */
  record Judged(ReportedIncident incident, Category category, boolean timeFlag) {}

  List<Judged> judge(List<ReportedIncident> incidents) {
    List<InputProblem> problems = new ArrayList<>();
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < incidents.size(); i++) {
      ReportedIncident incident = incidents.get(i);
      String at = "incidents[" + i + "].";
      Optional<Category> category = categories.find(incident.category());
      if (category.isEmpty()) {
        problems.add(
            InputProblem.of(at + "category", "input.category.unknown", incident.category()));
        continue;
      }
      problems.addAll(timeProblems(at, incident, category.get()));
      problems.addAll(placeProblems(at, incident.place()));
      judged.add(new Judged(incident, category.get(), isAhead(incident, category.get())));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    return judged;
  }

  private List<InputProblem> timeProblems(String at, ReportedIncident incident, Category category) {
    Instant now = clock.instant();
    List<InputProblem> problems = new ArrayList<>();
    if (incident.to().isBefore(incident.from())) {
      problems.add(InputProblem.of(at + "to", "input.to.before"));
    }
    if (incident.from().isBefore(now.minus(LONGEST_AGO))) {
      problems.add(InputProblem.of(at + "from", "input.from.old"));
    }
    if (Duration.between(incident.from(), incident.to()).compareTo(LONGEST_INTERVAL) > 0) {
      problems.add(InputProblem.of(at + "to", "input.to.long"));
    }
    if (category.coming() && incident.from().isAfter(now.plus(COMING))) {
      problems.add(InputProblem.of(at + "from", "input.from.far"));
    }
    return problems;
  }

  private List<InputProblem> placeProblems(String at, Place place) {
    return switch (place) {
      case Place.Point point ->
        inSweden(point) ? List.of() : List.of(InputProblem.of(at + "lon", "input.place.outside"));
      case Place.WithinArea within ->
        areas.find(within.area()).isPresent()
            ? List.of()
            : List.of(InputProblem.of(at + "area", "input.area.unknown"));
    };
  }

  private boolean isAhead(ReportedIncident incident, Category category) {
    return !category.coming() && incident.from().isAfter(clock.instant().plus(CLOCK_SLACK));
  }

  private static boolean inSweden(Place.Point point) {
    return point.lon() >= 10.0 && point.lon() <= 25.0 && point.lat() >= 54.5 && point.lat() <= 69.5;
  }
}
