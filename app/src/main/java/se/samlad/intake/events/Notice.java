package se.samlad.intake.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as published.
 *
 * @param publishedAt when it was published or last changed
 * @param happenedAt when it took place, as its name tells; null when the name does not
 * @param place a municipality or a county
 * @param path where it stands on the police's site, or empty
 */
public record Notice(
    long id,
    Instant publishedAt,
    @Nullable Instant happenedAt,
    String type,
    String place,
    String summary,
    String path) {}
