package se.samlad.ground.access.console;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.audit.AuditEntry;
import tools.jackson.databind.json.JsonMapper;

/** Writes the trail's rows as they come: a line each for people, CSV for a table, a JSON array for programs. Times in both files are UTC. */
interface AuditPrinter {

  default void begin() {}

  /** @param name the display name of the member, empty when there is none */
  void print(AuditEntry entry, String name);

  default void end() {}

  static Optional<AuditPrinter> find(String format, PrintWriter out) {
    return switch (format) {
      case "text" -> Optional.of(new Lines(out));
      case "csv" -> Optional.of(new Table(out));
      case "json" -> Optional.of(new Array(out));
      default -> Optional.empty();
    };
  }

  /** For reading: local time, who, what, to what. */
  final class Lines implements AuditPrinter {

    private static final DateTimeFormatter MOMENT =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Stockholm"));

    private final PrintWriter out;

    Lines(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void print(AuditEntry entry, String name) {
      out.printf(
          "%s  %-8s %-36s %-24s %-24s %s %s %s%n",
          MOMENT.format(entry.at()),
          entry.actorKind(),
          text(entry.member()),
          visible(name),
          entry.verb(),
          entry.objectKind(),
          visible(text(entry.object())),
          entry.detail().equals("{}") ? "" : visible(entry.detail()));
    }

    /** No control character of a name reaches the terminal. */
    private static String visible(String text) {
      return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
  }

  /** A header and semicolons; a cell that begins as a formula gets an apostrophe before it. */
  final class Table implements AuditPrinter {

    private final CsvWriter csv;

    Table(PrintWriter out) {
      this.csv = CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(out);
    }

    @Override
    public void begin() {
      csv.writeRecord("at", "actor", "user", "name", "verb", "kind", "object", "detail");
    }

    @Override
    public void print(AuditEntry entry, String name) {
      csv.writeRecord(
          moment(entry.at()),
          entry.actorKind(),
          text(entry.member()),
          harmless(name),
          entry.verb(),
          entry.objectKind(),
          harmless(text(entry.object())),
          entry.detail());
    }

    private static String harmless(String cell) {
      String start = cell.strip();
      return !start.isEmpty() && "=+-@".indexOf(start.charAt(0)) >= 0 ? "'" + cell : cell;
    }
  }

  /** One object a row, in one array. */
  final class Array implements AuditPrinter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintWriter out;
    private boolean any;

    Array(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void begin() {
      out.print("[");
    }

    @Override
    public void print(AuditEntry entry, String name) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("id", entry.id().toString());
      row.put("at", moment(entry.at()));
      row.put("actor", entry.actorKind());
      row.put("user", entry.member() == null ? null : entry.member().toString());
      row.put("name", name.isEmpty() ? null : name);
      row.put("verb", entry.verb());
      row.put("kind", entry.objectKind());
      row.put("object", entry.object());
      row.put("detail", JSON.readTree(entry.detail()));
      out.print(any ? ",\n" : "\n");
      out.print(JSON.writeValueAsString(row));
      any = true;
    }

    @Override
    public void end() {
      out.println(any ? "\n]" : "]");
    }
  }

  private static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String text(@Nullable UUID id) {
    return id == null ? "" : id.toString();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
