package se.samlad.insight.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.insight.Charts;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.Hotspots;
import se.samlad.insight.PeriodFigures;
import se.samlad.insight.SelectedIncidents;
import se.samlad.insight.WeekFigures;
import se.samlad.insight.WeekLabels;
import se.samlad.insight.WeekMatrix;
import se.samlad.insight.WeekPoint;
import se.samlad.insight.jdbc.RowStore;
import se.samlad.insight.web.AnalysisPage.CategoryRow;
import se.samlad.insight.web.AnalysisPage.CategoryTotal;
import se.samlad.insight.web.AnalysisPage.Head;
import se.samlad.insight.web.AnalysisPage.HotspotList;
import se.samlad.insight.web.AnalysisPage.IncidentList;
import se.samlad.insight.web.AnalysisPage.Matrix;
import se.samlad.insight.web.AnalysisPage.Selected;
import se.samlad.insight.web.AnalysisPage.Sheet;
import se.samlad.insight.web.AnalysisPage.Strip;
import se.samlad.insight.web.AnalysisPage.Views;

/** Puts the page together: figures, hotspots, list and links, all of one audience and one address. */
@Component
class AnalysisView {

  /** Below this many incidents a pattern is not drawn. */
  static final int FEW = 30;

  private static final int STRIP_WIDTH = 1136;
  static final int MAP_WIDTH = 690;
  static final int MAP_HEIGHT = 520;

  private final WeekFigures figures;
  private final Hotspots hotspots;
  private final SelectedIncidents selected;
  private final HotspotRows hotspotRows;
  private final AlarmRows alarmRows;
  private final IncidentLines lines;
  private final FilterRow filterRow;
  private final AnalysisMap map;
  private final CategoryNames names;
  private final Areas areas;
  private final MessageSource messages;
  private final Clock clock;

  AnalysisView(
      WeekFigures figures,
      Hotspots hotspots,
      SelectedIncidents selected,
      HotspotRows hotspotRows,
      AlarmRows alarmRows,
      IncidentLines lines,
      FilterRow filterRow,
      AnalysisMap map,
      CategoryNames names,
      Areas areas,
      MessageSource messages,
      Clock clock) {
    this.figures = figures;
    this.hotspots = hotspots;
    this.selected = selected;
    this.hotspotRows = hotspotRows;
    this.alarmRows = alarmRows;
    this.lines = lines;
    this.filterRow = filterRow;
    this.map = map;
    this.names = names;
    this.areas = areas;
    this.messages = messages;
    this.clock = clock;
  }

  AnalysisPage of(AnalysisRequest request, Locale locale) {
    Words words = new Words(messages, locale);
    PeriodFigures period = figures.of(request.audience(), request.filter());
    HotspotRun run = hotspots.latestOrRun(request.audience(), closed(request.last()));
    SelectedIncidents.Listed listed = selected.list(
        request.audience(), request.selection(), request.place(), AnalysisPages.MOST_ROWS);
    boolean few = period.total().value() < FEW;
    Map<UUID, String> areaNames =
        areas.main().stream().collect(Collectors.toMap(Area::id, Area::name));
    return new AnalysisPage(
        head(period, words),
        filterRow.of(request, words),
        few ? null : strip(request, period, words),
        request.hasChoice() ? chosen(request, listed.count(), words) : null,
        request.listOnly() ? null : sheet(request, run, listed, words),
        hotspotList(run, period, request, words),
        alarmRows.of(request, closed(request.last()), areaNames, words),
        few ? null : matrix(request, period, words),
        few,
        categories(request, period, words),
        total(period, words),
        incidentList(request, listed, run, areaNames, words),
        new Views(
            request.with(AnalysisRequest.VIEW, null),
            request.with(AnalysisRequest.VIEW, "lista"),
            request.listOnly()),
        words.count(
            "basis",
            period.total().sources(),
            words.formats().moment(period.total().asOf())));
  }

  /** Hotspots are of closed weeks: the one under way would be counted too early. */
  private IsoWeek closed(IsoWeek last) {
    IsoWeek newest = IsoWeek.of(clock.instant()).plus(-1);
    return last.compareTo(newest) > 0 ? newest : last;
  }

  static Head head(PeriodFigures period, Words words) {
    Figure total = period.total();
    String weeks = WeekLabels.of(period.first(), period.last(), words.locale());
    String dates = words.formats().dates(period.first().monday(), period.last().sunday());
    List<String> notes = new ArrayList<>();
    if (period.weeks() > 1 && period.lastWeek().expected().isPresent()) {
      notes.add(words.say(
          "head.lastWeek",
          period.last().week(),
          words.formats().number(period.lastWeek().value()),
          words.word(period.lastWeek()),
          words.band(period.lastWeek())));
    }
    if (period.unreviewed() > 0) {
      notes.add(words.count("head.unreviewed", period.unreviewed()));
    }
    notes.add(
        total.asked() == 0
            ? words.say("head.nobodyAsked")
            : words.say(
                total.answered() == 0 ? "head.silent" : "head.answered",
                words.formats().number(total.answered()),
                words.formats().number(total.asked())));
    notes.add(words.say("head.crime", words.formats().number(period.recordedCrime())));
    String before = words.formats().number(period.before());
    String lead = total.expected().isPresent()
        ? words.say(
            "head.lead", weeks, dates, words.capital(words.word(total)), words.band(total), before)
        : words.say("head.lead.insufficient", weeks, dates, before);
    return new Head(words.count("incidents", total.value()), lead, notes);
  }

  private Strip strip(AnalysisRequest request, PeriodFigures period, Words words) {
    IsoWeek thisWeek = IsoWeek.of(clock.instant());
    List<WeekPoint> last = period.series().subList(48, 52);
    String counts = last.stream()
        .map(point -> words.formats().number(point.value()))
        .collect(Collectors.joining(", "));
    String description = words.say(
        "strip.description",
        WeekLabels.of(period.series().getFirst().week(), period.last(), words.locale()),
        counts,
        period.last().week(),
        words.word(period.lastWeek()));
    boolean more = request.last().compareTo(thisWeek) < 0;
    return new Strip(
        Charts.weekStrip(
            period.series(),
            period.first(),
            period.last(),
            description,
            STRIP_WIDTH,
            words.locale()),
        WeekLabels.of(period.first(), period.last(), words.locale()),
        request.withWeeks(request.first().plus(-1), request.last().plus(-1)),
        more ? request.withWeeks(request.first().plus(1), request.last().plus(1)) : null,
        description);
  }

  private Selected chosen(AnalysisRequest request, int count, Words words) {
    List<String> parts = new ArrayList<>();
    request.place().map(Hotspot::name).ifPresent(parts::add);
    if (request.hasTimeChosen()) {
      parts.add(ChosenTimes.text(request.chosen(), words));
    }
    return new Selected(
        words.say("selected", words.count("incidents", count), String.join(", ", parts)),
        request.withoutChoice());
  }

  private Sheet sheet(
      AnalysisRequest request, HotspotRun run, SelectedIncidents.Listed listed, Words words) {
    long drawn = listed.rows().stream().filter(AnalysisMap::isPoint).count();
    String label = run.hotspots().isEmpty()
        ? words.say("map.label", words.formats().number(drawn))
        : words.say(
            run.hotspots().size() == 1 ? "map.label.hotspot" : "map.label.hotspots",
            words.formats().number(drawn),
            words.formats().number(run.hotspots().size()),
            run.hotspots().getFirst().name());
    return new Sheet(
        map.live(
            request,
            selected.seen(request.audience(), request.selection()),
            run.hotspots(),
            listed.rows(),
            label),
        map.legend(listed.rows(), names.of(words.locale()), words.say("map.others")),
        drawn == listed.count()
            ? ""
            : words.say(
                "map.left", words.formats().number(drawn), words.formats().number(listed.count())));
  }

  private HotspotList hotspotList(
      HotspotRun run, PeriodFigures period, AnalysisRequest request, Words words) {
    String weeks = WeekLabels.of(run.week().plus(1 - Hotspot.WEEKS), run.week(), words.locale());
    int inHotspots =
        run.hotspots().stream().mapToInt(hotspot -> hotspot.figure().value()).sum();
    return new HotspotList(
        words.say("hotspots.title", weeks),
        run.hotspots().isEmpty()
            ? ""
            : words.say("hotspots.note", words.count("incidents", inHotspots)),
        run.hotspots().stream()
            .map(hotspot -> hotspotRows.of(hotspot, request, words))
            .toList(),
        switch (run.state()) {
          case INSUFFICIENT -> words.say("hotspots.insufficient", run.windows());
          case NONE -> words.say("hotspots.none");
          case READY -> null;
        },
        run.state() == HotspotRun.State.READY && run.hotspots().isEmpty()
            ? words.say("hotspots.calm", weeks, words.formats().number(run.tested()))
            : null);
  }

  private Matrix matrix(AnalysisRequest request, PeriodFigures period, Words words) {
    WeekMatrix matrix = request.place().isPresent()
        ? selected.matrix(request.audience(), request.filter(), request.place())
        : period.matrix();
    return new Matrix(
        Charts.matrix(
            matrix.counts(),
            new Charts.MatrixWords(
                words.say("matrix.caption"), words.say("matrix.sum"), words.locale()),
            request.chosen(),
            (day, hour) -> matrix.count(day, hour) == 0 ? "" : request.withCell(day, hour)),
        matrixNote(matrix, words));
  }

  static String matrixNote(WeekMatrix matrix, Words words) {
    List<String> notes = new ArrayList<>();
    notes.add(words.count("matrix.count", matrix.timed()));
    if (matrix.intervals() > 0) {
      notes.add(words.count("matrix.intervals", matrix.intervals()));
    }
    if (matrix.untimed() > 0) {
      notes.add(words.count("matrix.untimed", matrix.untimed()));
    }
    return String.join(" ", notes);
  }

  private List<CategoryRow> categories(AnalysisRequest request, PeriodFigures period, Words words) {
    Map<String, String> named = names.of(words.locale());
    Map<String, String> pictures = map.pictures();
    return period.categories().stream()
        .map(row -> {
          String code = row.categoryGroup();
          boolean isChosen = request.selection().categories().contains(code);
          return new CategoryRow(
              pictures.getOrDefault(code, ""),
              named.getOrDefault(code, code),
              request.with("kategori", isChosen ? null : code.toLowerCase(Locale.ROOT)),
              isChosen,
              words.formats().number(row.figure().value()),
              Charts.gauge(row.figure(), 64, 18),
              expected(row.figure(), words),
              words.formats().number(row.before()),
              words.formats().signed((long) row.figure().value() - row.before()));
        })
        .toList();
  }

  private static CategoryTotal total(PeriodFigures period, Words words) {
    IsoWeek before = period.first().plus(-1);
    return new CategoryTotal(
        WeekLabels.of(period.first(), period.last(), words.locale()),
        WeekLabels.of(before.plus(1 - period.weeks()), before, words.locale()),
        words.formats().number(period.total().value()),
        expected(period.total(), words),
        words.formats().number(period.before()),
        words.formats().signed((long) period.total().value() - period.before()));
  }

  private static String expected(Figure figure, Words words) {
    return figure.expected().isPresent() ? words.band(figure) : words.say("expected.none");
  }

  private IncidentList incidentList(
      AnalysisRequest request,
      SelectedIncidents.Listed listed,
      HotspotRun run,
      Map<UUID, String> areaNames,
      Words words) {
    List<RowStore.Row> rows =
        listed.rows().subList(0, Math.min(request.rows(), listed.rows().size()));
    int shown = rows.size();
    @Nullable
    String more = Optional.of(request.rows())
        .filter(most -> shown < listed.count() && most < AnalysisPages.MOST_ROWS)
        .map(most -> request.with(
                AnalysisRequest.ROWS,
                String.valueOf(Math.min(AnalysisPages.MOST_ROWS, most + AnalysisPages.MORE_ROWS)))
            + "#lis")
        .orElse(null);
    return new IncidentList(
        listed.count(),
        lines.of(rows, run.hotspots(), areaNames, words),
        words.say(
            "list.shown", words.formats().number(shown), words.formats().number(listed.count())),
        more,
        words.say(
            "list.more",
            words.formats().number(Math.min(AnalysisPages.MORE_ROWS, listed.count() - shown))));
  }
}
