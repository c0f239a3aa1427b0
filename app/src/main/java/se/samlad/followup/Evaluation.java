package se.samlad.followup;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.effect.BeforeAfter;
import se.samlad.analysis.effect.EffectDesign;
import se.samlad.analysis.effect.Verdict;
import se.samlad.analysis.effect.WeeklySpread;
import se.samlad.followup.Zone.Part;

/**
 * Did it help, did it only move (Swedish: utvärdering)? The counts of the four zones and the library's words about them.
 *
 * @param weeks compared before and after: those of the plan, or the closed ones so far
 * @param zones all four
 * @param reporting organisations heard from the zones in either period, and in both
 * @param asOf what was known then
 */
public record Evaluation(
    EvaluationPlan plan,
    int weeks,
    Map<Part, Zone> zones,
    Reporting reporting,
    Verdict verdict,
    Instant asOf) {

  /** Organisations whose reports the counts rest on: new reporters can look like more incidents. */
  public record Reporting(int either, int both) {}

  public Evaluation {
    zones = Map.copyOf(zones);
  }

  static Evaluation of(
      EvaluationPlan plan, int weeks, Map<Part, Zone> zones, Reporting reporting, Instant asOf) {
    EffectDesign design = EffectDesign.ownControls(
        counts(zones, Part.TARGET),
        counts(zones, Part.CONTROL),
        counts(zones, Part.BUFFER),
        counts(zones, Part.CONTROL_BUFFER));
    int[][] rows = Arrays.stream(Part.values())
        .map(part -> zone(zones, part))
        .flatMap(zone -> List.of(zone.before(), zone.after()).stream())
        .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
    return new Evaluation(
        plan,
        weeks,
        zones,
        reporting,
        Verdict.of(design, Verdict.Parameters.defaults(weeks).withSpread(WeeklySpread.of(rows))),
        asOf);
  }

  private static BeforeAfter counts(Map<Part, Zone> zones, Part part) {
    return zone(zones, part).counts();
  }

  public Zone zone(Part part) {
    return zone(zones, part);
  }

  private static Zone zone(Map<Part, Zone> zones, Part part) {
    Zone zone = zones.get(part);
    if (zone == null) {
      throw new IllegalArgumentException("no counts of " + part);
    }
    return zone;
  }

  /** Whether fewer weeks have passed than the plan asks for. */
  public boolean preliminary() {
    return weeks < plan.weeks();
  }

  /** How sure the words are: both of them when there are two. */
  public Certainty certainty() {
    return verdict.effect() == Verdict.Effect.FEWER
        ? verdict.movementCertainty()
        : verdict.effectCertainty();
  }
}
