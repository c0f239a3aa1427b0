package se.samlad.intake.open311;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samlad.intake.outgoing.OutgoingFailure;
import se.samlad.intake.outgoing.OutgoingFailure.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of GeoReport v2: requests, services, and what a POST is answered with. Fields of others' own are passed over. */
final class GeoReport {

  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_CODE = 100;

  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(20)
              .maxStringLength(100_000)
              .maxNumberLength(40)
              .build())
          .build())
      .build();

  private GeoReport() {}

  /** What was read, and how many could not be. */
  record Requests(List<ServiceRequest> list, int unreadable) {
    Requests {
      list = List.copyOf(list);
    }
  }

  /** A kind of fault the other system takes (GeoReport: service). */
  record Service(String code, String name) {}

  /** What a POST was answered with: the request's id at once, or a token to ask for it with. */
  record Sent(@Nullable String requestId, @Nullable String token) {}

  static Requests requests(byte[] body) {
    List<ServiceRequest> requests = new ArrayList<>();
    int unreadable = 0;
    for (JsonNode node : list(body)) {
      Optional<ServiceRequest> request = request(node);
      request.ifPresent(requests::add);
      unreadable += request.isPresent() ? 0 : 1;
    }
    return new Requests(requests, unreadable);
  }

  static List<Service> services(byte[] body) {
    List<Service> services = new ArrayList<>();
    for (JsonNode node : list(body)) {
      String code = text(node, "service_code", LONGEST_CODE);
      String name = text(node, "service_name", LONGEST_CODE);
      if (!code.isEmpty() && !name.isEmpty()) {
        services.add(new Service(code, name));
      }
    }
    return services;
  }

  /** @return empty when neither id nor token can be found in the answer */
  static Optional<Sent> sent(byte[] body) {
    JsonNode tree = tree(body);
    JsonNode first = tree.isArray() && !tree.isEmpty() ? tree.get(0) : tree;
    String id = text(first, "service_request_id", LONGEST_CODE);
    String token = text(first, "token", LONGEST_CODE);
    return id.isEmpty() && token.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sent(id.isEmpty() ? null : id, token.isEmpty() ? null : token));
  }

  private static Optional<ServiceRequest> request(JsonNode node) {
    String id = text(node, "service_request_id", LONGEST_CODE);
    String code = text(node, "service_code", LONGEST_CODE);
    if (id.isEmpty() || code.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant at = OffsetDateTime.parse(text(node, "requested_datetime", 40)).toInstant();
      String name = text(node, "service_name", LONGEST_CODE);
      return Optional.of(new ServiceRequest(
          id,
          code,
          name.isEmpty() ? code : name,
          !text(node, "status", 20).equalsIgnoreCase("closed"),
          text(node, "status_notes", LONGEST_TEXT),
          text(node, "description", LONGEST_TEXT),
          at,
          degrees(node.path("long"), 180),
          degrees(node.path("lat"), 90)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Double degrees(JsonNode node, double most) {
    String text = node.asString("");
    if (!text.matches("-?[0-9]{1,3}(\\.[0-9]{1,20})?")) {
      return null;
    }
    double degrees = Double.parseDouble(text);
    return Math.abs(degrees) <= most && degrees != 0 ? degrees : null;
  }

  private static JsonNode list(byte[] body) {
    JsonNode tree = tree(body);
    if (!tree.isArray()) {
      throw OutgoingFailure.of(Kind.ANSWER, "open311.answer.other");
    }
    return tree;
  }

  private static JsonNode tree(byte[] body) {
    if (new String(body, StandardCharsets.UTF_8).isBlank()) {
      throw OutgoingFailure.of(Kind.ANSWER, "open311.answer.other");
    }
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw OutgoingFailure.of(Kind.ANSWER, "open311.answer.other");
    }
  }

  private static String text(JsonNode node, String field, int longest) {
    String text = node.path(field)
        .asString("")
        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]+", " ")
        .strip();
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
