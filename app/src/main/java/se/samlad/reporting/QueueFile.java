package se.samlad.reporting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.storage.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The copy a reporter saves of what lies unsent in her phone (Swedish: kopia), byte for byte as the phone would have sent it.
 *
 * @param reports in the order they were written
 */
record QueueFile(List<Written> reports) {

  static final String FORMAT = "samlad-ko-1";
  static final int MOST_REPORTS = 200;
  static final int MOST_BYTES = 5_000_000;
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final JsonMapper JSON = JsonMapper.shared();

  QueueFile {
    reports = List.copyOf(reports);
  }

  /** A report as it was written. */
  record Written(UUID id, byte[] body) {}

  /** Reads a file, or says that it is none of ours. */
  static QueueFile read(byte[] file) {
    if (file.length == 0) {
      throw new InvalidInput("fil", "reporting.file.missing");
    }
    JsonNode root = file.length > MOST_BYTES ? null : tree(file);
    if (root == null
        || !root.path("format").asString("").equals(FORMAT)
        || !root.path("reports").isArray()) {
      throw wrong();
    }
    if (root.path("reports").size() > MOST_REPORTS) {
      throw new InvalidInput("fil", "reporting.file.most", MOST_REPORTS);
    }
    List<Written> reports = new ArrayList<>();
    for (JsonNode each : root.path("reports")) {
      String id = each.path("id").asString("");
      String body = each.path("body").asString("");
      if (!ID.matcher(id).matches() || body.isEmpty()) {
        throw wrong();
      }
      reports.add(new Written(UUID.fromString(id), body.getBytes(StandardCharsets.UTF_8)));
    }
    if (reports.isEmpty()) {
      throw wrong();
    }
    return new QueueFile(reports);
  }

  private static @Nullable JsonNode tree(byte[] file) {
    try {
      return JSON.readTree(file);
    } catch (JacksonException broken) {
      return null;
    }
  }

  private static InvalidInput wrong() {
    return new InvalidInput("fil", "reporting.file.wrong");
  }
}
