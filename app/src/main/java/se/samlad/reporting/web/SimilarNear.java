package se.samlad.reporting.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.reporting.SimilarIncidents;
import se.samlad.reporting.SimilarIncidents.Sketch;

/** "2 liknande nära, är det samma?" in words, for the page and for the part of it that a script fetches. */
@Component
class SimilarNear {

  private static final int MOST = 3;

  private final SimilarIncidents incidents;
  private final Categories categories;

  SimilarNear(SimilarIncidents incidents, Categories categories) {
    this.incidents = incidents;
    this.categories = categories;
  }

  /** One that may be the same. */
  record Row(UUID incident, String category, String place, Instant from, long meters) {}

  List<Row> of(Sketch sketch) {
    return incidents.near(sketch, MOST).stream()
        .map(similar -> new Row(
            similar.incident(),
            name(similar.categoryCode()),
            similar.place(),
            similar.from(),
            Math.round(similar.meters())))
        .toList();
  }

  /** From what the form is about to send; nothing for a place without a point. */
  List<Row> of(Map<?, ?> incident) {
    if (incident.get("lon") instanceof Number lon && incident.get("lat") instanceof Number lat) {
      String category = String.valueOf(incident.get("category"));
      return moment(incident.get("from"))
          .map(from -> of(new Sketch(
              category,
              from,
              moment(incident.get("to")).orElse(from),
              lon.doubleValue(),
              lat.doubleValue())))
          .orElse(List.of());
    }
    return List.of();
  }

  static Optional<Instant> moment(@Nullable Object text) {
    try {
      return Optional.of(OffsetDateTime.parse(String.valueOf(text)).toInstant());
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  private String name(String code) {
    return categories
        .find(code)
        .map(category -> category.name(LocaleContextHolder.getLocale().getLanguage()))
        .orElse(code);
  }
}
