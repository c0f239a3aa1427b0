package se.samlad.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.access.Member;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.Unit;
import se.samlad.ground.access.Units;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Formats;
import se.samlad.ground.web.NavItem;
import se.samlad.reporting.Checklists;
import se.samlad.reporting.OwnPictures;
import se.samlad.reporting.UnitAnswers;
import se.samlad.reporting.UnitLeaders;

/** {@code /min-organisation}: an organisation's coordinator compiles its own week before the meeting, and says who answers for its units. */
@Controller
@RequestMapping("/min-organisation")
@RequiresRole(Role.ORGANISATION_COORDINATOR)
class OwnWeekPages {

  private final OwnPictures pictures;
  private final Checklists checklists;
  private final UnitAnswers answers;
  private final UnitLeaders leaders;
  private final Units units;
  private final Members members;
  private final Organisations organisations;
  private final Categories categories;
  private final FormSentences sentences;
  private final Clock clock;

  OwnWeekPages(
      OwnPictures pictures,
      Checklists checklists,
      UnitAnswers answers,
      UnitLeaders leaders,
      Units units,
      Members members,
      Organisations organisations,
      Categories categories,
      FormSentences sentences,
      Clock clock) {
    this.pictures = pictures;
    this.checklists = checklists;
    this.answers = answers;
    this.leaders = leaders;
    this.units = units;
    this.members = members;
    this.organisations = organisations;
    this.categories = categories;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** A category with how many incidents. */
  record Count(String category, int incidents) {}

  /** A unit's week, and who answers for it. */
  record UnitLine(
      UUID id,
      String name,
      UnitAnswers.Answer answer,
      Checklists.@Nullable Looked looked,
      List<Choice> leaders) {}

  /** What the page shows. {@code comment} is what is written now, {@code sentAt} when the standing one was sent. */
  record Page(
      UUID organisation,
      String name,
      List<Choice> others,
      IsoWeek week,
      String days,
      @Nullable IsoWeek later,
      int incidents,
      List<Count> counts,
      List<UnitLine> units,
      List<Choice> members,
      String comment,
      @Nullable Instant writtenAt,
      boolean hidden,
      int items) {}

  @Bean
  static NavItem ownWeekLink() {
    return NavItem.menu(
        36, "/min-organisation", "weekly.own.title", "hus", Role.ORGANISATION_COORDINATOR);
  }

  @GetMapping
  String show(
      @RequestParam(defaultValue = "") String vecka,
      @RequestParam(required = false) @Nullable UUID organisation,
      Locale locale,
      Model model) {
    return show(own(organisation), week(vecka), null, locale, model);
  }

  @PostMapping("/{organisation}/{vecka}/kommentar")
  String comment(
      @PathVariable UUID organisation,
      @PathVariable String vecka,
      @RequestParam(defaultValue = "") String kommentar,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    Organisation own = own(organisation);
    IsoWeek week = week(vecka);
    try {
      var guarded = pictures.write(own.id(), week, kommentar);
      flash.addFlashAttribute(
          "notice",
          guarded.doubtful()
              ? "weekly.own.comment.hidden"
              : guarded.masked() ? "weekly.own.comment.masked" : "weekly.own.comment.sent");
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("errors", sentences.of(invalid));
      return show(own, week, kommentar, locale, model);
    }
    return back(own, week);
  }

  @PostMapping("/{organisation}/{vecka}/kommentar/granskad")
  String pass(
      @PathVariable UUID organisation, @PathVariable String vecka, RedirectAttributes flash) {
    Organisation own = own(organisation);
    pictures.pass(own.id(), week(vecka));
    flash.addFlashAttribute("notice", "weekly.own.comment.sent");
    return back(own, week(vecka));
  }

  @PostMapping("/enhet/{id}/ansvarig")
  String name(@PathVariable("id") UUID id, @RequestParam UUID medlem, RedirectAttributes flash) {
    leaders.name(id, medlem);
    flash.addFlashAttribute("notice", "weekly.own.leader.named");
    return back(own(units.get(id).organisation()), week(""));
  }

  @PostMapping("/enhet/{id}/ansvarig/{medlem}/bort")
  String dismiss(@PathVariable("id") UUID id, @PathVariable UUID medlem, RedirectAttributes flash) {
    leaders.dismiss(id, medlem);
    flash.addFlashAttribute("notice", "weekly.own.leader.dismissed");
    return back(own(units.get(id).organisation()), week(""));
  }

  private static String back(Organisation own, IsoWeek week) {
    return "redirect:/min-organisation?organisation=" + own.id() + "&vecka=" + week.slug();
  }

  private Organisation own(@Nullable UUID wanted) {
    return organisations.list().stream()
        .filter(one -> CurrentActor.get().coordinates(one.id()))
        .filter(one -> wanted == null || one.id().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new NotFound("organisation " + wanted));
  }

  private IsoWeek week(String text) {
    IsoWeek now = IsoWeek.of(clock.instant());
    return IsoWeek.parse(text).filter(wanted -> wanted.compareTo(now) <= 0).orElse(now.plus(-1));
  }

  private String show(
      Organisation own, IsoWeek week, @Nullable String typed, Locale locale, Model model) {
    Map<String, String> names = categories.current().stream()
        .collect(
            Collectors.toMap(Category::code, one -> one.name(locale.getLanguage()), (a, b) -> a));
    List<Count> counts = pictures.counts(own.id(), week).stream()
        .map(count ->
            new Count(names.getOrDefault(count.category(), count.category()), count.incidents()))
        .toList();
    List<Member> all = members.listOf(own.id()).stream()
        .filter(member -> !member.serviceAccount())
        .toList();
    var comment = pictures.comment(own.id(), week);
    model.addAttribute(
        "page",
        new Page(
            own.id(),
            own.name(),
            organisations.list().stream()
                .filter(
                    one -> CurrentActor.get().coordinates(one.id()) && !one.id().equals(own.id()))
                .map(one -> new Choice(one.id().toString(), one.name()))
                .toList(),
            week,
            Formats.in(locale).dates(week.monday(), week.sunday()),
            week.equals(IsoWeek.of(clock.instant())) ? null : week.plus(1),
            counts.stream().mapToInt(Count::incidents).sum(),
            counts,
            lines(own, week, all),
            all.stream()
                .map(member -> new Choice(member.id().toString(), member.displayName()))
                .toList(),
            typed != null ? typed : comment.map(OwnPictures.Comment::words).orElse(""),
            comment.map(OwnPictures.Comment::at).orElse(null),
            comment.filter(OwnPictures.Comment::hidden).isPresent(),
            checklists.of(own.id()).items().size()));
    return "reporting/own-week";
  }

  private List<UnitLine> lines(Organisation own, IsoWeek week, List<Member> all) {
    Map<UUID, Checklists.Looked> looked = checklists.looked(own.id(), week);
    Map<UUID, List<UUID>> led = leaders.list();
    Map<UUID, Member> known =
        all.stream().collect(Collectors.toMap(Member::id, Function.identity()));
    return units.listOf(own.id()).stream()
        .filter((Unit unit) -> unit.activeOn(week.monday()) || unit.activeOn(week.sunday()))
        .map(unit -> new UnitLine(
            unit.id(),
            unit.name(),
            answers.of(unit.id(), week),
            looked.get(unit.id()),
            led.getOrDefault(unit.id(), List.of()).stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .map(member -> new Choice(member.id().toString(), member.displayName()))
                .toList()))
        .toList();
  }
}
