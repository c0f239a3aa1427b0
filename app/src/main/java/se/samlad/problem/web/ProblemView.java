package se.samlad.problem.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.Formats;
import se.samlad.ground.web.Sentences;
import se.samlad.insight.Charts;
import se.samlad.insight.GroundIncidents;
import se.samlad.insight.Hotspots;
import se.samlad.insight.WeekPoint;
import se.samlad.problem.Cause;
import se.samlad.problem.CauseAnalysis;
import se.samlad.problem.CauseGroup;
import se.samlad.problem.CauseSupport;
import se.samlad.problem.Causes;
import se.samlad.problem.Problem;
import se.samlad.problem.ProblemCourse;
import se.samlad.problem.ProblemEvent;
import se.samlad.problem.ProblemIncidents;
import se.samlad.problem.ProblemNotes;
import se.samlad.problem.ProblemStatus;
import se.samlad.problem.Problems;

/** Puts the page of one problem together. */
@Component
class ProblemView {

  private static final int SHOWN = 6;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 200;

  private final Problems problems;
  private final ProblemCourse course;
  private final ProblemIncidents incidents;
  private final Causes causes;
  private final Groups groups;
  private final Hotspots hotspots;
  private final ProblemViews views;
  private final ObjectProvider<ProblemNotes> notes;
  private final Sentences sentences;

  ProblemView(
      Problems problems,
      ProblemCourse course,
      ProblemIncidents incidents,
      Causes causes,
      Groups groups,
      Hotspots hotspots,
      ProblemViews views,
      ObjectProvider<ProblemNotes> notes,
      Sentences sentences) {
    this.problems = problems;
    this.course = course;
    this.incidents = incidents;
    this.causes = causes;
    this.groups = groups;
    this.hotspots = hotspots;
    this.views = views;
    this.notes = notes;
    this.sentences = sentences;
  }

  ProblemPage of(UUID id) {
    Problem problem = problems.get(id);
    Map<UUID, String> names =
        groups.all().stream().collect(Collectors.toMap(WorkingGroup::id, WorkingGroup::name));
    CauseAnalysis analysis = causes.of(id);
    UUID hotspot = problem.hotspot();
    boolean works = course.worksOn(problem);
    return new ProblemPage(
        List.of(
            new Crumb("/problem", sentences.text("problem.nav")), new Crumb("", problem.title())),
        problem,
        names(problem, names),
        ProblemViews.kind(problem.status()),
        works,
        CurrentActor.get().has(Role.COORDINATOR),
        hotspot != null && hotspots.find(hotspot).isPresent(),
        incidents.of(problem, SHOWN).map(known -> told(problem, known)).orElse(null),
        analysis.empty() ? "" : fishbone(problem, analysis),
        branches(analysis),
        views.first("problem.cause.behind.none", directs(analysis)),
        choices(CauseGroup.values(), "problem.cause.group."),
        choices(CauseSupport.values(), "problem.cause.support."),
        Arrays.stream(ProblemStatus.values())
            .filter(status -> status != problem.status())
            .map(status -> new Choice(status.name(), sentences.text("problem.status.to." + status)))
            .toList(),
        works
            ? course.higher(problem).stream()
                .map(group -> new Choice(group.id().toString(), group.name()))
                .toList()
            : List.of(),
        notes.orderedStream().flatMap(each -> each.of(problem).stream()).toList(),
        notes.orderedStream().flatMap(each -> each.actions(problem).stream()).toList(),
        problems.history(id).stream().map(event -> told(event, names)).toList());
  }

  private ProblemPage.Names names(Problem problem, Map<UUID, String> names) {
    UUID area = problem.areaId();
    return new ProblemPage.Names(
        names.getOrDefault(problem.group(), ""),
        problem.liftedTo().stream().map(group -> names.getOrDefault(group, "")).toList(),
        area == null ? null : views.areaNames().get(area),
        views.categories(problem));
  }

  private ProblemPage.Incidents told(Problem problem, ProblemIncidents.Known known) {
    Locale locale = LocaleContextHolder.getLocale();
    Formats formats = Formats.in(locale);
    int count = known.found().count();
    String weeks = known.weeks().isEmpty()
        ? ""
        : Charts.line(
            known.weeks(), Set.of(), described(problem, known.weeks()), WIDTH, HEIGHT, locale);
    return new ProblemPage.Incidents(
        count,
        sentences.text(
            "problem.incidents.shown", known.found().newest().size(), formats.number(count)),
        weeks,
        sentences.text(known.everyKind() ? "problem.weeks.every" : "problem.weeks.kinds"),
        known.found().newest().stream().map(line -> line(line, formats)).toList(),
        all(problem, known));
  }

  private String described(Problem problem, List<WeekPoint> weeks) {
    WeekPoint last = weeks.getLast();
    return sentences.text(
        "problem.weeks.description",
        problem.title(),
        weeks.size(),
        last.week().week(),
        last.value());
  }

  /** The analysis shows a whole area's selection; it has no address for the ground of a point. */
  private static @Nullable String all(Problem problem, ProblemIncidents.Known known) {
    UUID area = problem.areaId();
    if (known.everyKind() || area == null) {
      return null;
    }
    return "/analys?omrade=" + area + "&kategori=" + String.join(",", problem.categories());
  }

  private ProblemPage.Line line(GroundIncidents.Line line, Formats formats) {
    var at = line.at();
    return new ProblemPage.Line(
        line.id(),
        line.number(),
        at == null ? formats.week(line.week()) : formats.tableMoment(at),
        views.category(line.category()),
        line.placeLabel());
  }

  private String fishbone(Problem problem, CauseAnalysis analysis) {
    return Fishbone.draw(
        analysis,
        problem.title(),
        sentences.text(
            "problem.cause.drawing", problem.title(), analysis.causes().size()),
        group -> sentences.text("problem.cause.group." + group),
        this::said);
  }

  private List<ProblemPage.Branch> branches(CauseAnalysis analysis) {
    return Arrays.stream(CauseGroup.values())
        .map(group -> new ProblemPage.Branch(
            group, sentences.text("problem.cause.group." + group), lines(analysis, group)))
        .filter(branch -> !branch.causes().isEmpty())
        .toList();
  }

  private List<ProblemPage.CauseLine> lines(CauseAnalysis analysis, CauseGroup group) {
    List<ProblemPage.CauseLine> lines = new ArrayList<>();
    for (Cause direct : analysis.direct(group)) {
      lines.add(line(direct));
      analysis.behind(direct).forEach(behind -> lines.add(line(behind)));
    }
    return lines;
  }

  private ProblemPage.CauseLine line(Cause cause) {
    return new ProblemPage.CauseLine(
        cause.id(),
        said(cause),
        !cause.direct(),
        sentences.text("problem.cause.support." + cause.support()),
        cause.hidden());
  }

  private List<Choice> directs(CauseAnalysis analysis) {
    return analysis.causes().stream()
        .filter(Cause::direct)
        .map(cause -> new Choice(cause.id().toString(), said(cause)))
        .toList();
  }

  private String said(Cause cause) {
    return cause.words().isEmpty() ? sentences.text("problem.hidden") : cause.words();
  }

  private ProblemPage.Event told(ProblemEvent event, Map<UUID, String> names) {
    UUID to = event.toGroup();
    ProblemStatus status = event.status();
    String what = switch (event.kind()) {
      case OPENED, CAUSE_ADDED, CAUSE_REMOVED -> sentences.text("problem.event." + event.kind());
      case STATUS -> sentences.text("problem.status." + status);
      case LIFTED ->
        sentences.text("problem.event.LIFTED", to == null ? "" : names.getOrDefault(to, ""));
    };
    boolean reason =
        event.kind() == ProblemEvent.Kind.STATUS || event.kind() == ProblemEvent.Kind.LIFTED;
    String words = event.hidden() && event.words().isEmpty()
        ? sentences.text("problem.hidden")
        : event.words();
    return new ProblemPage.Event(
        event.id(), event.at(), what, event.byName(), words, event.hidden(), reason);
  }

  private <E extends Enum<E>> List<Choice> choices(E[] values, String prefix) {
    return Arrays.stream(values)
        .map(value -> new Choice(value.name(), sentences.text(prefix + value.name())))
        .toList();
  }
}
