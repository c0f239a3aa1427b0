package se.samlad.ground.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a bearer token may be used for, written {@code reports:write}. */
public enum Scope {
  REPORTS_WRITE,
  REPORTS_READ,
  INCIDENTS_READ,
  HOTSPOTS_READ,
  AREAS_READ,
  CATEGORIES_READ,
  SITUATION_PICTURES_READ,
  PROBLEMS_READ,
  MEASURES_READ,
  EVALUATIONS_READ,
  IMPORTS_WRITE,
  IMPORTS_READ;

  /** As written in the token and in the API's documentation. */
  public String text() {
    String name = name().toLowerCase(Locale.ROOT);
    int verb = name.lastIndexOf('_');
    return name.substring(0, verb).replace('_', '-') + ":" + name.substring(verb + 1);
  }

  public static Optional<Scope> find(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text().equals(text)).findFirst();
  }
}
