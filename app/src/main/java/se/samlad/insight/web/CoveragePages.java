package se.samlad.insight.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.dispatch.MailServer;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Formats;
import se.samlad.ground.web.NavItem;
import se.samlad.insight.Coverage;
import se.samlad.insight.CoverageBoard;
import se.samlad.insight.CoverageBoard.Answer;
import se.samlad.reporting.Deadlines;
import se.samlad.reporting.OwnPictures;
import se.samlad.reporting.Reminders;

/** {@code /tackning}: who has reported, who has nothing and who is silent, by organisation, unit and area; reminders by hand. */
@Controller
@RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER})
class CoveragePages {

  private static final String PATH = "/tackning";
  private static final int WEEKS = 8;

  private final Coverage coverage;
  private final Deadlines deadlines;
  private final Reminders reminders;
  private final OwnPictures pictures;
  private final Organisations organisations;
  private final Areas areas;
  private final MailServer mail;
  private final MessageSource messages;
  private final Clock clock;

  CoveragePages(
      Coverage coverage,
      Deadlines deadlines,
      Reminders reminders,
      OwnPictures pictures,
      Organisations organisations,
      Areas areas,
      MailServer mail,
      MessageSource messages,
      Clock clock) {
    this.coverage = coverage;
    this.deadlines = deadlines;
    this.reminders = reminders;
    this.pictures = pictures;
    this.organisations = organisations;
    this.areas = areas;
    this.mail = mail;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param later null when the week shown is the present one
   * @param remindable whether the viewer may remind anybody who is silent
   */
  record Page(
      IsoWeek week,
      String days,
      IsoWeek earlier,
      @Nullable IsoWeek later,
      int answered,
      int asked,
      List<Line> lines,
      String by,
      List<Choice> choices,
      CoverageBoard board,
      boolean mail,
      boolean remindable,
      List<Said> comments,
      boolean settings,
      boolean trained) {}

  /** What an organisation said of its week to the EST coordinator. */
  record Said(String organisation, String words, Instant at) {}

  /** A unit's week. */
  record Line(
      UUID unit,
      String name,
      String organisation,
      String areas,
      Answer answer,
      Instant due,
      @Nullable Instant reminded,
      boolean remindable) {}

  @Bean
  static NavItem coverageLink() {
    return NavItem.menu(
        35,
        PATH,
        "weekly.board.title",
        "svar",
        Role.COORDINATOR,
        Role.ORGANISATION_COORDINATOR,
        Role.GROUP_MEMBER);
  }

  @GetMapping(PATH)
  String show(
      @RequestParam(defaultValue = "") String vecka,
      @RequestParam(defaultValue = "") String visa,
      Locale locale,
      Model model) {
    IsoWeek now = IsoWeek.of(clock.instant());
    IsoWeek week =
        IsoWeek.parse(vecka).filter(wanted -> wanted.compareTo(now) <= 0).orElse(now.plus(-1));
    Coverage.By by = Stream.of(Coverage.By.values())
        .filter(one -> one.name().equalsIgnoreCase(visa))
        .findFirst()
        .orElse(Coverage.By.ORGANISATION);
    List<Line> lines = lines(week);
    CoverageBoard board = coverage.board(week, WEEKS, by);
    CoverageBoard alone = coverage.board(week, 1);
    model.addAttribute(
        "page",
        new Page(
            week,
            Formats.in(locale).dates(week.monday(), week.sunday()),
            week.plus(-1),
            week.equals(now) ? null : week.plus(1),
            alone.answered(),
            alone.asked(),
            lines,
            by.name(),
            Stream.of(Coverage.By.values())
                .map(one -> new Choice(
                    one.name().toLowerCase(Locale.ROOT),
                    messages.getMessage("weekly.board.by." + one, null, locale)))
                .toList(),
            board,
            mail.sends(),
            lines.stream().anyMatch(Line::remindable),
            comments(week),
            CurrentActor.get().has(Role.COORDINATOR),
            CurrentActor.get().has(Role.COORDINATOR)
                || CurrentActor.get().has(Role.ORGANISATION_COORDINATOR)));
    return "insight/coverage";
  }

  @PostMapping(PATH + "/{vecka}/paminn")
  @RequiresRole({Role.COORDINATOR, Role.ORGANISATION_COORDINATOR})
  String remind(
      @PathVariable String vecka,
      @RequestParam(required = false) @Nullable Set<UUID> enhet,
      RedirectAttributes flash) {
    IsoWeek week = IsoWeek.parse(vecka)
        .filter(wanted -> wanted.compareTo(IsoWeek.of(clock.instant())) <= 0)
        .orElseThrow(() -> new InvalidInput("vecka", "input.period.far"));
    Set<UUID> wanted = enhet == null
        ? lines(week).stream().filter(Line::remindable).map(Line::unit).collect(Collectors.toSet())
        : enhet;
    Reminders.Reached reached = reminders.byHand(wanted, week);
    flash.addFlashAttribute(
        "notice",
        "weekly.board.remind."
            + (reached.people() == 0 ? "none" : mail.sends() ? "done.mail" : "done.app"));
    return "redirect:" + PATH + "?vecka=" + week.slug();
  }

  private List<Said> comments(IsoWeek week) {
    return CurrentActor.get().has(Role.COORDINATOR)
        ? pictures.comments(week).stream()
            .filter(comment -> !comment.hidden())
            .map(comment -> new Said(
                organisations.get(comment.organisation()).name(), comment.words(), comment.at()))
            .toList()
        : List.of();
  }

  private List<Line> lines(IsoWeek week) {
    Actor actor = CurrentActor.get();
    boolean all = actor.has(Role.COORDINATOR) || actor.has(Role.GROUP_MEMBER);
    Deadlines.Plan plan = deadlines.plan();
    Map<UUID, Instant> reminded = new HashMap<>(reminders.last(week));
    Map<UUID, String> names = areas.main().stream().collect(Collectors.toMap(Area::id, Area::name));
    return coverage.week(week).stream()
        .filter(line -> all || actor.coordinates(line.organisation().id()))
        .sorted(
            Comparator.comparing((Coverage.UnitLine line) -> line.cell().answer() != Answer.SILENT))
        .map(line -> new Line(
            line.unit().id(),
            line.unit().name(),
            line.organisation().name(),
            areaNames(line.unit().areas(), names),
            line.cell().answer(),
            plan.of(line.unit(), week).at(),
            reminded.get(line.unit().id()),
            line.cell().answer() == Answer.SILENT
                && (actor.has(Role.COORDINATOR)
                    || actor.coordinates(line.organisation().id()))))
        .toList();
  }

  /** Names of the areas; a unit that covers all of them says nothing. */
  private static String areaNames(Set<UUID> covered, Map<UUID, String> names) {
    return covered.size() >= names.size()
        ? ""
        : covered.stream()
            .flatMap(id -> Optional.ofNullable(names.get(id)).stream())
            .sorted()
            .collect(Collectors.joining(", "));
  }
}
