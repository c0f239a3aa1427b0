package se.samlad.analysis.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.samlad.analysis.table.Json;

/**
 * What a method answers: facts about the whole (n, parameters, seed, stability) and, where there are rows, a table with a
 * shape for each row when it has a place. Shapes are in the metres of the input.
 */
public final class Outcome {

  private final Json.Obj facts;
  private final Map<String, Object> columns;
  private final int rows;
  private final @Nullable List<Geometry> shapes;

  private Outcome(
      Json.Obj facts, Map<String, Object> columns, int rows, @Nullable List<Geometry> shapes) {
    this.facts = facts;
    this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    this.rows = rows;
    this.shapes = shapes;
  }

  /** Facts alone. */
  public static Outcome of(Json.Obj facts) {
    return new Outcome(facts, Map.of(), 0, null);
  }

  /** Facts and a table of so many rows, whose columns are put one by one. */
  public static Table table(Json.Obj facts, int rows) {
    return new Table(facts, rows);
  }

  /** Puts a table together. */
  public static final class Table {
    private final Json.Obj facts;
    private final int rows;
    private final Map<String, Object> columns = new LinkedHashMap<>();
    private @Nullable List<Geometry> shapes;

    private Table(Json.Obj facts, int rows) {
      this.facts = facts;
      this.rows = rows;
    }

    public Table put(String column, double[] values) {
      return put(column, values, values.length);
    }

    public Table put(String column, int[] values) {
      return put(column, values, values.length);
    }

    public Table put(String column, String[] values) {
      return put(column, values, values.length);
    }

    private Table put(String column, Object values, int length) {
      if (length != rows) {
        throw new IllegalStateException(
            "column %s has %d values for %d rows".formatted(column, length, rows));
      }
      columns.put(column, values);
      return this;
    }

    /** A shape for each row. */
    public Table shapes(List<Geometry> shapes) {
      if (shapes.size() != rows) {
        throw new IllegalStateException("%d shapes for %d rows".formatted(shapes.size(), rows));
      }
      this.shapes = List.copyOf(shapes);
      return this;
    }

    public Outcome build() {
      return new Outcome(facts, columns, rows, shapes);
    }
  }

  public Json.Obj facts() {
    return facts;
  }

  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  public int rows() {
    return rows;
  }

  /** The value in a row as JSON. */
  public Json cell(String column, int row) {
    Object values = columns.get(column);
    return switch (values) {
      case double[] numbers -> Json.of(numbers[row]);
      case int[] numbers -> Json.of(numbers[row]);
      case String[] texts -> Json.of(texts[row]);
      case null, default -> throw new IllegalArgumentException("There is no column " + column);
    };
  }

  /** The number in a row. */
  public double number(String column, int row) {
    return cell(column, row).number();
  }

  @Nullable
  List<Geometry> shapes() {
    return shapes;
  }

  /** A number in the shortest form that reads back the same, whole ones without a point. */
  public static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
