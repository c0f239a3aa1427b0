package se.samlad.demo.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as column, value, column, value. */
final class Row {

  private Row() {}

  @SuppressWarnings("NullAway") // A row may hold nulls; those who write it as JSON take them.
  static Map<String, Object> of(@Nullable Object... columns) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i += 2) {
      Object value = columns[i + 1];
      row.put(String.valueOf(columns[i]), plain(value));
    }
    return row;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value == null
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Map
            || value instanceof Iterable
        ? value
        : value.toString();
  }
}
