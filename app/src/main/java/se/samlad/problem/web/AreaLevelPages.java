package se.samlad.problem.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Sentences;
import se.samlad.problem.AreaLevel;
import se.samlad.problem.AreaLevelChange;
import se.samlad.problem.AreaLevels;

/** How a group judges its areas: the level of each, why, since when, and who is told when it changes. */
@Controller
@RequiresRole({Role.GROUP_MEMBER, Role.COORDINATOR, Role.LEADERSHIP})
class AreaLevelPages {

  private final AreaLevels levels;
  private final Groups groups;
  private final Areas areas;
  private final Sentences sentences;
  private final Clock clock;

  AreaLevelPages(AreaLevels levels, Groups groups, Areas areas, Sentences sentences, Clock clock) {
    this.levels = levels;
    this.groups = groups;
    this.areas = areas;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** What was typed about one area. */
  record Said(
      @Nullable String omrade,
      @Nullable String sett,
      @Nullable String lage,
      @Nullable String motivering) {

    static final Said NOTHING = new Said(null, null, null, null);
  }

  /** A level to choose. */
  record Offer(String code, String name, String tone, String criteria) {}

  /** A judgement in the reader's words. */
  record Judged(
      UUID id,
      String name,
      String tone,
      Instant since,
      String motivation,
      boolean hidden,
      @Nullable String by,
      @Nullable String informs,
      boolean extraMeeting) {}

  /** An area of the group with its judgement, null when it has none, and those before it. */
  record Row(UUID area, String name, String seen, @Nullable Judged now, List<Judged> before) {}

  /** The page. */
  record Page(
      List<Crumb> crumbs,
      WorkingGroup group,
      List<WorkingGroup> others,
      List<Row> rows,
      List<Offer> offers,
      boolean judges,
      boolean coordinator,
      String extraMeeting) {}

  @GetMapping("/problem/lagen")
  String first() {
    return groups.list().stream()
        .filter(AreaLevelPages::sees)
        .findFirst()
        .map(group -> "redirect:/problem/lagen/" + group.slug())
        .orElse("redirect:/problem");
  }

  @GetMapping("/problem/lagen/{grupp}")
  String show(@PathVariable("grupp") String slug, Model model) {
    return show(model, slug, Said.NOTHING, List.of());
  }

  @PostMapping("/problem/lagen/{grupp}")
  String judge(
      @PathVariable("grupp") String slug,
      @ModelAttribute("said") Said said,
      RedirectAttributes flash,
      HttpServletResponse response,
      Model model) {
    WorkingGroup group = group(slug);
    UUID area = ProblemForm.id(said.omrade()).orElseThrow(() -> new NotFound("area"));
    List<FieldError> errors = sentences.attempt(
        response,
        "motivering",
        () -> levels.change(
            group.id(),
            area,
            ProblemForm.text(said.sett()),
            ProblemForm.text(said.lage()),
            ProblemForm.text(said.motivering())));
    if (!errors.isEmpty()) {
      return show(model, slug, said, errors);
    }
    flash.addFlashAttribute("notice", "problem.level.done");
    return "redirect:/problem/lagen/" + slug + "#o-" + area;
  }

  @PostMapping("/problem/lagen/{grupp}/{change}/visning")
  String showMotivation(
      @PathVariable("grupp") String slug,
      @PathVariable("change") UUID change,
      RedirectAttributes flash) {
    levels.show(change);
    flash.addFlashAttribute("notice", "problem.done.shown");
    return "redirect:/problem/lagen/" + slug;
  }

  private String show(Model model, String slug, Said said, List<FieldError> errors) {
    WorkingGroup group = group(slug);
    Map<String, AreaLevel> known =
        levels.levels().stream().collect(Collectors.toMap(AreaLevel::code, Function.identity()));
    Map<UUID, AreaLevelChange> current = levels.current(group.id());
    List<Row> rows = areas.main().stream()
        .filter(area -> group.wholeMunicipality() || group.areas().contains(area.id()))
        .map(area -> row(group, area, current.get(area.id()), known))
        .toList();
    Actor actor = CurrentActor.get();
    model.addAttribute(
        "page",
        new Page(
            List.of(
                new Crumb("/problem", sentences.text("problem.nav")),
                new Crumb("", sentences.text("problem.level.title"))),
            group,
            groups.list().stream()
                .filter(AreaLevelPages::sees)
                .filter(other -> !other.id().equals(group.id()))
                .toList(),
            rows,
            levels.levels().stream().map(AreaLevelPages::offer).toList(),
            actor.has(Role.COORDINATOR) || actor.groups().contains(group.id()),
            actor.has(Role.COORDINATOR),
            extraMeeting(group)));
    model.addAttribute("said", said);
    model.addAttribute("errors", errors);
    return "problem/levels";
  }

  private Row row(
      WorkingGroup group, Area area, @Nullable AreaLevelChange now, Map<String, AreaLevel> known) {
    List<AreaLevelChange> all = now == null ? List.of() : levels.history(group.id(), area.id());
    return new Row(
        area.id(),
        area.name(),
        now == null ? "" : now.level(),
        now == null ? null : judged(now, known),
        all.stream().skip(1).limit(12).map(change -> judged(change, known)).toList());
  }

  private Judged judged(AreaLevelChange change, Map<String, AreaLevel> known) {
    AreaLevel level = known.get(change.level());
    String motivation = change.hidden() && change.motivation().isEmpty()
        ? sentences.text("problem.hidden")
        : change.motivation();
    return new Judged(
        change.id(),
        level == null ? change.level() : level.name(locale()),
        level == null ? "" : tone(level),
        change.at(),
        motivation,
        change.hidden(),
        change.byName(),
        level == null ? null : informs(level),
        level != null && level.extraMeeting());
  }

  private @Nullable String informs(AreaLevel level) {
    Integer hours = level.withinHours();
    if (level.informs().isEmpty()) {
      return null;
    }
    return hours == null
        ? sentences.text("problem.level.informs", level.informs())
        : sentences.text("problem.level.informsWithin", level.informs(), hours);
  }

  /** A meeting of today: opening its page takes nobody's time until it is started. */
  private String extraMeeting(WorkingGroup group) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), IsoWeek.ZONE);
    return "/moten/" + group.slug() + "/" + Period.days(today, today).slug();
  }

  private WorkingGroup group(String slug) {
    WorkingGroup group = groups.getBySlug(slug);
    if (!sees(group)) {
      throw new NotFound("group " + slug);
    }
    return group;
  }

  private static boolean sees(WorkingGroup group) {
    Actor actor = CurrentActor.get();
    return actor.has(Role.COORDINATOR)
        || actor.has(Role.LEADERSHIP)
        || actor.groups().contains(group.id());
  }

  private static Offer offer(AreaLevel level) {
    return new Offer(level.code(), level.name(locale()), tone(level), level.criteria());
  }

  /** The chip of a level. */
  static String tone(AreaLevel level) {
    return switch (level.tone()) {
      case GREEN -> "ok";
      case YELLOW -> "varn";
      case RED -> "fara";
      case GREY -> "";
    };
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
