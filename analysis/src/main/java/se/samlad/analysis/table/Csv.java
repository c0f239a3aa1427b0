package se.samlad.analysis.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table of text with named columns, read from CSV (RFC 4180): quoted fields, comma or semicolon told from the heading.
 * Empty, {@code NA} and {@code NaN} are missing numbers.
 */
public final class Csv {

  private final List<String> columns;
  private final List<List<String>> rows;

  private Csv(List<String> columns, List<List<String>> rows) {
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
  }

  public static Csv read(Path file) {
    try {
      return parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read as a table in UTF-8".formatted(file), e);
    }
  }

  public static Csv parse(String text) {
    List<List<String>> lines = lines(text);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("The table is empty: not even a line with column names");
    }
    List<String> columns = lines.get(0).stream().map(String::trim).toList();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).size() != columns.size()) {
        throw new IllegalArgumentException("Row %d has %d fields but there are %d columns"
            .formatted(i, lines.get(i).size(), columns.size()));
      }
    }
    return new Csv(columns, lines.subList(1, lines.size()));
  }

  public List<String> columns() {
    return columns;
  }

  public int size() {
    return rows.size();
  }

  public boolean has(String column) {
    return columns.contains(column);
  }

  public List<String> row(int index) {
    return rows.get(index);
  }

  public String text(int row, String column) {
    return rows.get(row).get(position(column));
  }

  public String[] texts(String column) {
    int position = position(column);
    return rows.stream().map(row -> row.get(position)).toArray(String[]::new);
  }

  public double number(int row, String column) {
    return toNumber(text(row, column), column, row);
  }

  /** A column as numbers, missing ones as NaN. */
  public double[] numbers(String column) {
    int position = position(column);
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = toNumber(rows.get(i).get(position), column, i);
    }
    return values;
  }

  /** A column as whole numbers; a missing or broken one is refused. */
  public int[] integers(String column) {
    double[] values = numbers(column);
    for (double value : values) {
      if (value != Math.rint(value)) {
        throw new IllegalArgumentException(
            "Column %s should hold whole numbers but has %s".formatted(column, value));
      }
    }
    return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
  }

  /** The rows where a column has this text. */
  public Csv where(String column, String value) {
    int position = position(column);
    return new Csv(
        columns, rows.stream().filter(row -> row.get(position).equals(value)).toList());
  }

  /** The different texts of a column in order of appearance. */
  public List<String> distinct(String column) {
    return Arrays.stream(texts(column)).distinct().toList();
  }

  /** Which of these names is a column here. */
  public Optional<String> firstOf(String... names) {
    return Arrays.stream(names).filter(this::has).findFirst();
  }

  private int position(String column) {
    int position = columns.indexOf(column);
    if (position < 0) {
      throw new IllegalArgumentException("There is no column %s; the columns are %s"
          .formatted(column, String.join(", ", columns)));
    }
    return position;
  }

  private static double toNumber(String text, String column, int row) {
    String trimmed = text.trim();
    switch (trimmed) {
      case "", "NA", "NaN", "nan" -> {
        return Double.NaN;
      }
      case "Inf", "inf" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-Inf", "-inf" -> {
        return Double.NEGATIVE_INFINITY;
      }
      case "TRUE", "True", "true" -> {
        return 1;
      }
      case "FALSE", "False", "false" -> {
        return 0;
      }
      default -> {
        try {
          return Double.parseDouble(trimmed);
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException(
              "Column %s, row %d: \"%s\" is not a number".formatted(column, row + 1, trimmed), e);
        }
      }
    }
  }

  private static List<List<String>> lines(String text) {
    CsvReader reader = new CsvReader(new StringReader(text));
    List<List<String>> lines = new ArrayList<>();
    for (List<String> line = reader.next(); line != null; line = reader.next()) {
      lines.add(List.copyOf(line));
    }
    return lines;
  }
}
