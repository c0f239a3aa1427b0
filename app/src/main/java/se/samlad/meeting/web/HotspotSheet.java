package se.samlad.meeting.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.catalogue.CategorySymbols;
import se.samlad.ground.geography.MapDrawing;
import se.samlad.ground.geography.MapFrame;
import se.samlad.ground.geography.MapMark;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionSql;
import se.samlad.insight.Hotspot;
import se.samlad.measure.Measure;
import se.samlad.meeting.GroupEyes;
import se.samlad.meeting.web.MeetingAddress.At;

/** A hotspot on the shared screen: its map and the equal list, as the group sees them. No text, photo or reporter is ever read here. */
@Component
class HotspotSheet {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 716;
  private static final int MOST_ROWS = 14;
  private static final int MOST_POINTS = 400;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private static final String WITHIN = """
      select category_group, category_code, from_at, easting, northing, place_label
        from incidents
       where easting between :minE and :maxE and northing between :minN and :maxN
         and precision_class not in ('AREA', 'CENTROID')
       order by from_at desc, incident_id
       limit 2000
      """;

  private final MapDrawing drawing;
  private final GroupEyes eyes;
  private final Categories categories;
  private final CategorySymbols symbols;
  private final JdbcClient db;
  private final MeetingWords words;

  HotspotSheet(
      MapDrawing drawing,
      GroupEyes eyes,
      Categories categories,
      CategorySymbols symbols,
      JdbcClient db,
      MeetingWords words) {
    this.drawing = drawing;
    this.eyes = eyes;
    this.categories = categories;
    this.symbols = symbols;
    this.db = db;
    this.words = words;
  }

  private record Incident(
      String group, @Nullable String code, Instant from, double e, double n, String place) {}

  /** A row of the list that equals the map. */
  record Row(Instant at, String what, String where) {}

  /** The map: the outline with its number, and the incidents as points unless guests are there. */
  String map(At at, Hotspot hotspot, boolean guests, String label) {
    List<MapMark> marks = new ArrayList<>();
    MapMark outline = new MapMark.Outline(
        hotspot.wktSweref(), hotspot.rank(), SlideFacts.certainty(hotspot.certainty()));
    if (!guests) {
      Map<String, String> shapes = symbols.byGroup();
      incidents(at.groupId(), hotspot).stream()
          .limit(MOST_POINTS)
          .forEach(incident -> marks.add(new MapMark.Point(
              incident.e(),
              incident.n(),
              shapes.getOrDefault(incident.group(), CategorySymbols.OTHERS))));
    }
    marks.add(outline);
    MapFrame frame = widened(MapFrame.around(List.of(outline), 160));
    return drawing.svg(frame, marks, WIDTH, HEIGHT, MapDrawing.Look.meeting(label));
  }

  List<Row> rows(At at, Hotspot hotspot) {
    Locale locale = words.locale();
    return incidents(at.groupId(), hotspot).stream()
        .limit(MOST_ROWS)
        .map(incident -> new Row(incident.from(), what(incident, locale), incident.place()))
        .toList();
  }

  /** Metres from the measure's place to the hotspot's middle; far away when the measure has no point. */
  double distance(Measure measure, Hotspot hotspot) {
    Double easting = measure.easting();
    Double northing = measure.northing();
    if (easting == null || northing == null) {
      return Double.MAX_VALUE;
    }
    Sweref99.Point middle = Sweref99.TM.project(hotspot.lon(), hotspot.lat());
    return Math.hypot(easting - middle.easting(), northing - middle.northing());
  }

  private List<Incident> incidents(UUID group, Hotspot hotspot) {
    Geometry outline = MapMark.geometry(hotspot.wktSweref());
    Envelope extent = outline.getEnvelopeInternal();
    IncidentSelection selection = IncidentSelection.ofWeeks(hotspot.firstWeek(), hotspot.week());
    List<Incident> within = eyes.as(
        group,
        () -> SelectionSql.of(selection)
            .query(db, WITHIN)
            .param("minE", extent.getMinX())
            .param("maxE", extent.getMaxX())
            .param("minN", extent.getMinY())
            .param("maxN", extent.getMaxY())
            .query((row, n) -> new Incident(
                row.getString("category_group"),
                row.getString("category_code"),
                row.getTimestamp("from_at").toInstant(),
                row.getDouble("easting"),
                row.getDouble("northing"),
                row.getString("place_label")))
            .list());
    return within.stream()
        .filter(incident ->
            outline.covers(GEOMETRY.createPoint(new Coordinate(incident.e(), incident.n()))))
        .toList();
  }

  private String what(Incident incident, Locale locale) {
    String code = incident.code() == null ? incident.group() : incident.code();
    return categories
        .find(code)
        .map((Category category) -> category.name(locale.getLanguage()))
        .orElse(code);
  }

  /** The frame in the sheet's proportions, so that the outline is whole. */
  private static MapFrame widened(MapFrame frame) {
    double wanted = (double) WIDTH / HEIGHT;
    double east = Math.max(0, frame.height() * wanted - frame.width()) / 2;
    double north = Math.max(0, frame.width() / wanted - frame.height()) / 2;
    return new MapFrame(
        frame.minE() - east, frame.minN() - north, frame.maxE() + east, frame.maxN() + north);
  }
}
