package se.samlad.incident.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.incident.IncidentRow;
import se.samlad.incident.SourceKinds;

/**
 * An incident as the caller may see it. Where the caller sees category group, area and week only, all of category, times, place and point
 * are null.
 *
 * @param status NEW, PASSED, DISMISSED or WITHDRAWN
 * @param area id of the area, null outside every area
 * @param week ISO week in which it began
 * @param precision EXACT, ADDRESS, STREET, AREA or CENTROID
 * @param sources how many sources the caller sees
 * @param sourceKinds what kinds of organisation they come from
 */
record IncidentAnswer(
    UUID id,
    String status,
    String categoryGroup,
    @Nullable String category,
    @Nullable UUID area,
    String week,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Instant receivedAt,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String precision,
    @Nullable String place,
    @Nullable Integer severity,
    @Nullable Boolean suspected,
    @Nullable Boolean indoors,
    @Nullable Boolean ongoing,
    int sources,
    List<String> sourceKinds) {

  /** A page of incidents; {@code next} is where the following ones are, or null. */
  record Items(List<IncidentAnswer> items, @Nullable String next) {}

  static IncidentAnswer of(IncidentRow row, Map<UUID, SourceKinds.Origin> origins) {
    boolean coarse = row.coarse();
    return new IncidentAnswer(
        row.id(),
        row.state().name(),
        row.categoryGroup(),
        row.categoryCode(),
        row.areaId(),
        IsoWeek.of(row.week()).code(),
        row.from(),
        row.to(),
        coarse ? null : row.receivedAt(),
        row.lon(),
        row.lat(),
        row.precision(),
        coarse ? null : row.placeLabel(),
        row.severity(),
        coarse ? null : row.suspected(),
        coarse ? null : row.indoors(),
        coarse ? null : row.ongoing(),
        row.sources(),
        SourceKinds.kinds(row.organisations(), origins));
  }
}
