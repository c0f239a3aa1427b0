package se.samlad.intake.events;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.Formats;
import se.samlad.ground.web.NavItem;
import se.samlad.intake.feed.FeedKind;
import se.samlad.intake.feed.Feeds;

/**
 * {@code /handelser/polisnotiser}: the police's own notices of a week, beside the picture. Their only place is a municipality or a county;
 * an area is shown when the notice's own words name it.
 */
@Controller
@ConditionalOnWebApplication
@RequiresRole(Role.COORDINATOR)
class PoliceNoticePages {

  private static final String PATH = "/handelser/polisnotiser";
  private static final String SITE = "https://polisen.se";

  private final PoliceNotices notices;
  private final Feeds feeds;
  private final Areas areas;
  private final MessageSource messages;
  private final Clock clock;

  PoliceNoticePages(
      PoliceNotices notices, Feeds feeds, Areas areas, MessageSource messages, Clock clock) {
    this.notices = notices;
    this.feeds = feeds;
    this.areas = areas;
    this.messages = messages;
    this.clock = clock;
  }

  /** An earlier wording. */
  record Earlier(String published, String type, String summary) {}

  /**
   * A notice as listed.
   *
   * @param named areas that its words name
   * @param link where it stands with the police, or empty
   */
  record Line(
      String when,
      boolean exact,
      String type,
      String place,
      String summary,
      String named,
      String link,
      boolean removed,
      List<Earlier> earlier) {}

  record Page(
      List<Crumb> crumbs,
      String heading,
      List<Line> lines,
      String week,
      String before,
      String after,
      String area,
      List<Choice> areas,
      boolean on) {}

  @Bean
  static NavItem policeNoticesLink() {
    return NavItem.menu(36, PATH, "police.title", "ordning", Role.COORDINATOR);
  }

  @GetMapping(PATH)
  String list(
      @RequestParam(defaultValue = "") String vecka,
      @RequestParam(defaultValue = "") String omrade,
      Model model,
      Locale locale) {
    IsoWeek week = vecka.isEmpty()
        ? IsoWeek.of(clock.instant())
        : IsoWeek.parse(vecka).orElseThrow(() -> new NotFound("week"));
    List<Area> all = areas.main();
    Optional<Area> chosen =
        all.stream().filter(area -> area.id().toString().equals(omrade)).findFirst();
    if (!omrade.isEmpty() && chosen.isEmpty()) {
      throw new NotFound("area");
    }
    List<Line> lines = notices.of(week).stream()
        .filter(listed -> chosen.isEmpty() || names(listed.notice(), chosen.get()))
        .map(listed -> line(listed, all, Formats.in(locale)))
        .toList();
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", text("police.area.all", locale)));
    all.forEach(area -> choices.add(new Choice(area.id().toString(), area.name())));
    model.addAttribute(
        "page",
        new Page(
            List.of(
                new Crumb("/handelser", text("police.incidents", locale)),
                new Crumb(PATH, text("police.title", locale))),
            Formats.in(locale).week(week.monday()),
            lines,
            week.slug(),
            week.plus(-1).slug(),
            week.plus(1).slug(),
            omrade,
            choices,
            !feeds.on(FeedKind.POLICE_EVENTS).isEmpty()));
    return "police/list";
  }

  private Line line(PoliceNotices.Listed listed, List<Area> all, Formats formats) {
    Notice notice = listed.notice();
    Instant happened = notice.happenedAt();
    List<String> named =
        all.stream().filter(area -> names(notice, area)).map(Area::name).toList();
    List<Earlier> earlier = listed.versions() == 1
        ? List.of()
        : notices.earlier(notice.id()).stream()
            .map(old ->
                new Earlier(formats.tableMoment(old.publishedAt()), old.type(), old.summary()))
            .toList();
    return new Line(
        formats.tableMoment(happened == null ? notice.publishedAt() : happened),
        happened != null,
        notice.type(),
        notice.place(),
        notice.summary(),
        String.join(", ", named),
        notice.path().isEmpty() ? "" : SITE + notice.path(),
        listed.removed(),
        earlier);
  }

  /** Whether the words name the area, as a word of its own or with a genitive s. */
  static boolean names(Notice notice, Area area) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(area.name()) + "s?(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(notice.summary())
        .find();
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
