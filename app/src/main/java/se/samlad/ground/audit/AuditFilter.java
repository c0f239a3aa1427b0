package se.samlad.ground.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the trail are asked for; what is null does not narrow.
 *
 * @param from first moment
 * @param until first moment after
 * @param verb a whole verb such as {@code text.read}, or its first word
 */
public record AuditFilter(
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable UUID member,
    @Nullable String verb,
    @Nullable String objectKind,
    @Nullable String object) {

  public static final AuditFilter EVERYTHING = new AuditFilter(null, null, null, null, null, null);
}
