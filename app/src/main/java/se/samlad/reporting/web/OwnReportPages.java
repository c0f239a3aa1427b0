package se.samlad.reporting.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Role;
import se.samlad.reporting.SentReport;
import se.samlad.reporting.SentReports;

/** What the member has reported, week by week, with where each stands; what lies unsent in the phone comes first. Texts are not here. */
@Controller
@RequiresRole({Role.REPORTER, Role.ORGANISATION_COORDINATOR, Role.GROUP_MEMBER, Role.COORDINATOR})
class OwnReportPages {

  private static final int SHOWN = 50;

  private final SentReports sent;
  private final Categories categories;

  OwnReportPages(SentReports sent, Categories categories) {
    this.sent = sent;
    this.categories = categories;
  }

  /** A report as a row: its first incident, and how many more it holds. */
  record Row(SentReport report, String category, String place, int more) {

    public String status() {
      return report.status().name();
    }
  }

  /** The reports received in a week. */
  record Week(IsoWeek week, List<Row> rows) {}

  @GetMapping("/rapportera/mina")
  String list(Model model) {
    Map<IsoWeek, List<Row>> weeks = new LinkedHashMap<>();
    for (SentReport report : sent.list(SHOWN)) {
      weeks
          .computeIfAbsent(IsoWeek.of(report.receivedAt()), week -> new ArrayList<>())
          .add(row(report));
    }
    model.addAttribute(
        "weeks",
        weeks.entrySet().stream()
            .map(week -> new Week(week.getKey(), week.getValue()))
            .toList());
    model.addAttribute("shown", SHOWN);
    return "reporting/mine";
  }

  private Row row(SentReport report) {
    String language = LocaleContextHolder.getLocale().getLanguage();
    SentReport.Item first = report.items().getFirst();
    String category = categories
        .find(first.category())
        .map((Category found) -> found.name(language))
        .orElse(first.category());
    return new Row(report, category, first.placeLabel(), report.items().size() - 1);
  }
}
