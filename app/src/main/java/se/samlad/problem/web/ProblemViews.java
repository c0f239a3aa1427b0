package se.samlad.problem.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Sentences;
import se.samlad.problem.Problem;
import se.samlad.problem.ProblemStatus;
import se.samlad.problem.Problems;

/** Puts together the list of problems and what the form offers. */
@Component
class ProblemViews {

  private final Problems problems;
  private final Groups groups;
  private final Areas areas;
  private final Categories categories;
  private final Sentences sentences;
  private final Clock clock;

  ProblemViews(
      Problems problems,
      Groups groups,
      Areas areas,
      Categories categories,
      Sentences sentences,
      Clock clock) {
    this.problems = problems;
    this.groups = groups;
    this.areas = areas;
    this.categories = categories;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** A row of the list. */
  record Row(Problem problem, String place, String group, String categories, String statusKind) {}

  /** The list with its filter. */
  record ListPage(
      List<Row> rows,
      String status,
      String group,
      List<Choice> statuses,
      List<Choice> groups,
      boolean mayOpen) {}

  /** What the form of a new problem lets one choose among. */
  record Offers(List<Choice> groups, List<Choice> areas, List<Choice> categories) {}

  ListPage list(String status, String group) {
    List<ProblemStatus> wanted = Arrays.stream(ProblemStatus.values())
        .filter(each -> status.equals("ALL")
            || each.name().equals(status)
            || status.equals("CURRENT") && each != ProblemStatus.CLOSED)
        .toList();
    Map<UUID, String> names =
        groups.all().stream().collect(Collectors.toMap(WorkingGroup::id, WorkingGroup::name));
    Map<UUID, String> areaNames = areaNames();
    List<Row> rows = problems.search(wanted, ProblemForm.id(group).orElse(null)).stream()
        .map(problem -> new Row(
            problem,
            place(problem, areaNames),
            names.getOrDefault(problem.heldBy(), ""),
            categories(problem),
            kind(problem.status())))
        .toList();
    return new ListPage(rows, status, group, statuses(), myGroups(), !myGroups().isEmpty());
  }

  Offers offers() {
    String language = locale().getLanguage();
    return new Offers(
        myGroups(),
        first(
            "problem.form.area.none",
            areas.main().stream()
                .map(area -> new Choice(area.id().toString(), area.name()))
                .toList()),
        categories.current().stream()
            .filter(category -> category.parent() == null && !category.coming())
            .map(category -> new Choice(category.code(), category.name(language)))
            .toList());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
  }

  Map<UUID, String> areaNames() {
    return areas.main().stream().collect(Collectors.toMap(Area::id, Area::name));
  }

  /** The kinds of incident it is about, as the reader says them. */
  String categories(Problem problem) {
    return problem.categories().stream().map(this::category).collect(Collectors.joining(", "));
  }

  String category(String code) {
    return categories
        .find(code)
        .map((Category category) -> category.name(locale().getLanguage()))
        .orElse(code);
  }

  List<Choice> first(String key, List<Choice> rest) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", sentences.text(key)));
    all.addAll(rest);
    return all;
  }

  private List<Choice> myGroups() {
    Actor actor = CurrentActor.get();
    return groups.list().stream()
        .filter(group -> actor.has(Role.COORDINATOR) || actor.groups().contains(group.id()))
        .map(group -> new Choice(group.id().toString(), group.name()))
        .toList();
  }

  private List<Choice> statuses() {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("CURRENT", sentences.text("problem.list.current")));
    for (ProblemStatus status : ProblemStatus.values()) {
      choices.add(new Choice(status.name(), sentences.text("problem.status." + status)));
    }
    choices.add(new Choice("ALL", sentences.text("problem.list.all")));
    return choices;
  }

  private static String place(Problem problem, Map<UUID, String> areaNames) {
    UUID area = problem.areaId();
    @Nullable String name = area == null ? null : areaNames.get(area);
    if (problem.place().isEmpty()) {
      return name == null ? "" : name;
    }
    return problem.place();
  }

  static String kind(ProblemStatus status) {
    return switch (status) {
      case OPEN -> "petrol";
      case WATCHED -> "info";
      case CLOSED -> "ok";
    };
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
