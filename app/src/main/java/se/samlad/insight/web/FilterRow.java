package se.samlad.insight.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.incident.IncidentSelection;
import se.samlad.insight.WeekLabels;

/** The filter as a form: what may be chosen, and what is. */
@Component
class FilterRow {

  private static final List<Integer> LENGTHS = List.of(1, 4, 13, 52);

  private final Audiences audiences;
  private final Groups groups;
  private final Organisations organisations;
  private final Areas areas;
  private final Categories categories;
  private final Clock clock;

  FilterRow(
      Audiences audiences,
      Groups groups,
      Organisations organisations,
      Areas areas,
      Categories categories,
      Clock clock) {
    this.audiences = audiences;
    this.groups = groups;
    this.organisations = organisations;
    this.areas = areas;
    this.categories = categories;
    this.clock = clock;
  }

  AnalysisPage.Filter of(AnalysisRequest request, Words words) {
    IncidentSelection selection = request.selection();
    List<Choice> areaChoices = areaChoices(words);
    List<Choice> hidden = new ArrayList<>();
    for (String name : List.of(
        AnalysisRequest.DAYS, AnalysisRequest.HOURS, AnalysisRequest.PLACE, AnalysisRequest.VIEW)) {
      String value = request.parameters().getFirst(name);
      if (value != null) {
        hidden.add(new Choice(name, value));
      }
    }
    return new AnalysisPage.Filter(
        audienceChoices(words),
        request.audience().key(),
        weekChoices(request, words),
        AnalysisRequest.weeks(request.first(), request.last()),
        areaChoices,
        orEmpty(request.parameters().getFirst("omrade")),
        categoryChoices(words),
        selection.categories().stream()
            .findFirst()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .orElse(""),
        sourceChoices(request.audience(), words),
        selection.organisations().stream().findFirst().map(Object::toString).orElse(""),
        hidden);
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  /** For whom the page is made; a choice where there are several. */
  private List<Choice> audienceChoices(Words words) {
    return audiences.choices(CurrentActor.get()).stream()
        .map(audience -> new Choice(audience.key(), name(audience, words)))
        .toList();
  }

  private String name(Audience audience, Words words) {
    return switch (audience) {
      case Audience.Coordinator c -> words.say("audience.coordinator");
      case Audience.Leadership l -> words.say("audience.leadership");
      case Audience.Public p -> words.say("audience.public");
      case Audience.Group(var id) ->
        groups.find(id).map(WorkingGroup::name).orElse(words.say("audience.group"));
      case Audience.Organisation(var id) ->
        organisations.find(id).map(Organisation::name).orElse(words.say("audience.organisation"));
    };
  }

  /** Periods that end with the last closed week, and the one that is shown when it is another. */
  private List<Choice> weekChoices(AnalysisRequest request, Words words) {
    IsoWeek newest = IsoWeek.of(clock.instant()).plus(-1);
    List<Choice> choices = new ArrayList<>();
    for (int length : LENGTHS) {
      IsoWeek first = newest.plus(1 - length);
      choices.add(new Choice(AnalysisRequest.weeks(first, newest), label(first, newest, words)));
    }
    Choice shown = new Choice(
        AnalysisRequest.weeks(request.first(), request.last()),
        label(request.first(), request.last(), words));
    if (!choices.contains(shown)) {
      choices.addFirst(shown);
    }
    return choices;
  }

  private static String label(IsoWeek first, IsoWeek last, Words words) {
    return first.year() == last.year()
        ? WeekLabels.of(first, last, words.locale()) + ", " + last.year()
        : words.formats().week(first.week()) + ", " + first.year() + "–"
            + words.formats().week(last.week()) + ", " + last.year();
  }

  private List<Choice> areaChoices(Words words) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", words.say("filter.everywhere")));
    areas
        .main()
        .forEach(area -> choices.add(new Choice(
            area.code().contains(",") ? area.id().toString() : area.code(), area.name())));
    choices.add(new Choice("utan", words.say("outside")));
    return choices;
  }

  private List<Choice> categoryChoices(Words words) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", words.say("filter.allCategories")));
    categories.current().stream()
        .filter(category -> category.parent() == null)
        .forEach(category -> choices.add(new Choice(
            category.code().toLowerCase(Locale.ROOT),
            category.name(words.locale().getLanguage()))));
    return choices;
  }

  /** Owners by name are for the EST coordinator; a group knows sources by kind. */
  private List<Choice> sourceChoices(Audience audience, Words words) {
    if (!(audience instanceof Audience.Coordinator) || !CurrentActor.get().has(Role.COORDINATOR)) {
      return List.of();
    }
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", words.say("filter.allSources")));
    organisations
        .list()
        .forEach(organisation ->
            choices.add(new Choice(organisation.id().toString(), organisation.name())));
    return choices;
  }
}
