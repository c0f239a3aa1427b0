package se.samlad.reporting.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.catalogue.Categories;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.geography.Place;
import se.samlad.ground.geography.Places;
import se.samlad.ground.web.Formats;
import se.samlad.reporting.SentReport;

/** Incidents as a line of words each: those a form has carried along, and those of a report that is corrected. */
@Component
class AddedLines {

  private static final double NEAREST_METERS = 150;

  private final FormReader reader;
  private final Categories categories;
  private final Places places;
  private final Areas areas;

  AddedLines(FormReader reader, Categories categories, Places places, Areas areas) {
    this.reader = reader;
    this.categories = categories;
    this.places = places;
    this.areas = areas;
  }

  /** What a person knows an incident by; {@code json} is what the form carries of it. */
  record Line(String category, String place, String when, String json) {}

  List<Line> of(Typed typed) {
    List<Line> lines = new ArrayList<>();
    for (String json : typed.added()) {
      Map<?, ?> incident = reader.read(json);
      lines.add(new Line(
          name(String.valueOf(incident.get("category"))),
          place(incident),
          when(
              Instant.parse(String.valueOf(incident.get("from"))),
              Instant.parse(String.valueOf(incident.get("to")))),
          json));
    }
    return lines;
  }

  List<Line> of(SentReport report) {
    return report.items().stream()
        .map(item ->
            new Line(name(item.category()), item.placeLabel(), when(item.from(), item.to()), ""))
        .toList();
  }

  private String name(String code) {
    return categories
        .find(code)
        .map(category -> category.name(locale().getLanguage()))
        .orElse(code);
  }

  private String place(Map<?, ?> incident) {
    if (incident.get("lon") instanceof Number lon && incident.get("lat") instanceof Number lat) {
      Sweref99.Point plane = Sweref99.TM.project(lon.doubleValue(), lat.doubleValue());
      return places
          .nearest(plane.easting(), plane.northing(), NEAREST_METERS)
          .map(Place::name)
          .orElse("");
    }
    return areas
        .find(UUID.fromString(String.valueOf(incident.get("area"))))
        .map(area -> area.name())
        .orElse("");
  }

  private static String when(Instant from, Instant to) {
    Formats formats = Formats.in(locale());
    return from.equals(to)
        ? formats.moment(from)
        : formats.moment(from) + " – " + formats.moment(to);
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
