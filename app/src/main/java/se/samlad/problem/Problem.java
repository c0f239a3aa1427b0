package se.samlad.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.disclosure.Figure;

/**
 * A problem (Swedish: problem) a working group has taken up.
 *
 * @param place as people say it; empty when only the area is known
 * @param easting metres, SWEREF 99 TM; null when the problem is about an area
 * @param outline polygon in SWEREF 99 TM as well-known text, or null
 * @param categories codes of groups or categories: the phenomenon
 * @param from first day of the period it was seen in
 * @param to last day of it
 * @param hotspot the hotspot it was made from, or null
 * @param figure the figure as it stood then, frozen; null when nobody counted
 * @param certainty the certainty that went with the figure, or null
 * @param liftedTo groups of a higher level that have taken it over too, in that order
 * @param version counts the changes; a change says which one it saw
 */
public record Problem(
    UUID id,
    UUID group,
    String title,
    String place,
    @Nullable UUID areaId,
    @Nullable Double easting,
    @Nullable Double northing,
    @Nullable String outline,
    List<String> categories,
    LocalDate from,
    LocalDate to,
    @Nullable UUID hotspot,
    @Nullable Figure figure,
    @Nullable String certainty,
    Instant createdAt,
    ProblemStatus status,
    List<UUID> liftedTo,
    int version) {

  public Problem {
    categories = List.copyOf(categories);
    liftedTo = List.copyOf(liftedTo);
  }

  /** Whether the group has taken it up, or has had it lifted to it. */
  public boolean workedBy(UUID someGroup) {
    return group.equals(someGroup) || liftedTo.contains(someGroup);
  }

  /** The group that has it now: the last it was lifted to. */
  public UUID heldBy() {
    return liftedTo.isEmpty() ? group : liftedTo.getLast();
  }
}
