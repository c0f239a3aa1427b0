package se.samlad.intake.open311;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault report as its system tells it (GeoReport: service request).
 *
 * @param id the other system's own
 * @param open whether it waits to be mended
 * @param notes what was written about the mending, cut short
 * @param text what the one who reported wrote, cut short
 */
record ServiceRequest(
    String id,
    String serviceCode,
    String serviceName,
    boolean open,
    String notes,
    String text,
    Instant requestedAt,
    @Nullable Double lon,
    @Nullable Double lat) {}
