package se.samlad.ground.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail: who did what to which object, and when.
 *
 * @param actorKind person, token, link, system or public
 * @param member whose account it was; none for the system and for those without account
 * @param detail ids and plain values as JSON, never text
 */
public record AuditEntry(
    UUID id,
    Instant at,
    String actorKind,
    @Nullable UUID member,
    String verb,
    String objectKind,
    @Nullable String object,
    String detail) {}
