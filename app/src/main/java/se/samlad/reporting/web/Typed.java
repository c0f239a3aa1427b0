package se.samlad.reporting.web;

import java.util.Map;

/** What was typed in the form, kept as it came so that it can be shown again. */
record Typed(Map<String, String> fields) {

  Typed {
    fields = Map.copyOf(fields);
  }

  static Typed nothing() {
    return new Typed(Map.of());
  }

  /** The field without surrounding space; empty when it was not sent. */
  public String of(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  /** Whether a box was ticked. */
  public boolean on(String field) {
    return of(field).equals("ja");
  }

  public boolean is(String field, String value) {
    return of(field).equals(value);
  }
}
