package se.samlad.reporting.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.web.Formats;
import se.samlad.reporting.SentReport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the form, sent without script, into the same body a phone or a system sends, so that one reader and one set of rules judge them
 * all. The same form sent twice gives the same bytes: "now" is when the form was shown, as it says on it.
 */
@Component
class FormReader {

  /** A form that has stood open for longer does not know what now is. */
  private static final Duration STILL_NOW = Duration.ofMinutes(30);

  private final PlaceReader places;
  private final JsonMapper json;

  FormReader(PlaceReader places, JsonMapper json) {
    this.places = places;
    this.json = json;
  }

  /** The report's body; all that is wrong with fields of the form's own is told at once. */
  byte[] report(Typed typed, Instant now) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("incidents", List.of(incident(typed, now, Optional.empty())));
    if (!typed.of("organisation").isEmpty()) {
      root.put("organisation", typed.of("organisation"));
    }
    return json.writeValueAsBytes(root);
  }

  /** A correction's body: what the form says nothing of stays as in the stored item. */
  byte[] correction(Typed typed, Instant now, UUID request, SentReport.Item stored) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("id", request.toString());
    root.put("incidents", List.of(incident(typed, now, Optional.of(stored))));
    return json.writeValueAsBytes(root);
  }

  private Map<String, Object> incident(Typed typed, Instant now, Optional<SentReport.Item> stored) {
    List<InputProblem> problems = new ArrayList<>();
    Map<String, Object> incident = new LinkedHashMap<>();
    category(typed, incident, problems);
    time(typed, now, stored, incident, problems);
    place(typed, stored, incident, problems);
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    incident.put("indoors", typed.on("inomhus"));
    incident.put("ongoing", typed.on("pagar"));
    incident.put("suspected", typed.on("misstankt"));
    severity(typed, incident);
    text(typed, stored.isPresent(), incident);
    return incident;
  }

  private static void category(
      Typed typed, Map<String, Object> incident, List<InputProblem> problems) {
    String finer = typed.of("del-" + typed.of("kategori"));
    String category = finer.isEmpty() ? typed.of("kategori") : finer;
    if (category.isEmpty()) {
      problems.add(InputProblem.of("kategori", "reporting.problem.category"));
    }
    incident.put("category", category);
  }

  private static void time(
      Typed typed,
      Instant now,
      Optional<SentReport.Item> stored,
      Map<String, Object> incident,
      List<InputProblem> problems) {
    String said = typed.of("nar").isEmpty() ? TimeChoice.NOW.code() : typed.of("nar");
    TimeChoice choice = TimeChoice.find(said).orElse(TimeChoice.NOW);
    if (choice == TimeChoice.KEEP && stored.isPresent()) {
      incident.put("from", stored.get().from().toString());
      incident.put("to", stored.get().to().toString());
    } else if (choice == TimeChoice.BETWEEN) {
      between(typed, incident, problems);
    } else {
      Optional<TimeChoice.Interval> interval = choice.interval(shown(typed, now));
      if (interval.isEmpty()) {
        problems.add(InputProblem.of("nar", "reporting.problem.time.evening"));
      } else {
        incident.put("from", interval.get().from().toInstant().toString());
        incident.put("to", interval.get().to().toInstant().toString());
      }
    }
  }

  private static void between(
      Typed typed, Map<String, Object> incident, List<InputProblem> problems) {
    Optional<Instant> from = local(typed.of("fran"));
    Optional<Instant> to = typed.of("till").isEmpty() ? from : local(typed.of("till"));
    if (from.isEmpty()) {
      problems.add(InputProblem.of("fran", "reporting.problem.time.from"));
    } else {
      incident.put("from", from.get().toString());
    }
    if (!typed.of("till").isEmpty() && to.isEmpty()) {
      problems.add(InputProblem.of("till", "reporting.problem.time.to"));
    } else {
      to.ifPresent(end -> incident.put("to", end.toString()));
    }
  }

  private void place(
      Typed typed,
      Optional<SentReport.Item> stored,
      Map<String, Object> incident,
      List<InputProblem> problems) {
    try {
      if (!places.read(typed, incident)
          && !stored.map(item -> keep(item, incident)).orElse(false)) {
        problems.add(InputProblem.of(PlaceReader.FIELD, "reporting.problem.place"));
      }
    } catch (InvalidInput invalid) {
      problems.addAll(invalid.problems());
    }
  }

  private static boolean keep(SentReport.Item stored, Map<String, Object> incident) {
    Double lon = stored.lon();
    Double lat = stored.lat();
    if (lon != null && lat != null) {
      incident.put("lon", lon);
      incident.put("lat", lat);
      incident.put("precision", stored.precision().name());
      incident.put("accuracyMeters", stored.accuracyMeters());
    } else {
      UUID area = stored.area();
      incident.put("area", area == null ? "" : area.toString());
    }
    return true;
  }

  private static void severity(Typed typed, Map<String, Object> incident) {
    String said = typed.of("allvar");
    if (!said.isEmpty()) {
      incident.put("severity", said.matches("[0-9]") ? Integer.valueOf(said) : Integer.valueOf(0));
    }
  }

  private static void text(Typed typed, boolean correction, Map<String, Object> incident) {
    // A browser sends line ends as two signs; the limit counts what was typed.
    String text = typed.of("text").replace("\r\n", "\n");
    if (!text.isEmpty()) {
      incident.put("text", text);
    } else if (correction && typed.on("taborttext")) {
      incident.put("text", null);
    }
  }

  private static ZonedDateTime shown(Typed typed, Instant now) {
    Instant shown = now;
    try {
      Instant opened = Instant.parse(typed.of("oppnad"));
      if (!opened.isAfter(now) && opened.isAfter(now.minus(STILL_NOW))) {
        shown = opened;
      }
    } catch (DateTimeException notATime) {
      // The form says nothing of when it was shown: it is now.
    }
    return shown.atZone(Formats.ZONE);
  }

  private static Optional<Instant> local(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text).atZone(Formats.ZONE).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
