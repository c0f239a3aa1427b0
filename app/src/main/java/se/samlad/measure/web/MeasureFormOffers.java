package se.samlad.measure.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Sentences;
import se.samlad.measure.Measures;
import se.samlad.problem.Problem;
import se.samlad.problem.Problems;

/** What the form of a measure lets one choose among. */
@Component
class MeasureFormOffers {

  private final Measures measures;
  private final Problems problems;
  private final Categories categories;
  private final Organisations organisations;
  private final Groups groups;
  private final MeasureViews views;
  private final Sentences sentences;

  MeasureFormOffers(
      Measures measures,
      Problems problems,
      Categories categories,
      Organisations organisations,
      Groups groups,
      MeasureViews views,
      Sentences sentences) {
    this.measures = measures;
    this.problems = problems;
    this.categories = categories;
    this.organisations = organisations;
    this.groups = groups;
    this.views = views;
    this.sentences = sentences;
  }

  record Offers(
      List<Choice> types,
      List<Choice> problems,
      List<Choice> groups,
      List<Choice> organisations,
      List<Choice> people,
      List<Choice> categories,
      List<Choice> days) {}

  Offers of(MeasureForm typed, @Nullable Problem problem) {
    String language = LocaleContextHolder.getLocale().getLanguage();
    List<Choice> myGroups = views.groupChoices(CurrentActor.get());
    return new Offers(
        first(
            "measure.form.choose",
            measures.types().stream()
                .map(type -> new Choice(type.code(), type.name(language)))
                .toList()),
        first("measure.form.problem.new", known(myGroups)),
        myGroups,
        first(
            "measure.form.choose",
            organisations.list().stream()
                .map(org -> new Choice(org.id().toString(), org.name()))
                .toList()),
        first("measure.form.nobody", people(problem, myGroups)),
        shown(typed, language),
        days(LocaleContextHolder.getLocale()));
  }

  private List<Choice> known(List<Choice> myGroups) {
    List<Choice> known = new ArrayList<>();
    for (Choice group : myGroups) {
      problems.list(UUID.fromString(group.value())).stream()
          .limit(50)
          .forEach(problem -> known.add(
              new Choice(problem.id().toString(), problem.title() + " (" + group.text() + ")")));
    }
    return known;
  }

  /** Those who sit in the group of the problem, or in any of mine, with the organisation they speak for. */
  private List<Choice> people(@Nullable Problem problem, List<Choice> myGroups) {
    Map<UUID, String> names = organisations.all().stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
    List<UUID> asked = problem != null
        ? List.of(problem.group())
        : myGroups.stream().map(group -> UUID.fromString(group.value())).toList();
    Map<String, Choice> people = new LinkedHashMap<>();
    for (UUID group : asked) {
      for (Groups.Seat seat : groups.seats(group)) {
        UUID organisation = seat.organisation();
        String of = organisation == null ? "" : ", " + names.getOrDefault(organisation, "");
        people.putIfAbsent(
            seat.member().toString(), new Choice(seat.member().toString(), seat.name() + of));
      }
    }
    return List.copyOf(people.values());
  }

  /** The groups of categories, and those of the typed ones that are none. */
  private List<Choice> shown(MeasureForm typed, String language) {
    return categories.current().stream()
        .filter(category -> category.parent() == null && !category.coming()
            || typed.mats().contains(category.code()))
        .map((Category category) -> new Choice(category.code(), category.name(language)))
        .toList();
  }

  private static List<Choice> days(Locale locale) {
    return Arrays.stream(DayOfWeek.values())
        .map(day ->
            new Choice(String.valueOf(day.getValue()), day.getDisplayName(TextStyle.FULL, locale)))
        .toList();
  }

  private List<Choice> first(String key, List<Choice> rest) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", sentences.text(key)));
    all.addAll(rest);
    return all;
  }
}
