package se.samlad.analysis.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON text by recursive descent; what breaks the grammar is refused with its position. */
final class JsonParser {

  private static final int MAX_DEPTH = 500;

  private final String text;
  private int at;
  private int depth;

  JsonParser(String text) {
    this.text = text;
  }

  Json parse() {
    at = text.startsWith("\uFEFF") ? 1 : 0;
    Json value = value();
    skipSpace();
    if (at < text.length()) {
      throw broken("something after the end");
    }
    return value;
  }

  private Json value() {
    skipSpace();
    if (at >= text.length()) {
      throw broken("it ends too early");
    }
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new Json.Text(string());
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", Json.Null.NULL);
      default -> number();
    };
  }

  private Json object() {
    enter();
    Map<String, Json> fields = new LinkedHashMap<>();
    if (!next('}')) {
      do {
        skipSpace();
        String name = string();
        expect(':');
        fields.put(name, value());
      } while (next(','));
      expect('}');
    }
    depth--;
    return new Json.Obj(fields);
  }

  private Json array() {
    enter();
    List<Json> items = new ArrayList<>();
    if (!next(']')) {
      do {
        items.add(value());
      } while (next(','));
      expect(']');
    }
    depth--;
    return new Json.Arr(items);
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw broken("more than %d levels deep".formatted(MAX_DEPTH));
    }
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw broken("an unknown word");
    }
    at += word.length();
    return value;
  }

  private Json number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return new Json.Num(Double.parseDouble(text.substring(from, at)));
    } catch (NumberFormatException e) {
      at = from;
      throw broken("no value");
    }
  }

  private String string() {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw broken("a text should begin");
    }
    StringBuilder out = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return out.toString();
      }
      out.append(c == '\\' ? escaped() : c);
    }
    throw broken("a text is never closed");
  }

  private char escaped() {
    at++;
    char c = at < text.length() ? text.charAt(at) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw broken("an unknown escape");
    };
  }

  private char unicode() {
    try {
      char c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
      at += 4;
      return c;
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw broken("a \\u without four hexadecimal digits");
    }
  }

  private boolean next(char c) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!next(c)) {
      throw broken("a '%s' is missing".formatted(c));
    }
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException broken(String what) {
    return new IllegalArgumentException("Broken JSON at character %d: %s".formatted(at + 1, what));
  }
}
