package se.samlad.analysis.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) line by line, so that a long file need not be held: quoted fields, comma or semicolon told from the
 * heading, a byte order mark passed over. Empty lines are passed over.
 */
public final class CsvReader {

  private static final int END = -1;
  private static final int HEADING_LIMIT = 1 << 16;

  private final BufferedReader in;
  private final StringBuilder field = new StringBuilder();
  private final char separator;

  public CsvReader(Reader reader) {
    this.in = new BufferedReader(reader, 1 << 16);
    this.separator = passMarkAndFindSeparator();
  }

  /** The fields of the next line, or null at the end. */
  public @Nullable List<String> next() {
    List<String> fields = new ArrayList<>();
    boolean wasQuoted = false;
    while (true) {
      int c = read();
      if (c == '"') {
        quoted();
        wasQuoted = true;
      } else if (c == separator) {
        fields.add(take());
      } else if (c == '\n' || c == END) {
        boolean empty = fields.isEmpty() && field.isEmpty() && !wasQuoted;
        if (!empty) {
          fields.add(take());
          return fields;
        }
        if (c == END) {
          return null;
        }
      } else if (c != '\r') {
        field.append((char) c);
      }
    }
  }

  private void quoted() {
    while (true) {
      int c = read();
      if (c == END) {
        throw new IllegalArgumentException("A quoted field in the table is never closed");
      }
      if (c != '"') {
        field.append((char) c);
      } else if (peek() == '"') {
        field.append((char) read());
      } else {
        return;
      }
    }
  }

  private char passMarkAndFindSeparator() {
    if (peek() == '\uFEFF') {
      read();
    }
    try {
      in.mark(HEADING_LIMIT);
      boolean semicolon = false;
      boolean comma = false;
      for (int i = 0; i < HEADING_LIMIT - 1; i++) {
        int c = in.read();
        if (c == END || c == '\n') {
          break;
        }
        semicolon |= c == ';';
        comma |= c == ',';
      }
      in.reset();
      return semicolon && !comma ? ';' : ',';
    } catch (IOException e) {
      throw new UncheckedIOException("The table cannot be read", e);
    }
  }

  private int peek() {
    try {
      in.mark(1);
      int c = in.read();
      in.reset();
      return c;
    } catch (IOException e) {
      throw new UncheckedIOException("The table cannot be read", e);
    }
  }

  private int read() {
    try {
      return in.read();
    } catch (IOException e) {
      throw new UncheckedIOException("The table cannot be read", e);
    }
  }

  private String take() {
    String text = field.toString();
    field.setLength(0);
    return text;
  }
}
