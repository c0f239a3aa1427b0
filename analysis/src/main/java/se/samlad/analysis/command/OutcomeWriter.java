package se.samlad.analysis.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import se.samlad.analysis.table.Json;

/**
 * Writes an outcome. JSON: the facts with the table as {@code rows}. GeoJSON: a feature for each row, the facts beside the
 * features. CSV: the table, or the facts as one row when there is none; with a table the facts go to the other stream, as
 * one line of JSON.
 */
public final class OutcomeWriter {

  /** The forms an outcome can take. */
  public enum Format {
    CSV,
    GEOJSON,
    JSON;

    /** The format of this name. */
    public static Format parse(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "csv" -> CSV;
        case "geojson" -> GEOJSON;
        case "json" -> JSON;
        default ->
          throw new IllegalArgumentException(
              "The format is csv, geojson or json, not \"%s\"".formatted(name));
      };
    }
  }

  private OutcomeWriter() {}

  /** Writes to {@code out}, for CSV with a table the facts to {@code facts}. */
  public static void write(
      Outcome outcome, Input input, Format format, PrintStream out, PrintStream facts) {
    switch (format) {
      case CSV -> csv(outcome, out, facts);
      case JSON -> json(outcome, out);
      case GEOJSON -> geoJson(outcome, input, out);
    }
    out.flush();
  }

  private static void csv(Outcome outcome, PrintStream out, PrintStream facts) {
    if (outcome.columns().isEmpty()) {
      Map<String, String> fields = new LinkedHashMap<>();
      flatten("", outcome.facts(), fields);
      out.println(
          fields.keySet().stream().map(OutcomeWriter::field).collect(Collectors.joining(",")));
      out.println(
          fields.values().stream().map(OutcomeWriter::field).collect(Collectors.joining(",")));
      return;
    }
    facts.println(outcome.facts().write());
    List<String> columns = outcome.columns();
    out.println(columns.stream().map(OutcomeWriter::field).collect(Collectors.joining(",")));
    StringBuilder line = new StringBuilder();
    for (int row = 0; row < outcome.rows(); row++) {
      line.setLength(0);
      for (String column : columns) {
        line.append(line.isEmpty() ? "" : ",").append(field(text(outcome.cell(column, row))));
      }
      out.println(line);
    }
  }

  private static void flatten(String path, Json value, Map<String, String> into) {
    if (value instanceof Json.Obj object) {
      object
          .fields()
          .forEach(
              (name, field) -> flatten(path.isEmpty() ? name : path + "." + name, field, into));
    } else {
      into.put(path, text(value));
    }
  }

  private static String text(Json value) {
    return switch (value) {
      case Json.Null none -> "";
      case Json.Text text -> text.value();
      default -> value.write();
    };
  }

  private static String field(String text) {
    boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quote ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  private static void json(Outcome outcome, PrintStream out) {
    List<String> columns = outcome.columns();
    String facts = outcome.facts().write();
    if (columns.isEmpty()) {
      out.println(facts);
      return;
    }
    out.print(facts.substring(0, facts.length() - 1));
    out.print(outcome.facts().fields().isEmpty() ? "\"rows\":[" : ",\"rows\":[");
    for (int row = 0; row < outcome.rows(); row++) {
      out.print(row == 0 ? "\n" : ",\n");
      out.print(rowOf(outcome, row).write());
    }
    out.println("]}");
  }

  private static Json.Obj rowOf(Outcome outcome, int row) {
    Json.Builder fields = Json.object();
    outcome.columns().forEach(column -> fields.put(column, outcome.cell(column, row)));
    return fields.build();
  }

  private static void geoJson(Outcome outcome, Input input, PrintStream out) {
    List<Geometry> shapes = outcome.shapes();
    if (shapes == null) {
      throw new IllegalArgumentException(
          "The result has no places to write as GeoJSON; ask for csv or json");
    }
    List<Geometry> placed = new ArrayList<>();
    shapes.forEach(shape -> placed.add(input.toLonLat(shape)));
    out.print("{\"type\":\"FeatureCollection\",\"facts\":");
    out.print(outcome.facts().write());
    out.print(",\"features\":[");
    for (int row = 0; row < outcome.rows(); row++) {
      out.print(row == 0 ? "\n" : ",\n");
      out.print(Json.object()
          .put("type", "Feature")
          .put("properties", rowOf(outcome, row))
          .put("geometry", GeoJson.write(placed.get(row)))
          .build()
          .write());
    }
    out.println("]}");
  }
}
