package se.samlad.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A fault report of another system, on its way to become a report (Swedish: felanmälan).
 *
 * @param report the id it has as a report, the same each time it comes
 * @param key what it is called where it comes from, with the feed: the same key is the same fault
 * @param owner the organisation whose report it becomes
 * @param account the service account that stands as its author
 * @param at when it was reported; when it happened is not told
 * @param text what was written, before the guard; may be empty
 */
public record Fault(
    UUID report,
    String key,
    UUID owner,
    UUID account,
    String category,
    Instant at,
    double lon,
    double lat,
    String text) {}
