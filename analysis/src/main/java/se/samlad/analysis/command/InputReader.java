package se.samlad.analysis.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samlad.analysis.table.CsvReader;

/** Reads a table row by row into columns, and stops with a sentence where the rows or the memory end. */
final class InputReader {

  private static final double SHARE_OF_MEMORY = 0.5;
  private static final int ROWS_BETWEEN_LOOKS = 10_000;

  private InputReader() {}

  static Input read(InputStream source, Options options) {
    BufferedInputStream stream = new BufferedInputStream(source, 1 << 16);
    return startsWithBrace(stream) ? GeoJson.read(stream, options) : readCsv(stream, options);
  }

  private static boolean startsWithBrace(BufferedInputStream stream) {
    try {
      stream.mark(1 << 12);
      int c = stream.read();
      while (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xEF || c == 0xBB
          || c == 0xBF) {
        c = stream.read();
      }
      stream.reset();
      return c == '{';
    } catch (IOException e) {
      throw new UncheckedIOException("The input cannot be read", e);
    }
  }

  private static Input readCsv(InputStream stream, Options options) {
    CsvReader reader = new CsvReader(new InputStreamReader(
        stream,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)));
    List<String> heading = reader.next();
    if (heading == null) {
      throw new IllegalArgumentException("The input is empty: not even a line with column names");
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String name : heading) {
      if (columns.put(name.trim(), new Column()) != null) {
        throw new IllegalArgumentException("Two columns are called %s".formatted(name.trim()));
      }
    }
    int rows = fill(reader, List.copyOf(columns.values()), options);
    return new Input(columns, rows, Coordinates.ofColumns(columns.keySet(), options), null);
  }

  private static int fill(CsvReader reader, List<Column> columns, Options options) {
    int rows = 0;
    for (List<String> fields = reader.next(); fields != null; fields = reader.next()) {
      options.requireRoom(++rows);
      if (fields.size() != columns.size()) {
        throw new IllegalArgumentException("Row %d has %d fields but there are %d columns"
            .formatted(rows, fields.size(), columns.size()));
      }
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(fields.get(i));
      }
      if (rows % ROWS_BETWEEN_LOOKS == 0) {
        requireMemory(rows, columns.stream().mapToLong(Column::bytes).sum());
      }
    }
    return rows;
  }

  static void requireMemory(long rows, long bytes) {
    long most = (long) (SHARE_OF_MEMORY * Runtime.getRuntime().maxMemory());
    if (bytes > most) {
      throw new IllegalArgumentException(
          "The input needs more than the %,d MB there are for it, at row %,d; leave out columns or give Java more memory (SAMLAD_JAVA_OPTS=-Xmx4g)"
              .formatted(most >> 20, rows));
    }
  }
}
