package se.samlad.feedback.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.catalogue.Categories;
import se.samlad.feedback.Feedback;
import se.samlad.feedback.Told;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Role;
import se.samlad.reporting.Receipt;
import se.samlad.reporting.SentReport;
import se.samlad.reporting.SentReports;

/**
 * The author's own reports by week and what each led to. The service worker keeps no copy of this page; without a network the phone shows its
 * own store. A phone that stays signed in sees statuses, never words.
 */
@Controller
@ConditionalOnWebApplication
@RequiresRole({Role.REPORTER, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER, Role.COORDINATOR})
class MyReportsPages {

  private static final int FIRST = 25;
  private static final int MOST = 200;

  private final SentReports sent;
  private final Feedback feedback;
  private final Categories categories;
  private final ToldWords words;
  private final MessageSource messages;

  MyReportsPages(
      SentReports sent,
      Feedback feedback,
      Categories categories,
      ToldWords words,
      MessageSource messages) {
    this.sent = sent;
    this.feedback = feedback;
    this.categories = categories;
    this.words = words;
    this.messages = messages;
  }

  /** A word about where an incident stands; {@code kind} chooses the chip's colour. */
  record Status(String kind, String word) {}

  /** One reported incident; the last status is the furthest it came. */
  record Row(
      UUID report,
      String category,
      String place,
      Instant from,
      List<Status> statuses,
      List<String> answers) {}

  /** The reports received in a week. */
  record Week(int number, int year, List<Row> rows) {}

  /** What the page shows; {@code older} when there are older reports to ask for. */
  record Page(List<Week> weeks, boolean withWords, boolean older) {}

  @GetMapping("/mina-rapporter")
  String mine(@RequestParam(defaultValue = "") String visa, Model model, Locale locale) {
    int shown = visa.equals("aldre") ? MOST : FIRST;
    boolean withWords = SignedIn.find().map(signedIn -> !signedIn.reportOnly()).orElse(false);
    List<SentReport> found = sent.list(shown + 1);
    List<SentReport> reports = found.stream().limit(shown).toList();
    Map<UUID, List<Told>> told = new LinkedHashMap<>();
    feedback
        .about(reports.stream().map(SentReport::id).toList())
        .forEach(
            one -> told.computeIfAbsent(one.report(), key -> new ArrayList<>()).add(one));
    Map<IsoWeek, List<Row>> weeks = new LinkedHashMap<>();
    for (SentReport report : reports) {
      weeks
          .computeIfAbsent(IsoWeek.of(report.receivedAt()), key -> new ArrayList<>())
          .addAll(rows(report, told.getOrDefault(report.id(), List.of()), withWords, locale));
    }
    model.addAttribute(
        "page",
        new Page(
            weeks.entrySet().stream()
                .map(week -> new Week(week.getKey().week(), week.getKey().year(), week.getValue()))
                .toList(),
            withWords,
            shown < MOST && found.size() > shown));
    return "feedback/mine";
  }

  private List<Row> rows(SentReport report, List<Told> told, boolean withWords, Locale locale) {
    List<Row> rows = new ArrayList<>();
    for (int ordinal = 0; ordinal < report.items().size(); ordinal++) {
      SentReport.Item item = report.items().get(ordinal);
      int here = ordinal;
      List<Told> own = told.stream().filter(one -> one.ordinal() == here).toList();
      rows.add(new Row(
          report.id(),
          categories
              .find(item.category())
              .map(category -> category.name(locale.getLanguage()))
              .orElse(item.category()),
          item.placeLabel(),
          item.from(),
          statuses(report, own, locale),
          withWords ? answers(own) : List.of()));
    }
    return rows;
  }

  private List<Status> statuses(SentReport report, List<Told> told, Locale locale) {
    List<Status> statuses = new ArrayList<>();
    if (report.status() == Receipt.Status.WITHDRAWN) {
      return List.of(new Status("", message("feedback.withdrawn", locale)));
    }
    statuses.add(new Status("", message("feedback.received", locale)));
    if (report.status() == Receipt.Status.PROPOSED) {
      statuses.add(new Status("varn", message("feedback.proposed", locale)));
    }
    Set<String> said = new LinkedHashSet<>();
    told.stream()
        .sorted(java.util.Comparator.comparing(Told::kind).thenComparing(Told::at))
        .filter(one -> said.add(words.of(one, locale)))
        .forEach(one -> statuses.add(
            new Status(one.kind() == Told.Kind.IN_PICTURE ? "info" : "ok", words.of(one, locale))));
    return statuses;
  }

  private static List<String> answers(List<Told> told) {
    Set<String> answers = new LinkedHashSet<>();
    told.forEach(one -> {
      String said = one.words();
      if (said != null) {
        answers.add(said);
      }
    });
    return List.copyOf(answers);
  }

  private String message(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
