package se.samlad.reporting.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was typed in the form, kept as it came so that it can be shown again. */
record Typed(Map<String, String> fields) {

  /** An answer is sent as this, the category's code, a dash and the question's code. */
  static final String ANSWER = "svar-";

  private static final String ADDED = "tillagd-";
  private static final Set<String> STANDING = Set.of(
      "id",
      "organisation",
      "oppnad",
      "nar",
      "fran",
      "till",
      "plats",
      "punkt",
      "omrade",
      "inomhus",
      "lon",
      "lat",
      "noggrannhet");

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

  /** What has been added to the report before, a body's incident each, in order. */
  List<String> added() {
    List<String> added = new ArrayList<>();
    for (int i = 0; !of(ADDED + i).isEmpty(); i++) {
      added.add(of(ADDED + i));
    }
    return added;
  }

  /** The form as it goes on after an incident was added or taken away: its place and time stand, what was said of it is gone. */
  Typed goingOn(List<String> added) {
    Map<String, String> kept = new HashMap<>();
    fields.forEach((field, value) -> {
      if (STANDING.contains(field)) {
        kept.put(field, value);
      }
    });
    return new Typed(kept).with(added);
  }

  /** The same form with other incidents added. */
  Typed with(List<String> added) {
    Map<String, String> kept = new HashMap<>(fields);
    kept.keySet().removeIf(field -> field.startsWith(ADDED));
    for (int i = 0; i < added.size(); i++) {
      kept.put(ADDED + i, added.get(i));
    }
    return new Typed(kept);
  }

  /** Answers to the questions of a category. */
  Map<String, String> answers(String category) {
    String prefix = ANSWER + category + "-";
    Map<String, String> answers = new TreeMap<>();
    fields.forEach((field, value) -> {
      if (field.startsWith(prefix) && !value.isBlank()) {
        answers.put(field.substring(prefix.length()), value.strip());
      }
    });
    return answers;
  }
}
