package se.samlad.reporting.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.TextGuard;
import se.samlad.reporting.SentReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the form, sent without script, into the same body a phone or a system sends, so that one reader and one set of rules judge them
 * all. The same form sent twice gives the same bytes: "now" is when the form was shown, as it says on it.
 */
@Component
class FormReader {

  private final PlaceReader places;
  private final TimeReader times;
  private final TextGuard guard;
  private final JsonMapper json;

  FormReader(PlaceReader places, TimeReader times, TextGuard guard, JsonMapper json) {
    this.places = places;
    this.times = times;
    this.guard = guard;
    this.json = json;
  }

  /**
   * The report's body: what was added before, and what the form says now unless it says nothing more. All that is wrong with fields of the
   * form's own is told at once.
   */
  byte[] report(Typed typed, Instant now) {
    List<Object> incidents = new ArrayList<>();
    typed.added().forEach(added -> incidents.add(read(added)));
    if (incidents.isEmpty()
        || !typed.of("kategori").isEmpty()
        || !typed.of("text").isEmpty()) {
      incidents.add(incident(typed, now, Optional.empty()));
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("incidents", incidents);
    if (!typed.of("organisation").isEmpty()) {
      root.put("organisation", typed.of("organisation"));
    }
    return json.writeValueAsBytes(root);
  }

  /** What the form says now as an incident of its own, to be carried along by the form: certain hits are masked already here. */
  String incident(Typed typed, Instant now) {
    Map<String, Object> incident = incident(typed, now, Optional.empty());
    incident.computeIfPresent(
        "text", (field, text) -> guard.guard(text.toString()).text());
    return json.writeValueAsString(incident);
  }

  /** An incident that the form has carried along. */
  Map<?, ?> read(String added) {
    try {
      return json.readValue(added, Map.class);
    } catch (JacksonException broken) {
      throw new InvalidInput("kategori", "reporting.problem.added");
    }
  }

  /** A correction's body: what the form says nothing of stays as stored, in the incident it is about and in all others. */
  byte[] correction(Typed typed, Instant now, UUID request, List<SentReport.Item> stored, int nr) {
    List<Object> incidents = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      incidents.add(
          i == nr ? incident(typed, now, Optional.of(stored.get(i))) : same(stored.get(i)));
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("id", request.toString());
    root.put("incidents", incidents);
    return json.writeValueAsBytes(root);
  }

  private Map<String, Object> incident(Typed typed, Instant now, Optional<SentReport.Item> stored) {
    List<InputProblem> problems = new ArrayList<>();
    Map<String, Object> incident = new LinkedHashMap<>();
    category(typed, incident, problems);
    times.read(typed, now, stored, incident, problems);
    place(typed, stored, incident, problems);
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    incident.put("indoors", typed.on("inomhus"));
    incident.put("ongoing", typed.on("pagar"));
    incident.put("suspected", typed.on("misstankt"));
    severity(typed, incident);
    answers(typed, incident);
    witness(typed.of("samma"), incident);
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

  private void place(
      Typed typed,
      Optional<SentReport.Item> stored,
      Map<String, Object> incident,
      List<InputProblem> problems) {
    try {
      if (!places.read(typed, incident)) {
        stored.ifPresentOrElse(
            item -> keepPlace(item, incident),
            () -> problems.add(InputProblem.of(PlaceReader.FIELD, "reporting.problem.place")));
      }
    } catch (InvalidInput invalid) {
      problems.addAll(invalid.problems());
    }
  }

  private static void keepPlace(SentReport.Item stored, Map<String, Object> incident) {
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
  }

  private static void severity(Typed typed, Map<String, Object> incident) {
    String said = typed.of("allvar");
    if (!said.isEmpty()) {
      incident.put("severity", said.matches("[0-9]") ? Integer.valueOf(said) : Integer.valueOf(0));
    }
  }

  /** Answers to the questions of the tile and of what it is more exactly; those of other tiles do not count. */
  private static void answers(Typed typed, Map<String, Object> incident) {
    Map<String, String> answers = new TreeMap<>(typed.answers(typed.of("kategori")));
    answers.putAll(typed.answers(typed.of("del-" + typed.of("kategori"))));
    if (!answers.isEmpty()) {
      incident.put("answers", answers);
    }
  }

  private static void witness(String same, Map<String, Object> incident) {
    if (!same.isEmpty()) {
      incident.put("witnessOf", same);
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

  /** A stored incident as it is: leaving out the text keeps it. */
  private static Map<String, Object> same(SentReport.Item stored) {
    Map<String, Object> incident = new LinkedHashMap<>();
    incident.put("category", stored.category());
    incident.put("from", stored.from().toString());
    incident.put("to", stored.to().toString());
    keepPlace(stored, incident);
    incident.put("indoors", stored.indoors());
    incident.put("ongoing", stored.ongoing());
    incident.put("suspected", stored.suspected());
    incident.put("severity", stored.severity());
    incident.put("answers", stored.answers());
    UUID witness = stored.witnessOf();
    witness(witness == null ? "" : witness.toString(), incident);
    return incident;
  }
}
