package se.samlad.analysis.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a JSON text (RFC 8259). Numbers are doubles; asking for a value as something it is not is refused with what
 * it is.
 */
public sealed interface Json {

  record Obj(Map<String, Json> fields) implements Json {
    public Obj {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  record Text(String value) implements Json {}

  record Num(double value) implements Json {}

  record Bool(boolean value) implements Json {}

  /** The JSON word null. */
  enum Null implements Json {
    NULL
  }

  static Json read(Path file) {
    try {
      return parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read as JSON in UTF-8".formatted(file), e);
    }
  }

  static Json parse(String text) {
    return new JsonParser(text).parse();
  }

  /** The field of this name, or a refusal when there is none. */
  default Json get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("There is no field " + name));
  }

  /** The field of this name, empty when absent or null. */
  default Optional<Json> find(String name) {
    return Optional.ofNullable(fields().get(name)).filter(value -> value != Null.NULL);
  }

  default Map<String, Json> fields() {
    if (this instanceof Obj object) {
      return object.fields;
    }
    throw new IllegalArgumentException("Not an object: " + this);
  }

  default List<Json> items() {
    if (this instanceof Arr array) {
      return array.items;
    }
    throw new IllegalArgumentException("Not an array: " + this);
  }

  default String text() {
    if (this instanceof Text text) {
      return text.value;
    }
    throw new IllegalArgumentException("Not a text: " + this);
  }

  /** This number; null and the text NA are NaN. */
  default double number() {
    return switch (this) {
      case Num number -> number.value;
      case Null none -> Double.NaN;
      case Bool bool -> bool.value ? 1 : 0;
      case Text text -> special(text.value);
      default -> throw new IllegalArgumentException("Not a number: " + this);
    };
  }

  default int integer() {
    double value = number();
    if (value != Math.rint(value)) {
      throw new IllegalArgumentException("Not a whole number: " + this);
    }
    return (int) value;
  }

  default boolean bool() {
    if (this instanceof Bool bool) {
      return bool.value;
    }
    throw new IllegalArgumentException("Not true or false: " + this);
  }

  default double[] numbers() {
    return items().stream().mapToDouble(Json::number).toArray();
  }

  private static double special(String text) {
    return switch (text) {
      case "NA", "NaN" -> Double.NaN;
      case "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> throw new IllegalArgumentException("Not a number: \"" + text + "\"");
    };
  }

  /** Builds an object in the order the fields are put. */
  static Builder object() {
    return new Builder();
  }

  static Json of(double value) {
    return Double.isFinite(value) ? new Num(value) : Null.NULL;
  }

  static Json of(String value) {
    return new Text(value);
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  static Json of(double[] values) {
    return new Arr(Arrays.stream(values).mapToObj(Json::of).toList());
  }

  static Json of(List<? extends Json> values) {
    return new Arr(new ArrayList<>(values));
  }

  /** This value as JSON text on one line. */
  default String write() {
    StringBuilder out = new StringBuilder();
    JsonWriter.write(this, out);
    return out.toString();
  }

  /** Fields put one after another. */
  final class Builder {
    private final Map<String, Json> fields = new LinkedHashMap<>();

    private Builder() {}

    public Builder put(String name, Json value) {
      fields.put(name, value);
      return this;
    }

    public Builder put(String name, double value) {
      return put(name, of(value));
    }

    public Builder put(String name, String value) {
      return put(name, of(value));
    }

    public Builder put(String name, boolean value) {
      return put(name, of(value));
    }

    public Builder put(String name, double[] values) {
      return put(name, of(values));
    }

    public Obj build() {
      return new Obj(fields);
    }
  }
}
