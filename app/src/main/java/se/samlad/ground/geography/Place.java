package se.samlad.ground.geography;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A named place or address (Swedish: plats); lon/lat in WGS 84, easting/northing in SWEREF 99 TM metres. */
public record Place(
    UUID id,
    String name,
    String kind,
    double lon,
    double lat,
    double easting,
    double northing,
    @Nullable UUID areaId) {}
