package se.samlad.insight.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.SmallNumbers;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.incident.IncidentSelection;
import se.samlad.insight.CategoryFigure;
import se.samlad.insight.Charts;
import se.samlad.insight.Hotspot;
import se.samlad.insight.PeriodFigures;
import se.samlad.insight.WeekFigures;
import se.samlad.insight.WeekLabels;

/**
 * What leadership and steering groups see: aggregates of the whole municipality, without list, places or points. A count from one to four is
 * not told, and when a single one would be left to work out from the sum, the smallest told one is hidden too. Periods are four weeks that
 * never overlap, so that no count can be had as the difference between two of them.
 */
@Component
class LeadershipView {

  private static final Audience LEADERSHIP = new Audience.Leadership();

  private final WeekFigures figures;
  private final CategoryNames names;
  private final MessageSource messages;
  private final Clock clock;

  LeadershipView(WeekFigures figures, CategoryNames names, MessageSource messages, Clock clock) {
    this.figures = figures;
    this.names = names;
    this.messages = messages;
    this.clock = clock;
  }

  /** What the page shows. */
  record Page(
      AnalysisPage.@Nullable Head head,
      String few,
      String weeks,
      String before,
      @Nullable String after,
      List<Row> rows,
      boolean hides) {}

  /** A category; what is not told is said in words. */
  record Row(String name, String count, String bar, String expected, String before) {}

  Page of(@Nullable String weeks, Locale locale) {
    Words words = new Words(messages, locale);
    IsoWeek newest = lastOf(IsoWeek.of(clock.instant()).plus(-1));
    IsoWeek last = weeks == null || weeks.isBlank() ? newest : lastOf(asked(weeks));
    last = last.compareTo(newest) > 0 ? newest : last;
    IsoWeek first = last.plus(1 - Hotspot.WEEKS);
    PeriodFigures period = figures.of(LEADERSHIP, IncidentSelection.ofWeeks(first, last));
    Set<Integer> hidden = hidden(period.categories(), CategoryCount.NOW);
    Set<Integer> hiddenBefore = hidden(period.categories(), CategoryCount.BEFORE);
    boolean few = SmallNumbers.shown(period.total().value(), LEADERSHIP).isEmpty();
    return new Page(
        few || SmallNumbers.shown(period.before(), LEADERSHIP).isEmpty()
            ? null
            : head(period, words),
        words.say("leadership.few", WeekLabels.of(first, last, locale)),
        WeekLabels.of(first, last, locale),
        address(last.plus(-Hotspot.WEEKS)),
        last.compareTo(newest) < 0 ? address(last.plus(Hotspot.WEEKS)) : null,
        few ? List.of() : rows(period, hidden, hiddenBefore, words),
        !hidden.isEmpty() || !hiddenBefore.isEmpty());
  }

  /** Without what only concerns those who review, and without the last week for itself. */
  private static AnalysisPage.Head head(PeriodFigures period, Words words) {
    AnalysisPage.Head head = AnalysisView.head(period, words);
    int skip = period.lastWeek().expected().isPresent() ? 1 : 0;
    return new AnalysisPage.Head(
        head.count(), head.lead(), head.notes().subList(skip, head.notes().size()));
  }

  private List<Row> rows(
      PeriodFigures period, Set<Integer> hidden, Set<Integer> hiddenBefore, Words words) {
    Map<String, String> named = names.of(words.locale());
    String few = words.say("fewerThanFive");
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < period.categories().size(); i++) {
      CategoryFigure category = period.categories().get(i);
      boolean told = !hidden.contains(i);
      rows.add(new Row(
          named.getOrDefault(category.categoryGroup(), category.categoryGroup()),
          told ? words.formats().number(category.figure().value()) : few,
          told ? Charts.gauge(category.figure(), 64, 18) : "",
          told ? words.band(category.figure()) : "",
          hiddenBefore.contains(i) ? few : words.formats().number(category.before())));
    }
    return rows;
  }

  /** Which of a row's two counts. */
  enum CategoryCount {
    NOW,
    BEFORE;

    int of(CategoryFigure category) {
      return this == NOW ? category.figure().value() : category.before();
    }
  }

  /** Rows whose count is not told: one to four, and one more when a single one could be worked out from the sum. */
  static Set<Integer> hidden(List<CategoryFigure> categories, CategoryCount which) {
    Set<Integer> hidden = new TreeSet<>();
    for (int i = 0; i < categories.size(); i++) {
      OptionalInt shown = SmallNumbers.shown(which.of(categories.get(i)), LEADERSHIP);
      if (shown.isEmpty()) {
        hidden.add(i);
      }
    }
    if (hidden.size() == 1) {
      java.util.stream.IntStream.range(0, categories.size())
          .filter(i -> !hidden.contains(i) && which.of(categories.get(i)) > 0)
          .boxed()
          .min(java.util.Comparator.comparingInt(i -> which.of(categories.get(i))))
          .ifPresent(hidden::add);
    }
    return hidden;
  }

  /** The last week of the four, counted in fours from a fixed Monday, that the week lies in or that closed before it. */
  static IsoWeek lastOf(IsoWeek week) {
    int into = Math.floorMod(new IsoWeek(2000, 1).until(week) + 1, Hotspot.WEEKS);
    return week.plus(-into);
  }

  private static IsoWeek asked(String weeks) {
    String last = weeks.contains("--") ? weeks.substring(weeks.indexOf("--") + 2) : weeks;
    return IsoWeek.parse(last)
        .filter(week -> week.year() >= 1990 && week.year() < 2100)
        .orElseThrow(() ->
            new InvalidInput(AnalysisRequest.WEEKS, "incident.select.week", AnalysisRequest.WEEKS));
  }

  private static String address(IsoWeek last) {
    return AnalysisRequest.PATH + "?som=leadership&" + AnalysisRequest.WEEKS + "="
        + AnalysisRequest.weeks(last.plus(1 - Hotspot.WEEKS), last);
  }
}
