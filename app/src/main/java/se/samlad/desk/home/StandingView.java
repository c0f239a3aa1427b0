package se.samlad.desk.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.analysis.Certainty;
import se.samlad.desk.home.Home.HotspotLine;
import se.samlad.desk.home.Home.Standing;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.CertaintyCode;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.disclosure.SmallNumbers;
import se.samlad.ground.geography.MapDrawing;
import se.samlad.ground.geography.MapFrame;
import se.samlad.ground.geography.MapMark;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.web.Formats;
import se.samlad.insight.Charts;
import se.samlad.insight.CoverageBoard;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotRun;
import se.samlad.insight.Hotspots;
import se.samlad.insight.WeekFigures;
import se.samlad.insight.WeekPoint;
import se.samlad.insight.WeekSummary;

/** How the last full week stands for an audience, in words and drawings. */
@Component
class StandingView {

  private static final int SHOWN = 5;
  private static final double MARGIN_METERS = 600;

  private final WeekFigures figures;
  private final Hotspots hotspots;
  private final MapDrawing maps;
  private final MessageSource messages;

  StandingView(WeekFigures figures, Hotspots hotspots, MapDrawing maps, MessageSource messages) {
    this.figures = figures;
    this.hotspots = hotspots;
    this.maps = maps;
    this.messages = messages;
  }

  /** What was looked up, for those who also need the numbers. */
  record Looked(WeekSummary summary, HotspotRun run, Standing standing) {}

  Looked of(Audience audience, IsoWeek week, @Nullable CoverageBoard board, Locale locale) {
    WeekSummary summary = figures.of(audience, week);
    HotspotRun run = hotspots.latest(audience, week);
    return new Looked(summary, run, standing(audience, summary, run, board, locale));
  }

  private Standing standing(
      Audience audience,
      WeekSummary summary,
      HotspotRun run,
      @Nullable CoverageBoard board,
      Locale locale) {
    Formats formats = Formats.in(locale);
    Figure figure = summary.incidents();
    List<Hotspot> shown = run.hotspots().stream().limit(SHOWN).toList();
    return new Standing(
        say(locale, "desk.home.standing", formats.week(summary.week().week())),
        formats.dates(summary.week().monday(), summary.week().sunday()),
        shown(figure.value(), audience, locale),
        say(locale, "desk.home.incidents"),
        Charts.gauge(figure, 240, 22),
        figure.word() == Figure.Word.MORE,
        say(locale, "desk.home.word." + figure.word()),
        figure
            .expected()
            .map(band ->
                say(locale, "desk.home.expected", formats.range(band.lower(), band.upper())))
            .orElse(""),
        compared(audience, summary, locale),
        board == null ? "" : coverage(board, summary.week(), locale),
        chart(summary, locale),
        shown.stream().map(hotspot -> line(hotspot, locale)).toList(),
        showsPlaces(audience) ? note(run, locale) : null,
        showsPlaces(audience) ? map(shown, locale) : "");
  }

  /** Leadership and the public read counts; no place is computed for them, so none is awaited. */
  private static boolean showsPlaces(Audience audience) {
    return !(audience instanceof Audience.Leadership || audience instanceof Audience.Public);
  }

  private String chart(WeekSummary summary, Locale locale) {
    List<WeekPoint> weeks = summary
        .series()
        .subList(Math.max(0, summary.series().size() - 16), summary.series().size());
    Set<IsoWeek> more =
        weeks.stream().filter(WeekPoint::more).map(WeekPoint::week).collect(Collectors.toSet());
    Formats formats = Formats.in(locale);
    String described = say(
        locale,
        "desk.home.chart",
        formats.week(weeks.getFirst().week().week()),
        formats.week(weeks.getLast().week().week()));
    return Charts.line(weeks, more, described, 326, 150, locale);
  }

  private String compared(Audience audience, WeekSummary summary, Locale locale) {
    Formats formats = Formats.in(locale);
    IsoWeek week = summary.week();
    List<String> parts = new ArrayList<>();
    parts.add(
        formats.week(week.plus(-1).week()) + ": " + shown(summary.before(), audience, locale));
    summary
        .lastYear()
        .ifPresent(count -> parts.add(say(
            locale,
            "desk.home.lastYear",
            formats.week(week.plus(-52).week()),
            shown(count, audience, locale))));
    return String.join(" · ", parts);
  }

  private String coverage(CoverageBoard board, IsoWeek week, Locale locale) {
    long asked = 0;
    long answered = 0;
    for (CoverageBoard.Row row : board.rows()) {
      for (CoverageBoard.Cell cell : row.cells()) {
        if (cell.week().equals(week) && cell.answer() != CoverageBoard.Answer.NOT_ASKED) {
          asked++;
          answered += cell.answer() == CoverageBoard.Answer.SILENT ? 0 : 1;
        }
      }
    }
    return say(locale, "desk.home.coverage", answered, asked);
  }

  private HotspotLine line(Hotspot hotspot, Locale locale) {
    Formats formats = Formats.in(locale);
    return new HotspotLine(
        hotspot.rank(),
        hotspot.name(),
        "/platser/" + hotspot.id(),
        Charts.gauge(hotspot.figure(), 104, 18),
        formats.number(hotspot.figure().value()),
        hotspot
            .figure()
            .expected()
            .map(band -> say(
                locale, "desk.home.hotspot.expected", formats.range(band.lower(), band.upper())))
            .orElse(""),
        CertaintyCode.of(hotspot.certainty()));
  }

  private @Nullable String note(HotspotRun run, Locale locale) {
    return switch (run.state()) {
      case READY -> run.hotspots().isEmpty() ? say(locale, "desk.home.hotspots.none") : null;
      case INSUFFICIENT -> say(locale, "desk.home.hotspots.insufficient", run.windows());
      case NONE -> say(locale, "desk.home.hotspots.pending");
    };
  }

  private String map(List<Hotspot> shown, Locale locale) {
    List<MapMark.Outline> outlines = shown.stream()
        .map(hotspot ->
            new MapMark.Outline(hotspot.wktSweref(), hotspot.rank(), drawn(hotspot.certainty())))
        .toList();
    String names = String.join(
        ", ",
        shown.stream().map(hotspot -> hotspot.rank() + " " + hotspot.name()).toList());
    String label = say(locale, shown.isEmpty() ? "desk.home.map.none" : "desk.home.map", names);
    MapFrame frame = outlines.isEmpty() ? maps.whole() : MapFrame.around(outlines, MARGIN_METERS);
    return maps.svg(frame, outlines, 560, 372, MapDrawing.Look.page(label));
  }

  private String shown(int count, Audience audience, Locale locale) {
    var told = SmallNumbers.shown(count, audience);
    return told.isPresent()
        ? Formats.in(locale).number(told.getAsInt())
        : say(locale, "desk.home.few", SmallNumbers.THRESHOLD);
  }

  private String say(Locale locale, String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  private static String drawn(Certainty certainty) {
    return switch (certainty) {
      case CLEAR -> "clear";
      case LIKELY -> "likely";
      case UNCERTAIN -> "unsure";
    };
  }
}
