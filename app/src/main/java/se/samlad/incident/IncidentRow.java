package se.samlad.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.calendar.IsoWeek;

/**
 * An incident as an audience sees it, drawn from the sources it may see. When all of them are coarse, category, time and point are null.
 *
 * @param week the Monday of the week it began
 * @param lon degrees east, WGS 84
 * @param easting metres, SWEREF 99 TM
 * @param sources how many sources the audience sees
 * @param organisations the owners of those sources
 */
public record IncidentRow(
    UUID id,
    String number,
    UUID sourceId,
    UUID ownerOrg,
    SourceState state,
    List<String> flags,
    String categoryGroup,
    @Nullable String categoryCode,
    @Nullable UUID areaId,
    LocalDate week,
    @Nullable Instant from,
    @Nullable Instant to,
    Instant receivedAt,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Double easting,
    @Nullable Double northing,
    @Nullable String precision,
    String placeLabel,
    @Nullable Integer severity,
    boolean suspected,
    boolean indoors,
    boolean ongoing,
    int sources,
    List<UUID> organisations) {

  /** Where the incident stands in a list: its beginning, the receipt when its time is doubted, or the start of its week when no time is seen. */
  public Instant placedAt() {
    if (from == null) {
      return IsoWeek.of(week).start();
    }
    return flags.contains("TIME") ? receivedAt : from;
  }

  /** Whether the audience sees category group, area and week only. */
  public boolean coarse() {
    return categoryCode == null;
  }

  /** The category if seen, else its group. */
  public String category() {
    return categoryCode == null ? categoryGroup : categoryCode;
  }
}
