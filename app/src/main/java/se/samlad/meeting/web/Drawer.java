package se.samlad.meeting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.web.Choice;
import se.samlad.insight.Hotspot;
import se.samlad.measure.MeasureDraft;
import se.samlad.measure.Measures;
import se.samlad.meeting.web.MeetingAddress.At;
import se.samlad.meeting.web.Slides.Slide;
import se.samlad.problem.Problem;
import se.samlad.problem.Problems;

/** What the decision drawer offers, with everything that can be known filled in. */
@Component
class Drawer {

  private final Measures measures;
  private final Problems problems;
  private final Organisations organisations;
  private final Groups groups;
  private final Categories categories;
  private final MeetingAddress address;
  private final MeetingWords words;

  Drawer(
      Measures measures,
      Problems problems,
      Organisations organisations,
      Groups groups,
      Categories categories,
      MeetingAddress address,
      MeetingWords words) {
    this.measures = measures;
    this.problems = problems;
    this.organisations = organisations;
    this.groups = groups;
    this.categories = categories;
    this.address = address;
    this.words = words;
  }

  record Offers(
      List<Choice> problems,
      List<Choice> types,
      List<Choice> organisations,
      List<Choice> people,
      List<Choice> kinds) {}

  /** The drawer as it opens: this place, followed up in four weeks after it is done, measured by the commonest kind here. */
  AgreementForm blank(Slide slide) {
    Hotspot hotspot = slide.hotspot();
    LocalDate doneBy = address.today().plusWeeks(2);
    return new AgreementForm(
        hotspot == null ? "" : hotspot.id().toString(),
        "",
        "",
        "",
        hotspot == null ? "" : hotspot.name(),
        "",
        "",
        doneBy.toString(),
        doneBy.plusWeeks(MeasureDraft.DEFAULT_WEEKS).toString(),
        hotspot == null ? "" : hotspot.categories().getFirst().categoryGroup(),
        String.valueOf(slide.number()));
  }

  Offers offers(At at) {
    String language = words.locale().getLanguage();
    Map<UUID, String> names = organisations.all().stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
    return new Offers(
        problems.list(at.groupId()).stream()
            .limit(30)
            .map((Problem problem) -> new Choice(problem.id().toString(), problem.title()))
            .toList(),
        first(measures.types().stream()
            .map(type -> new Choice(type.code(), type.name(language)))
            .toList()),
        first(organisations.list().stream()
            .map(org -> new Choice(org.id().toString(), org.name()))
            .toList()),
        people(at, names),
        categories.current().stream()
            .filter(category -> category.parent() == null && !category.coming())
            .map(category -> new Choice(category.code(), category.name(language)))
            .toList());
  }

  private List<Choice> people(At at, Map<UUID, String> names) {
    List<Choice> people = new ArrayList<>();
    people.add(new Choice("", words.text("meeting.nobody")));
    for (Groups.Seat seat : groups.seats(at.groupId())) {
      UUID organisation = seat.organisation();
      String of = organisation == null ? "" : ", " + names.getOrDefault(organisation, "");
      people.add(new Choice(seat.member().toString(), seat.name() + of));
    }
    return people;
  }

  private List<Choice> first(List<Choice> rest) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", words.text("meeting.choose")));
    all.addAll(rest);
    return all;
  }
}
