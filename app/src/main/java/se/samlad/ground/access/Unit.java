package se.samlad.ground.access;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of an organisation expected to report for its areas each period (Swedish: enhet). {@code activeTo} is the last day. */
public record Unit(
    UUID id,
    UUID organisation,
    String name,
    LocalDate activeFrom,
    @Nullable LocalDate activeTo,
    Set<UUID> areas) {

  public Unit {
    areas = Set.copyOf(areas);
  }

  public boolean activeOn(LocalDate day) {
    return !day.isBefore(activeFrom) && (activeTo == null || !day.isAfter(activeTo));
  }
}
