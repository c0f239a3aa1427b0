package se.samlad.insight.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.analysis.Certainty;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Formats;
import se.samlad.incident.SourceKinds;
import se.samlad.insight.Hotspot;
import se.samlad.insight.SelectedIncidents;
import se.samlad.insight.jdbc.RowStore.Row;
import se.samlad.insight.web.AnalysisPage.IncidentLine;

/** Incidents as lines of a list: the same facts as on the map, in words. */
@Component
class IncidentLines {

  private final SourceKinds sources;
  private final CategoryNames names;
  private final AnalysisMap map;

  IncidentLines(SourceKinds sources, CategoryNames names, AnalysisMap map) {
    this.sources = sources;
    this.names = names;
    this.map = map;
  }

  List<IncidentLine> of(
      List<Row> rows, List<Hotspot> hotspots, Map<UUID, String> areas, Words words) {
    Map<UUID, SourceKinds.Origin> origins = sources.all();
    Map<String, String> categories = names.of(words.locale());
    Map<String, String> pictures = map.pictures();
    boolean opens = opens(CurrentActor.get());
    return rows.stream()
        .map(row -> line(row, hotspots, areas, origins, categories, pictures, opens, words))
        .toList();
  }

  /** Whoever reviews may open the incident itself. */
  private static boolean opens(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.ORGANISATION_COORDINATOR);
  }

  private static IncidentLine line(
      Row row,
      List<Hotspot> hotspots,
      Map<UUID, String> areas,
      Map<UUID, SourceKinds.Origin> origins,
      Map<String, String> categories,
      Map<String, String> pictures,
      boolean opens,
      Words words) {
    Optional<Hotspot> hotspot = SelectedIncidents.hotspotOf(row, hotspots);
    String area = Optional.ofNullable(row.area()).map(areas::get).orElse(words.say("outside"));
    return new IncidentLine(
        row.at() == null ? words.formats().week(row.week()) : words.formats().tableDate(row.at()),
        row.at() == null ? "–" : time(row.at(), row.until(), words),
        pictures.getOrDefault(row.categoryGroup(), ""),
        categories.getOrDefault(row.category(), row.category()),
        opens ? "/handelser/" + row.id() : null,
        row.placeLabel().isBlank() ? area : row.placeLabel(),
        hotspot.map(Hotspot::rank).orElse(0),
        hotspot.filter(each -> each.certainty() == Certainty.UNCERTAIN).isPresent(),
        source(row, origins, words),
        row.reviewed());
  }

  /** lör 21.40; fre 19.20–22.00; fre 18.00–2026-11-23 07.00. */
  private static String time(
      Instant at, @org.jspecify.annotations.Nullable Instant until, Words words) {
    Formats formats = words.formats();
    var day = at.atZone(IsoWeek.ZONE).toLocalDate();
    String begun = formats.weekday(day) + " " + formats.tableTime(at);
    if (until == null || until.equals(at)) {
      return begun;
    }
    return until.atZone(IsoWeek.ZONE).toLocalDate().equals(day)
        ? begun + "–" + formats.tableTime(until)
        : begun + " – " + formats.tableMoment(until);
  }

  private static String source(Row row, Map<UUID, SourceKinds.Origin> origins, Words words) {
    return row.organisations().stream()
        .distinct()
        .map(origins::get)
        .map(origin -> origin == null
            ? words.say("source.unknown")
            : origin.name().isEmpty() ? words.say("source." + origin.kind()) : origin.name())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
