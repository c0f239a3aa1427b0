package se.samlad.incident.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import se.samlad.catalogue.Category;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.Area;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.incident.IncidentSelection;

/** The row of filters above a list: what can be chosen, and what is. */
@Component
class FilterModel {

  private static final int SINGLE_WEEKS = 9;
  private static final List<String> KEPT = List.of("tid", "kand", "dag", "timme");
  private static final int[] SPANS = {4, 13, 52};

  private final Organisations organisations;
  private final Told told;
  private final Clock clock;

  FilterModel(Organisations organisations, Told told, Clock clock) {
    this.organisations = organisations;
    this.told = told;
    this.clock = clock;
  }

  InboxView.Filter filter(
      IncidentSelection selection, MultiValueMap<String, String> written, Told.Names names) {
    String period = first(written, "vecka");
    List<Choice> periods = periods(period, selection);
    return new InboxView.Filter(
        periods,
        period,
        written.getFirst("fran"),
        written.getFirst("till"),
        withMany(areas(names), first(written, "omrade")),
        first(written, "omrade"),
        withMany(choices(names), first(written, "kategori")),
        first(written, "kategori"),
        withMany(owners(), first(written, "kalla")),
        first(written, "kalla"),
        selection.text(),
        KEPT.stream()
            .filter(written::containsKey)
            .map(name -> new Choice(name, first(written, name)))
            .toList(),
        more(selection),
        written.size() > 1 || !periods.getFirst().value().equals(period));
  }

  /** The whole filter as one line, for what is written out. */
  String sentence(IncidentSelection selection, Told.Names names) {
    List<String> parts = new ArrayList<>();
    parts.add(period(selection));
    if (selection.outsideAreas()) {
      parts.add(told.text("incident.area.outside"));
    } else {
      names.areas().stream()
          .filter(area -> selection.areas().contains(area.id()))
          .forEach(area -> parts.add(area.name()));
    }
    selection.categories().stream().sorted().forEach(code -> parts.add(told.category(code, names)));
    selection.organisations().stream()
        .sorted()
        .forEach(owner -> parts.add(told.origin(owner, names)));
    if (!selection.text().isBlank()) {
      parts.add("”" + selection.text() + "”");
    }
    String more = more(selection);
    if (!more.isEmpty()) {
      parts.add(more);
    }
    return String.join(", ", parts);
  }

  /** v. 47, v. 44–47, or dates. */
  String period(IncidentSelection selection) {
    LocalDate last = selection.to().minusDays(1);
    if (!weeks(selection)) {
      return told.formats().dates(selection.from(), last);
    }
    IsoWeek first = IsoWeek.of(selection.from());
    IsoWeek end = IsoWeek.of(last);
    String start = told.formats().week(first.week());
    if (first.equals(end)) {
      return start + " " + first.year();
    }
    return first.year() == end.year()
        ? start + "–" + end.week() + " " + end.year()
        : start + " " + first.year() + " – " + told.formats().week(end.week()) + " " + end.year();
  }

  /** What narrows the list besides the fields, in words; empty when nothing does. */
  private String more(IncidentSelection selection) {
    List<String> parts = new ArrayList<>();
    if (selection.by() == IncidentSelection.By.RECEIPT) {
      parts.add(told.text("incident.filter.byReceipt"));
    }
    selection
        .knownAt()
        .ifPresent(moment ->
            parts.add(told.text("incident.filter.knownAt", told.formats().moment(moment))));
    if (!selection.weekdays().isEmpty()) {
      parts.add(selection.weekdays().stream()
          .sorted()
          .map(day -> told.formats().weekday(selection.from().with(day)))
          .collect(java.util.stream.Collectors.joining(", ")));
    }
    if (selection.fromHour() != 0 || selection.toHour() != 24) {
      parts.add(told.text(
          "incident.filter.hours", selection.fromHour() + "–" + (selection.toHour() - 1)));
    }
    return parts.isEmpty() ? "" : told.text("incident.filter.only", String.join(", ", parts));
  }

  /** Several values at once have no choice of their own in a list. */
  private List<Choice> withMany(List<Choice> choices, String chosen) {
    if (choices.stream().anyMatch(choice -> choice.value().equals(chosen)) || chosen.isEmpty()) {
      return choices;
    }
    List<Choice> more = new ArrayList<>(choices);
    more.add(new Choice(chosen, told.text("incident.filter.many")));
    return more;
  }

  static List<Choice> choices(Told.Names names) {
    String language = names.locale().getLanguage();
    return names.categories().values().stream()
        .sorted(Comparator.comparingInt(Category::order).thenComparing(Category::code))
        .map(category -> new Choice(
            category.code().toLowerCase(java.util.Locale.ROOT),
            (category.parent() == null ? "" : "– ") + category.name(language)))
        .toList();
  }

  private static boolean weeks(IncidentSelection selection) {
    return selection.from().getDayOfWeek() == DayOfWeek.MONDAY
        && selection.to().getDayOfWeek() == DayOfWeek.MONDAY;
  }

  private List<Choice> periods(String chosen, IncidentSelection selection) {
    IsoWeek now = IsoWeek.of(clock.instant());
    List<Choice> periods = new ArrayList<>();
    for (int span : SPANS) {
      periods.add(new Choice(
          now.plus(1 - span).slug() + "--" + now.slug(), told.text("incident.filter.weeks", span)));
    }
    for (int back = 0; back < SINGLE_WEEKS; back++) {
      IsoWeek week = now.plus(-back);
      periods.add(new Choice(week.slug(), told.formats().week(week.week()) + " " + week.year()));
    }
    if (periods.stream().noneMatch(choice -> choice.value().equals(chosen))) {
      periods.add(new Choice(chosen, period(selection)));
    }
    return periods;
  }

  private List<Choice> areas(Told.Names names) {
    List<Choice> areas = new ArrayList<>();
    areas.add(new Choice("", told.text("incident.filter.areas")));
    for (Area area : names.areas()) {
      areas.add(
          new Choice(area.code().contains(",") ? area.id().toString() : area.code(), area.name()));
    }
    areas.add(new Choice("utan", told.text("incident.area.outside")));
    return areas;
  }

  private List<Choice> owners() {
    Actor actor = CurrentActor.get();
    return organisations.list().stream()
        .filter(organisation -> actor.has(Role.COORDINATOR) || actor.coordinates(organisation.id()))
        .map(FilterModel::choice)
        .toList();
  }

  private static Choice choice(Organisation organisation) {
    return new Choice(organisation.id().toString(), organisation.name());
  }

  private static String first(MultiValueMap<String, String> written, String name) {
    String value = written.getFirst(name);
    return value == null ? "" : value;
  }
}
