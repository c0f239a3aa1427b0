package se.samlad.reporting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of a report strictly: unknown fields, doubled fields, wrong types and NUL are refused with the field named, all of them
 * at once. What it lets through is well formed; whether it may be is {@link SubmissionRules}' part.
 */
@Component
public class SubmissionReader {

  /** The largest body that is read at all. */
  public static final int MOST_BYTES = 200_000;

  private static final int MOST_TEXT = 500;
  private static final Set<String> REPORT = Set.of("incidents", "nothing", "organisation", "id");
  private static final Set<String> NOTHING = Set.of("period", "unit", "area");
  private static final Set<String> INCIDENT = Set.of(
      "category",
      "from",
      "to",
      "lon",
      "lat",
      "area",
      "precision",
      "accuracyMeters",
      "indoors",
      "ongoing",
      "severity",
      "suspected",
      "text",
      "answers",
      "witnessOf");

  private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(10)
              .maxStringLength(20_000)
              .maxNumberLength(40)
              .maxNameLength(200)
              .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build())
      .build();

  /** A correction: its own id, and the whole new content. */
  public record Correction(UUID id, Submission.Incidents content) {}

  /** Reads a report body; a refusal with all problems when it cannot be taken. */
  public Submission read(byte[] body) {
    Reading reading = new Reading();
    Submission submission = reading.submission(tree(body));
    reading.refuseProblems();
    return submission;
  }

  /** Reads a correction. */
  public Correction readCorrection(byte[] body) {
    Reading reading = new Reading();
    JsonNode root = tree(body);
    UUID id = reading.uuid(root, "id", "id");
    Submission submission = reading.submission(root);
    if (id == null) {
      reading.problem("id", "input.required");
    }
    if (!(submission instanceof Submission.Incidents)) {
      reading.problem("incidents", "input.required");
    }
    reading.refuseProblems();
    return new Correction(java.util.Objects.requireNonNull(id), (Submission.Incidents) submission);
  }

  /** Reads a withdrawal, which holds its own id only. */
  public UUID readWithdrawal(byte[] body) {
    Reading reading = new Reading();
    JsonNode root = tree(body);
    reading.refuseUnknown(root, "", Set.of("id"));
    UUID id = reading.uuid(root, "id", "id");
    if (id == null) {
      reading.problem("id", "input.required");
    }
    reading.refuseProblems();
    return java.util.Objects.requireNonNull(id);
  }

  private JsonNode tree(byte[] body) {
    if (body.length > MOST_BYTES) {
      throw new InvalidInput("", "input.body.large", MOST_BYTES);
    }
    try {
      JsonNode root = json.readTree(body);
      if (root == null || !root.isObject()) {
        throw new InvalidInput("", "input.json.object");
      }
      return root;
    } catch (JacksonException e) {
      var where = e.getLocation();
      throw new InvalidInput(
          "",
          "input.json.malformed",
          where == null ? 0 : where.getLineNr(),
          where == null ? 0 : where.getColumnNr());
    }
  }

  /** One reading with the problems met so far. */
  private static final class Reading {

    private final List<InputProblem> problems = new ArrayList<>();

    Submission submission(JsonNode root) {
      refuseUnknown(root, "", REPORT);
      UUID organisation = uuid(root, "organisation", "organisation");
      boolean incidents = root.has("incidents");
      if (incidents == root.has("nothing")) {
        problem("incidents", "input.incidents.or.nothing");
        return new Submission.Incidents(organisation, List.of());
      }
      return incidents
          ? new Submission.Incidents(organisation, incidents(root.get("incidents")))
          : nothing(organisation, root.get("nothing"));
    }

    private Submission nothing(@Nullable UUID organisation, JsonNode node) {
      refuseUnknown(node, "nothing.", NOTHING);
      Optional<IsoWeek> period =
          Optional.ofNullable(string(node, "period", "nothing.period", 10)).flatMap(IsoWeek::parse);
      if (period.isEmpty()) {
        problem("nothing.period", "input.period");
      }
      return new Submission.Nothing(
          organisation,
          period.orElse(new IsoWeek(2000, 1)),
          uuid(node, "unit", "nothing.unit"),
          uuid(node, "area", "nothing.area"));
    }

    private List<ReportedIncident> incidents(JsonNode node) {
      if (!node.isArray() || node.isEmpty() || node.size() > 20) {
        problem("incidents", "input.incidents.count");
        return List.of();
      }
      List<ReportedIncident> incidents = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        incidents.add(incident(node.get(i), "incidents[" + i + "]."));
      }
      return incidents;
    }

    private ReportedIncident incident(JsonNode node, String at) {
      refuseUnknown(node, at, INCIDENT);
      String category = string(node, "category", at + "category", 60);
      if (category == null) {
        problem(at + "category", "input.required");
      }
      Instant from = instant(node, "from", at);
      if (from == null && !node.has("from")) {
        problem(at + "from", "input.required");
      }
      Instant start = from == null ? Instant.EPOCH : from;
      Instant to = instant(node, "to", at);
      return new ReportedIncident(
          category == null ? "" : category,
          start,
          to == null ? start : to,
          place(node, at),
          flag(node, "indoors", at),
          flag(node, "ongoing", at),
          severity(node, at),
          flag(node, "suspected", at),
          text(node, at),
          answers(node, at),
          uuid(node, "witnessOf", at + "witnessOf"));
    }

    private Place place(JsonNode node, String at) {
      UUID area = uuid(node, "area", at + "area");
      boolean point = node.has("lon") || node.has("lat");
      if (point == (area != null) && !hasProblem(at + "area")) {
        problem(at + "lon", "input.place.one");
      }
      if (!point) {
        return new Place.WithinArea(area == null ? new UUID(0, 0) : area);
      }
      return new Place.Point(
          number(node, "lon", at),
          number(node, "lat", at),
          precision(node, at),
          accuracy(node, at));
    }

    private PrecisionClass precision(JsonNode node, String at) {
      String text = string(node, "precision", at + "precision", 20);
      if (text == null) {
        return PrecisionClass.EXACT;
      }
      for (PrecisionClass precision : PrecisionClass.values()) {
        if (precision.name().equalsIgnoreCase(text)) {
          return precision;
        }
      }
      problem(at + "precision", "input.precision");
      return PrecisionClass.CENTROID;
    }

    private @Nullable Double accuracy(JsonNode node, String at) {
      if (!node.hasNonNull("accuracyMeters")) {
        return null;
      }
      double meters = number(node, "accuracyMeters", at);
      if (meters < 0 || meters > 100_000) {
        problem(at + "accuracyMeters", "input.accuracy");
      }
      return meters;
    }

    private double number(JsonNode node, String name, String at) {
      JsonNode value = node.get(name);
      if (value == null || !value.isNumber() || !Double.isFinite(value.doubleValue())) {
        problem(at + name, "input.number");
        return 0;
      }
      return value.doubleValue();
    }

    private @Nullable Integer severity(JsonNode node, String at) {
      if (!node.hasNonNull("severity")) {
        return null;
      }
      JsonNode value = node.get("severity");
      if (!value.isIntegralNumber()
          || !value.canConvertToInt()
          || value.intValue() < 1
          || value.intValue() > 3) {
        problem(at + "severity", "input.severity");
        return null;
      }
      return value.intValue();
    }

    private boolean flag(JsonNode node, String name, String at) {
      JsonNode value = node.get(name);
      if (value != null && !value.isBoolean() && !value.isNull()) {
        problem(at + name, "input.boolean");
      }
      return value != null && value.isBoolean() && value.booleanValue();
    }

    private ReportedText text(JsonNode node, String at) {
      if (!node.has("text")) {
        return new ReportedText.Kept();
      }
      if (node.get("text").isNull()) {
        return new ReportedText.Removed();
      }
      String text = string(node, "text", at + "text", MOST_TEXT);
      return text == null || text.isBlank()
          ? new ReportedText.Removed()
          : new ReportedText.Written(text.strip());
    }

    private Map<String, String> answers(JsonNode node, String at) {
      JsonNode value = node.get("answers");
      Map<String, String> answers = new HashMap<>();
      if (value == null || value.isNull()) {
        return answers;
      }
      if (!value.isObject() || value.size() > 20) {
        problem(at + "answers", "input.answers");
        return answers;
      }
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        if (entry.getKey().length() > 60 || entry.getKey().indexOf('\0') >= 0) {
          problem(at + "answers", "input.answers");
        } else {
          String answer = string(value, entry.getKey(), at + "answers." + entry.getKey(), 100);
          if (answer != null) {
            answers.put(entry.getKey(), answer);
          }
        }
      }
      return answers;
    }

    private @Nullable Instant instant(JsonNode node, String name, String at) {
      String text = string(node, name, at + name, 40);
      if (text == null) {
        return null;
      }
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException notATime) {
        problem(at + name, "input.time");
        return null;
      }
    }

    private @Nullable UUID uuid(JsonNode node, String name, String field) {
      String text = string(node, name, field, 36);
      if (text == null) {
        return null;
      }
      if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
        problem(field, "input.uuid");
        return null;
      }
      return UUID.fromString(text);
    }

    private @Nullable String string(JsonNode node, String name, String field, int longest) {
      JsonNode value = node.get(name);
      if (value == null || value.isNull()) {
        return null;
      }
      if (!value.isString()) {
        problem(field, "input.string");
        return null;
      }
      String text = value.stringValue();
      if (text.codePointCount(0, text.length()) > longest) {
        problem(field, "input.long", longest);
        return null;
      }
      if (!Signs.storable(text)) {
        problem(field, "input.signs");
        return null;
      }
      return text;
    }

    private void refuseUnknown(JsonNode node, String at, Set<String> known) {
      if (!node.isObject()) {
        problem(at.isEmpty() ? "" : at.substring(0, at.length() - 1), "input.json.object");
        return;
      }
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (!known.contains(entry.getKey())) {
          problem(at + entry.getKey(), "input.unknown");
        }
      }
    }

    private boolean hasProblem(String field) {
      return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    private void problem(String field, String messageKey, Object... arguments) {
      problems.add(InputProblem.of(field, messageKey, arguments));
    }

    private void refuseProblems() {
      if (!problems.isEmpty()) {
        throw new InvalidInput(problems.subList(0, Math.min(problems.size(), 20)));
      }
    }
  }
}
