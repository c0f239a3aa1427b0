package se.samlad.demo.history;

import java.util.Set;

/** What the history needs to know of the categories. */
final class Kinds {

  private static final Set<String> FOUND_LATER = Set.of(
      "SKADEGORELSE",
      "KLOTTER",
      "GLASKROSS",
      "NEDSKRAPNING",
      "INBROTT",
      "BILINBROTT",
      "CYKEL",
      "KALLARE",
      "TILLGREPP");
  private static final Set<String> COARSE_ONLY =
      Set.of("INCIDENT_MOT_ANSTALLD", "OLOVLIG_SOVPLATS");

  private Kinds() {}

  /** Seen when it has already happened, so its time is an interval. */
  static boolean foundLater(String code) {
    return FOUND_LATER.contains(code);
  }

  static boolean coarseOnly(String code) {
    return COARSE_ONLY.contains(code);
  }

  static boolean suspected(String code) {
    return code.equals("NARKOTIKA");
  }
}
