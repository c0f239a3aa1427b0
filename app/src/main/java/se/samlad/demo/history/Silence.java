package se.samlad.demo.history;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import se.samlad.analysis.distribution.SeededRandom;

/** Who says nothing in a week: 0 answers with nothing to report, - does not answer at all. */
final class Silence {

  /** The last eight weeks, oldest first; what is not here has answered with reports. */
  private static final Map<String, String> LATELY = Map.ofEntries(
      Map.entry("Lindesta Bostäder", "..-....."),
      Map.entry("Grundskolan", "...0...."),
      Map.entry("Fritid och fältgrupp", "....0..."),
      Map.entry("Gata och park", ".0....0."),
      Map.entry("Räddningstjänsten", "0.00.000"),
      Map.entry("Kollektivtrafiken", "...-...."),
      Map.entry("Hemtjänst Norr", "00.000.0"),
      Map.entry("Hemtjänst Söder", ".--.0..-"),
      Map.entry("Centrumhandeln", "--.-.-.-"),
      Map.entry("Gymnasiet", "....-..-"));

  private static final Map<String, Double> SILENT_SHARE = Map.of(
      "Centrumhandeln",
      0.6,
      "Hemtjänst Söder",
      0.3,
      "Gymnasiet",
      0.18,
      "Räddningstjänsten",
      0.08,
      "Lindesta Bevakning",
      0.01,
      "Polisen, lokalområde",
      0.01,
      "Lindesta Bostäder",
      0.03);

  private final Map<String, Character> said;
  private final ToDoubleFunction<String> chance;
  private final double silentShare;

  private Silence(
      Map<String, Character> said, ToDoubleFunction<String> chance, double silentShare) {
    this.said = said;
    this.chance = chance;
    this.silentShare = silentShare;
  }

  static Silence none() {
    return new Silence(Map.of(), name -> 1, 0);
  }

  static Silence lindesta(int ago, long seed) {
    if (ago < 8) {
      Map<String, Character> said = new java.util.HashMap<>();
      LATELY.forEach((name, weeks) -> said.put(name, weeks.charAt(7 - ago)));
      return new Silence(said, name -> 1, 0);
    }
    return new Silence(
        Map.of(), name -> SeededRandom.stream(seed + name.hashCode(), ago).nextDouble(), 0.05);
  }

  /** Whether the organisation reports anything this week. */
  boolean speaks(String organisation) {
    return said.getOrDefault(organisation, '.') == '.' && !isSilent(organisation, organisation);
  }

  /** Whether a unit without reports answers that it has nothing to report. */
  boolean answers(String organisation, String unit, int reports) {
    return reports > 0
        || said.getOrDefault(organisation, '.') != '-' && !isSilent(organisation, unit);
  }

  private boolean isSilent(String organisation, String who) {
    return chance.applyAsDouble(who) < SILENT_SHARE.getOrDefault(organisation, silentShare);
  }
}
