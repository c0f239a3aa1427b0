package se.samlad.intake.feed.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Choice;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.NavItem;
import se.samlad.intake.feed.Feed;
import se.samlad.intake.feed.FeedKind;
import se.samlad.intake.feed.FeedSecrets;
import se.samlad.intake.feed.FeedSource;
import se.samlad.intake.feed.Feeds;
import se.samlad.intake.outgoing.AllowedHosts;

/** {@code /admin/floden}: what is fetched from other systems, whether it goes well, and which hosts may be asked at all. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/admin/floden")
@RequiresRole({Role.ADMINISTRATOR, Role.OPERATOR})
class FeedPages {

  private final Feeds feeds;
  private final FeedSecrets secrets;
  private final AllowedHosts hosts;
  private final List<FeedKind> kinds;
  private final Organisations organisations;
  private final Municipalities municipalities;
  private final FeedWords words;

  FeedPages(
      Feeds feeds,
      FeedSecrets secrets,
      AllowedHosts hosts,
      List<FeedSource> sources,
      Organisations organisations,
      Municipalities municipalities,
      FeedWords words) {
    this.feeds = feeds;
    this.secrets = secrets;
    this.hosts = hosts;
    this.kinds = sources.stream().map(FeedSource::kind).sorted().toList();
    this.organisations = organisations;
    this.municipalities = municipalities;
    this.words = words;
  }

  record Line(
      UUID id, String name, String kind, FeedWords.Standing standing, boolean on, boolean kinds) {}

  record ListPage(
      List<Crumb> crumbs,
      List<Line> lines,
      List<FeedKind> addable,
      List<AllowedHosts.Host> hosts,
      String vard) {}

  record FormPage(
      List<Crumb> crumbs,
      String title,
      String action,
      FeedForm typed,
      List<Choice> organisations,
      boolean hasKey) {}

  @Bean
  static NavItem feedsLink() {
    return NavItem.admin(
        70, "/admin/floden", "feed.title", "lank", Role.ADMINISTRATOR, Role.OPERATOR);
  }

  @GetMapping
  String list(Model model, Locale locale) {
    return list(model, locale, "", List.of());
  }

  @PostMapping("/vardar")
  String allow(
      @RequestParam(defaultValue = "") String vard,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      hosts.add(vard);
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return list(model, locale, vard, words.sentences(invalid, locale));
    }
    flash.addFlashAttribute("notice", "feed.hosts.added");
    return "redirect:/admin/floden";
  }

  @PostMapping("/vardar/bort")
  String forbid(@RequestParam(defaultValue = "") String vard, RedirectAttributes flash) {
    if (hosts.list().stream().noneMatch(host -> host.name().equals(vard))) {
      throw new NotFound("host");
    }
    hosts.remove(vard);
    flash.addFlashAttribute("notice", "feed.hosts.removed");
    return "redirect:/admin/floden";
  }

  @GetMapping("/ny")
  String blank(@RequestParam(defaultValue = "") String slag, Model model, Locale locale) {
    FeedKind kind = kind(slag);
    String name = words.text("feed.kind." + kind, locale);
    String minutes = kind == FeedKind.POLICE_EVENTS ? "10" : "15";
    String place = municipalities.get().name().replaceAll("(?i)s? kommun$", "");
    return form(
        model, locale, new FeedForm(kind, name, "", minutes, place, "", "", ""), null, List.of());
  }

  @PostMapping("/ny")
  String add(
      @RequestParam(defaultValue = "") String slag,
      @RequestParam(defaultValue = "") String namn,
      @RequestParam(defaultValue = "") String adress,
      @RequestParam(defaultValue = "") String minuter,
      @RequestParam(defaultValue = "") String platser,
      @RequestParam(defaultValue = "") String jurisdiktion,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") String nyckel,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes flash) {
    FeedForm typed = new FeedForm(
        kind(slag), namn, adress, minuter, platser, jurisdiktion, organisation, nyckel);
    return save(typed, null, model, locale, response, flash);
  }

  @GetMapping("/{feed}")
  String edit(@PathVariable("feed") UUID feed, Model model, Locale locale) {
    Feed found = feeds.get(feed);
    return form(model, locale, FeedForm.of(found), found, List.of());
  }

  @PostMapping("/{feed}")
  String change(
      @PathVariable("feed") UUID feed,
      @RequestParam(defaultValue = "") String namn,
      @RequestParam(defaultValue = "") String adress,
      @RequestParam(defaultValue = "") String minuter,
      @RequestParam(defaultValue = "") String platser,
      @RequestParam(defaultValue = "") String jurisdiktion,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") String nyckel,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes flash) {
    Feed found = feeds.get(feed);
    FeedForm typed = new FeedForm(
        found.kind(), namn, adress, minuter, platser, jurisdiktion, organisation, nyckel);
    return save(typed, found, model, locale, response, flash);
  }

  @PostMapping("/{feed}/pa")
  String turnOn(@PathVariable("feed") UUID feed, RedirectAttributes flash) {
    feeds.turnOn(feed);
    flash.addFlashAttribute("notice", "feed.turnedOn");
    return "redirect:/admin/floden";
  }

  @PostMapping("/{feed}/av")
  String turnOff(@PathVariable("feed") UUID feed, RedirectAttributes flash) {
    feeds.turnOff(feed);
    flash.addFlashAttribute("notice", "feed.turnedOff");
    return "redirect:/admin/floden";
  }

  private String save(
      FeedForm typed,
      @Nullable Feed found,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes flash) {
    UUID id = found == null ? Ids.next() : found.id();
    try {
      feeds.set(typed.read(id, this::isOrganisation));
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return form(model, locale, typed, found, words.sentences(invalid, locale));
    }
    if (!typed.nyckel().isBlank()) {
      secrets.keep(id, typed.nyckel().strip());
    }
    flash.addFlashAttribute("notice", "feed.saved");
    return "redirect:/admin/floden";
  }

  private boolean isOrganisation(String id) {
    return organisations.list().stream().anyMatch(each -> each.id().toString().equals(id));
  }

  private FeedKind kind(String text) {
    return addable().stream()
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new NotFound("feed kind"));
  }

  /** The police publish one list; other systems may be several. */
  private List<FeedKind> addable() {
    boolean police = feeds.list().stream().anyMatch(feed -> feed.kind() == FeedKind.POLICE_EVENTS);
    return kinds.stream()
        .filter(kind -> !(police && kind == FeedKind.POLICE_EVENTS))
        .toList();
  }

  private String list(Model model, Locale locale, String typed, List<FieldError> errors) {
    model.addAttribute("errors", errors);
    model.addAttribute(
        "page",
        new ListPage(
            words.crumbs(locale),
            feeds.list().stream()
                .map(feed -> new Line(
                    feed.id(),
                    feed.name(),
                    words.text("feed.kind." + feed.kind(), locale),
                    words.standing(feed, locale),
                    feed.enabled(),
                    feed.kind() != FeedKind.POLICE_EVENTS))
                .toList(),
            addable(),
            hosts.list(),
            typed));
    return "feed/list";
  }

  private String form(
      Model model, Locale locale, FeedForm typed, @Nullable Feed found, List<FieldError> errors) {
    String title = found == null ? words.text("feed.new." + typed.kind(), locale) : found.name();
    String action = "/admin/floden/" + (found == null ? "ny?slag=" + typed.kind() : found.id());
    model.addAttribute("errors", errors);
    model.addAttribute(
        "page",
        new FormPage(
            words.crumbs(locale, new Crumb(action, title)),
            title,
            action,
            typed,
            organisations.list().stream()
                .map(each -> new Choice(each.id().toString(), each.name()))
                .toList(),
            found != null && secrets.has(found.id())));
    return "feed/form";
  }
}
