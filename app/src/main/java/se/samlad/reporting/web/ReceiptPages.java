package se.samlad.reporting.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.catalogue.Categories;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.reporting.Receipt;
import se.samlad.reporting.Reports;
import se.samlad.reporting.SentReport;
import se.samlad.reporting.SentReports;

/** The receipt (Swedish: kvittens) at an address of its own: what was received, what happens next and when, undo and change. */
@Controller
@RequiresRole({Role.REPORTER, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER, Role.COORDINATOR})
class ReceiptPages {

  /** How long undo is offered on the receipt; change and withdrawal stay open for the author's own time. */
  private static final Duration UNDO = Duration.ofSeconds(10);

  private final SentReports sent;
  private final Reports reports;
  private final Categories categories;
  private final NextMeeting meetings;
  private final PhoneWords words;
  private final Clock clock;

  ReceiptPages(
      SentReports sent,
      Reports reports,
      Categories categories,
      NextMeeting meetings,
      PhoneWords words,
      Clock clock) {
    this.sent = sent;
    this.reports = reports;
    this.categories = categories;
    this.meetings = meetings;
    this.words = words;
    this.clock = clock;
  }

  /** One incident as the receipt tells it. */
  record Line(String category, String place, Instant from, Instant to) {}

  /**
   * What the receipt shows.
   *
   * @param undoSeconds how long undo is still offered; 0 when the time is over
   * @param masked what the guard took away on the server, by kind
   * @param doubtful what it found doubtful, by kind: the text waits for review
   */
  record Page(
      SentReport report,
      List<Line> lines,
      NextMeeting.@Nullable Meeting meeting,
      long undoSeconds,
      boolean changeable,
      Set<String> masked,
      Set<String> doubtful,
      UUID jag,
      UUID request,
      String words) {

    public boolean withdrawn() {
      return report.status() == Receipt.Status.WITHDRAWN;
    }

    /** Whether the guard found what may be about a person: then the right way is told again. */
    public boolean person() {
      return !masked.isEmpty() || !doubtful.isEmpty();
    }

    /** Whether a point lies outside all of the municipality's areas. */
    public boolean outside() {
      return report.items().stream().anyMatch(item -> item.area() == null);
    }

    public boolean proposed() {
      return report.status() == Receipt.Status.PROPOSED;
    }
  }

  @ModelAttribute
  void token(@Nullable CsrfToken token) {
    if (token != null) {
      token.getToken();
    }
  }

  @GetMapping("/rapportera/tack/{id}")
  String receipt(@PathVariable UUID id, Model model) {
    SentReport report = sent.get(id);
    Instant now = clock.instant();
    Set<String> masked = new LinkedHashSet<>();
    Set<String> doubtful = new LinkedHashSet<>();
    reports
        .status(id)
        .found()
        .forEach(
            hit -> (hit.kind().certain() ? masked : doubtful).add(hit.kind().name()));
    SentReport.Item first = report.items().getFirst();
    model.addAttribute(
        "page",
        new Page(
            report,
            lines(report),
            meetings.of(first.area(), report.receivedAt()).orElse(null),
            Math.max(0, UNDO.minus(Duration.between(report.receivedAt(), now)).toSeconds()),
            report.inOwnTime(now),
            masked,
            doubtful,
            CurrentActor.get().requireUser(),
            UUID.randomUUID(),
            words.lines()));
    return "reporting/receipt";
  }

  @PostMapping("/rapportera/tack/{id}/angra")
  String undo(@PathVariable UUID id, @RequestParam UUID request) {
    reports.withdraw(id, request);
    return "redirect:/rapportera/tack/" + id;
  }

  private List<Line> lines(SentReport report) {
    Locale locale = LocaleContextHolder.getLocale();
    return report.items().stream()
        .map(item -> new Line(
            categories
                .find(item.category())
                .map(category -> category.name(locale.getLanguage()))
                .orElse(item.category()),
            item.placeLabel(),
            item.from(),
            item.to()))
        .toList();
  }
}
