package se.samlad.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.disclosure.CertaintyCode;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.web.Crumb;
import se.samlad.incident.IncidentSelection;
import se.samlad.insight.Charts;
import se.samlad.insight.Hotspot;
import se.samlad.insight.HotspotSentences;
import se.samlad.insight.Hotspots;
import se.samlad.insight.PlaceHistory;
import se.samlad.insight.PlaceNotes;
import se.samlad.insight.SelectedIncidents;
import se.samlad.insight.WeekLabels;
import se.samlad.insight.WeekMatrix;
import se.samlad.insight.WeekPoint;
import se.samlad.insight.web.AnalysisPage.CategoryRow;
import se.samlad.insight.web.AnalysisPage.IncidentList;
import se.samlad.insight.web.AnalysisPage.Matrix;

/** Puts the page of a place together, for the audience its hotspot was computed for. */
@Component
class PlaceView {

  private static final int WEEKS = 16;
  private static final int MOST_INCIDENTS = 200;

  private final Hotspots hotspots;
  private final HotspotSentences sentences;
  private final PlaceHistory history;
  private final SelectedIncidents selected;
  private final IncidentLines lines;
  private final AnalysisMap map;
  private final CategoryNames names;
  private final Areas areas;
  private final ObjectProvider<PlaceNotes> notes;
  private final MessageSource messages;

  PlaceView(
      Hotspots hotspots,
      HotspotSentences sentences,
      PlaceHistory history,
      SelectedIncidents selected,
      IncidentLines lines,
      AnalysisMap map,
      CategoryNames names,
      Areas areas,
      ObjectProvider<PlaceNotes> notes,
      MessageSource messages) {
    this.hotspots = hotspots;
    this.sentences = sentences;
    this.history = history;
    this.selected = selected;
    this.lines = lines;
    this.map = map;
    this.names = names;
    this.areas = areas;
    this.notes = notes;
    this.messages = messages;
  }

  PlacePage of(UUID id, Locale locale) {
    Words words = new Words(messages, locale);
    Hotspot hotspot = hotspots.get(id);
    Audience audience = hotspots.audienceOf(id);
    IncidentSelection selection = IncidentSelection.ofWeeks(hotspot.firstWeek(), hotspot.week());
    Map<UUID, String> areaNames =
        areas.main().stream().collect(Collectors.toMap(Area::id, Area::name));
    SelectedIncidents.Listed listed =
        selected.list(audience, selection, Optional.of(hotspot), MOST_INCIDENTS);
    WeekMatrix matrix = selected.matrix(audience, selection, Optional.of(hotspot));
    String weeks = WeekLabels.of(hotspot.firstWeek(), hotspot.week(), locale);
    return new PlacePage(
        crumbs(hotspot, areaNames, words),
        hotspot.name(),
        hotspot.rank(),
        CertaintyCode.of(hotspot.certainty()),
        weeks + ", " + hotspot.week().year(),
        hotspot.rank() == 0 ? words.say("place.former", weeks) : null,
        figure(hotspot, weeks, words),
        sentences.describe(hotspot, locale) + " " + sentences.persistence(hotspot, locale),
        HotspotRows.how(hotspot, words),
        AnalysisRequest.PATH + "?vecka="
            + AnalysisRequest.weeks(hotspot.firstWeek(), hotspot.week())
            + "&plats=" + hotspot.id() + "&som=" + audience.key(),
        map.svg(List.of(hotspot), listed.rows(), 560, 470, words.say("place.map", hotspot.name())),
        line(history.of(audience, hotspot, WEEKS), hotspot, words),
        new Matrix(
            Charts.matrix(
                matrix.counts(),
                new Charts.MatrixWords(
                    words.say("place.matrix.caption"), words.say("matrix.sum"), locale),
                chosen(hotspot),
                (day, hour) -> ""),
            AnalysisView.matrixNote(matrix, words)),
        categories(hotspot, words),
        incidents(listed, hotspot, areaNames, words),
        notes.orderedStream().flatMap(each -> each.at(hotspot).stream()).toList(),
        notes.orderedStream().flatMap(each -> each.actions(hotspot).stream()).toList());
  }

  private static List<Crumb> crumbs(Hotspot hotspot, Map<UUID, String> areas, Words words) {
    List<Crumb> crumbs = new ArrayList<>();
    crumbs.add(new Crumb(AnalysisRequest.PATH, words.say("title")));
    UUID area = hotspot.areaId();
    String areaName = area == null ? null : areas.get(area);
    if (areaName != null) {
      crumbs.add(new Crumb(AnalysisRequest.PATH + "?omrade=" + area, areaName));
    }
    crumbs.add(new Crumb("", hotspot.name()));
    return crumbs;
  }

  private static Charts.Chosen chosen(Hotspot hotspot) {
    Hotspot.Peak peak = hotspot.peak();
    return peak.isNone()
        ? Charts.Chosen.NOTHING
        : new Charts.Chosen(peak.days(), peak.fromHour(), peak.toHour());
  }

  private PlacePage.Figure figure(Hotspot hotspot, String weeks, Words words) {
    Figure figure = hotspot.figure();
    String answered = figure.asked() == 0
        ? words.say("head.nobodyAsked")
        : words.say(
            figure.answered() == 0 ? "head.silent" : "head.answered",
            words.formats().number(figure.answered()),
            words.formats().number(figure.asked()));
    return new PlacePage.Figure(
        words.formats().number(figure.value()),
        words.say(figure.value() == 1 ? "place.unit.one" : "place.unit", weeks),
        Charts.gauge(figure, 260, 22),
        figure.word() == Figure.Word.MORE,
        words.capital(words.word(figure)) + ".",
        words.capital(words.say("expected", words.band(figure))) + ".",
        sentences.reported(hotspot, words.locale()) + " " + answered);
  }

  private static PlacePage.Line line(PlaceHistory.Weeks weeks, Hotspot hotspot, Words words) {
    WeekPoint last = weeks.points().getLast();
    String description = words.say(
        "place.line.description",
        hotspot.name(),
        WeekLabels.of(weeks.points().getFirst().week(), last.week(), words.locale()),
        last.week().week(),
        words.formats().number(last.value()));
    return new PlacePage.Line(
        Charts.line(weeks.points(), weeks.hot(), description, 560, 220, words.locale()),
        words.say("place.line.hot", weeks.hot().size(), weeks.points().size()));
  }

  private List<CategoryRow> categories(Hotspot hotspot, Words words) {
    Map<String, String> named = names.of(words.locale());
    Map<String, String> pictures = map.pictures();
    int total = hotspot.figure().value();
    return hotspot.categories().stream()
        .map(share -> new CategoryRow(
            pictures.getOrDefault(share.categoryGroup(), ""),
            named.getOrDefault(share.categoryGroup(), share.categoryGroup()),
            "",
            false,
            words.formats().number(share.count()),
            "",
            "",
            "",
            total >= 20 ? words.formats().percent((double) share.count() / total) : ""))
        .toList();
  }

  private IncidentList incidents(
      SelectedIncidents.Listed listed, Hotspot hotspot, Map<UUID, String> areas, Words words) {
    return new IncidentList(
        listed.count(),
        lines.of(listed.rows(), List.of(hotspot), areas, words),
        words.say(
            "list.shown",
            words.formats().number(listed.rows().size()),
            words.formats().number(listed.count())),
        null,
        "");
  }
}
