package se.samlad.analysis.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What a method reads: a table with named columns, and a place per row when there is one. Rows are counted from 1 after
 * the heading in every refusal. At most {@link #ROW_LIMIT} rows, and no more than the memory holds.
 */
public final class Input {

  public static final int ROW_LIMIT = 10_000_000;

  /** Places in metres, SWEREF 99 TM unless the user said another plane. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Points(double[] x, double[] y) {
    public int size() {
      return x.length;
    }
  }

  private final Map<String, Column> columns;
  private final int size;
  private final Coordinates coordinates;
  private final @Nullable List<Geometry> shapes;

  Input(
      Map<String, Column> columns,
      int size,
      Coordinates coordinates,
      @Nullable List<Geometry> shapes) {
    this.columns = new LinkedHashMap<>(columns);
    this.size = size;
    this.coordinates = coordinates;
    this.shapes = shapes;
  }

  /** Reads a file, GeoJSON when its first character is a brace. */
  public static Input read(Path file, Options options) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no file %s".formatted(file));
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return InputReader.read(stream, options);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }

  public static Input read(InputStream stream, Options options) {
    return InputReader.read(stream, options);
  }

  /** Rows. */
  public int size() {
    return size;
  }

  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  public boolean has(String column) {
    return columns.containsKey(column);
  }

  public String text(int row, String column) {
    return column(column).text(row);
  }

  public String[] texts(String column) {
    Column found = column(column);
    String[] texts = new String[size];
    for (int row = 0; row < size; row++) {
      texts[row] = found.text(row);
    }
    return texts;
  }

  /** The finite number in a row. */
  public double number(int row, String column) {
    double number = column(column).number(row, column);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(
          "Row %d: column %s has no finite number".formatted(row + 1, column));
    }
    return number;
  }

  /** A column of finite numbers; a missing one is refused with its row. */
  public double[] numbers(String column) {
    double[] numbers = numbersOrMissing(column);
    for (int row = 0; row < size; row++) {
      if (!Double.isFinite(numbers[row])) {
        throw new IllegalArgumentException(
            "Row %d: column %s has no finite number".formatted(row + 1, column));
      }
    }
    return numbers;
  }

  /** A column of numbers, missing ones as NaN. */
  public double[] numbersOrMissing(String column) {
    Column found = column(column);
    double[] numbers = new double[size];
    for (int row = 0; row < size; row++) {
      numbers[row] = found.number(row, column);
    }
    return numbers;
  }

  /** A column of numbers within limits. */
  public double[] numbers(String column, double least, double most) {
    double[] numbers = numbers(column);
    for (int row = 0; row < size; row++) {
      if (numbers[row] < least || numbers[row] > most) {
        throw new IllegalArgumentException("Row %d: column %s has %s, which is outside %s to %s"
            .formatted(
                row + 1,
                column,
                Outcome.plain(numbers[row]),
                Outcome.plain(least),
                Outcome.plain(most)));
      }
    }
    return numbers;
  }

  /** A column of counts: whole numbers from 0. */
  public int[] counts(String column) {
    return whole(column, 0);
  }

  /** A column of whole numbers, none below {@code least}. */
  public int[] whole(String column, int least) {
    double[] numbers = numbers(column);
    int[] whole = new int[size];
    for (int row = 0; row < size; row++) {
      whole[row] = (int) numbers[row];
      if (whole[row] != numbers[row] || whole[row] < least) {
        throw new IllegalArgumentException(
            "Row %d: column %s has %s, which is not a whole number from %d"
                .formatted(row + 1, column, Outcome.plain(numbers[row]), least));
      }
    }
    return whole;
  }

  public LocalDate[] dates(String column) {
    LocalDate[] dates = new LocalDate[size];
    for (int row = 0; row < size; row++) {
      String text = text(row, column);
      try {
        dates[row] = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "Row %d: column %s has \"%s\", which is not a date as 2026-11-22"
                .formatted(row + 1, column, text),
            e);
      }
    }
    return dates;
  }

  /** A moment: with an offset as it says, without one by the clock of the zone. */
  public Instant moment(int row, String column, ZoneId zone) {
    String text = text(row, column).replace(' ', 'T');
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
      boolean offset =
          text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
      return offset
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Row %d: column %s has \"%s\", which is not a time as 2026-11-22T18:30"
              .formatted(row + 1, column, text),
          e);
    }
  }

  /** Whether every row has a place. */
  public boolean hasPlaces() {
    return shapes != null || coordinates.isIn(columns());
  }

  /** The place of every row in metres; a row without one, or outside its reference system, is refused. */
  public Points points() {
    return shapes == null ? coordinates.points(this) : coordinates.centres(shapes);
  }

  /** The shape of every row in metres: its GeoJSON geometry, or a point. */
  public List<Geometry> shapes() {
    return shapes == null ? coordinates.pointShapes(this) : coordinates.project(shapes);
  }

  /** Turns a shape in the metres of this input into longitude and latitude; refused when the plane is unknown. */
  Geometry toLonLat(Geometry shape) {
    return coordinates.toLonLat(shape);
  }

  private Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("There is no column %s; the columns are %s"
          .formatted(name, String.join(", ", columns.keySet())));
    }
    return column;
  }
}
