package se.samlad.measure.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.Sentences;
import se.samlad.measure.Dose;
import se.samlad.measure.EarliestVerdict;
import se.samlad.measure.IndicatorWords;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureEvent;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.MeasureStatus;
import se.samlad.measure.MeasureType;
import se.samlad.measure.Measures;
import se.samlad.measure.Outcome;
import se.samlad.measure.Progress;
import se.samlad.problem.Problem;
import se.samlad.problem.Problems;

/** Puts together what the pages show. */
@Component
class MeasureViews {

  private static final int ROWS = 100;

  private final Measures measures;
  private final Problems problems;
  private final Organisations organisations;
  private final Groups groups;
  private final Members members;
  private final EarliestVerdict verdict;
  private final IndicatorWords words;
  private final Sentences sentences;
  private final Clock clock;

  MeasureViews(
      Measures measures,
      Problems problems,
      Organisations organisations,
      Groups groups,
      Members members,
      EarliestVerdict verdict,
      IndicatorWords words,
      Sentences sentences,
      Clock clock) {
    this.measures = measures;
    this.problems = problems;
    this.organisations = organisations;
    this.groups = groups;
    this.members = members;
    this.verdict = verdict;
    this.words = words;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** A row of the list. */
  record Row(Measure measure, String owner, String statusKind, boolean overdue, boolean mine) {}

  /** The list with its filter. */
  record ListPage(
      List<Crumb> crumbs,
      List<Row> rows,
      int total,
      String whose,
      String status,
      String group,
      List<Choice> statuses,
      List<Choice> groups,
      @Nullable String more,
      boolean mayPropose) {}

  /** One measure with everything around it. */
  record OnePage(
      List<Crumb> crumbs,
      Measure measure,
      String statusKind,
      Problem problem,
      boolean problemShown,
      String owner,
      @Nullable String person,
      @Nullable String group,
      @Nullable MeasureType type,
      String typeName,
      String indicator,
      boolean acts,
      boolean answers,
      boolean coordinatesOwner,
      boolean titleHidden,
      boolean coordinator,
      boolean overdue,
      boolean due,
      List<MeasureEvent> history,
      @Nullable Dose dose,
      EarliestVerdict.@Nullable Answer verdict,
      List<Choice> progress,
      List<Choice> outcomes) {}

  ListPage list(String whose, String status, String group, int page) {
    LocalDate today = today();
    Actor actor = CurrentActor.get();
    MeasureFilter filter = filter(actor, whose, status, group);
    Map<UUID, String> owners = organisations.all().stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
    List<Row> all = measures.list(filter).stream()
        .map(measure -> new Row(
            measure,
            owners.getOrDefault(measure.ownerOrg(), ""),
            kind(measure.status()),
            measure.overdue(today),
            measures.answersFor(measure)))
        .sorted((a, b) -> Boolean.compare(b.overdue(), a.overdue()))
        .toList();
    int shown = Math.min(all.size(), page * ROWS);
    String more = shown < all.size()
        ? "/atgarder?vad=" + whose + "&status=" + status + "&grupp=" + group + "&sida=" + (page + 1)
        : null;
    return new ListPage(
        List.of(new Crumb("/atgarder", sentences.text("measure.nav"))),
        all.subList(0, shown),
        all.size(),
        whose,
        status,
        group,
        statuses(),
        groupChoices(actor),
        more,
        actor.has(Role.COORDINATOR) || actor.has(Role.GROUP_MEMBER));
  }

  OnePage one(UUID id) {
    Measure measure = measures.get(id);
    Problem problem = problems.get(measure.problem());
    Locale locale = LocaleContextHolder.getLocale();
    List<MeasureEvent> history = measures.history(id);
    UUID named = measure.ownerMember();
    MeasureType type = measures.types().stream()
        .filter(candidate -> candidate.code().equals(measure.typeCode()))
        .findFirst()
        .orElse(null);
    return new OnePage(
        List.of(
            new Crumb("/atgarder", sentences.text("measure.nav")),
            new Crumb("", sentences.text("measure.number", measure.number()))),
        measure,
        kind(measure.status()),
        problem,
        CurrentActor.get().has(Role.COORDINATOR)
            || CurrentActor.get().groups().stream().anyMatch(problem::workedBy),
        organisations.find(measure.ownerOrg()).map(Organisation::name).orElse(""),
        named == null
            ? null
            : members.find(named).map(member -> member.displayName()).orElse(null),
        groups.find(measure.group()).map(WorkingGroup::name).orElse(null),
        type,
        type == null ? "" : type.name(locale.getLanguage()),
        words.say(measure.watched(), locale),
        measures.actsOn(measure),
        measures.answersFor(measure),
        CurrentActor.get().coordinates(measure.ownerOrg()),
        measures.actsOn(measure) && measures.titleHidden(id),
        CurrentActor.get().has(Role.COORDINATOR),
        measure.overdue(today()),
        measure.followUpDue(today()),
        history,
        history.stream()
            .map(MeasureEvent::dose)
            .filter(dose -> dose != null)
            .findFirst()
            .orElse(null),
        measure.status().open() ? verdict.of(measure) : null,
        choices(Progress.values(), "measure.progress."),
        choices(Outcome.values(), "measure.outcome."));
  }

  List<Choice> groupChoices(Actor actor) {
    return groups.list().stream()
        .filter(group -> actor.has(Role.COORDINATOR) || actor.groups().contains(group.id()))
        .map(group -> new Choice(group.id().toString(), group.name()))
        .toList();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
  }

  /** The chip of a status. */
  static String kind(MeasureStatus status) {
    return switch (status) {
      case PROPOSED -> "info";
      case COMMITTED, ONGOING -> "petrol";
      case CARRIED_OUT, CONCLUDED -> "ok";
      case UNDER_EVALUATION -> "varn";
      case DECLINED, CANCELLED -> "";
    };
  }

  private MeasureFilter filter(Actor actor, String whose, String status, String group) {
    MeasureFilter filter = status.equals("OPEN")
        ? MeasureFilter.open()
        : java.util.Arrays.stream(MeasureStatus.values())
            .filter(candidate -> candidate.name().equals(status))
            .findFirst()
            .map(found -> MeasureFilter.all().withStatuses(java.util.Set.of(found)))
            .orElse(MeasureFilter.all());
    UUID user = actor.user();
    if (whose.equals("mina") && user != null) {
      filter = filter.ownedBy(user, actor.organisations());
    }
    return filter.inGroup(MeasureForm.id(group));
  }

  private List<Choice> statuses() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(
                new Choice("OPEN", sentences.text("measure.list.open")),
                new Choice("", sentences.text("measure.list.all"))),
            choices(MeasureStatus.values(), "measure.status.").stream())
        .toList();
  }

  private <E extends Enum<E>> List<Choice> choices(E[] values, String prefix) {
    Function<E, Choice> named =
        value -> new Choice(value.name(), sentences.text(prefix + value.name()));
    return java.util.Arrays.stream(values).map(named).toList();
  }
}
