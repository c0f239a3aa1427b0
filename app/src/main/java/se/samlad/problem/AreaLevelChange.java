package se.samlad.problem;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group's judgement of an area.
 *
 * @param level code of the level it came to
 * @param previous code of the level before, null for the first judgement
 * @param motivation empty while hidden for the reader
 * @param hidden whether the guard doubted the motivation and nobody has shown it yet
 */
public record AreaLevelChange(
    UUID id,
    UUID area,
    UUID group,
    String level,
    @Nullable String previous,
    String motivation,
    boolean hidden,
    Instant at,
    @Nullable String byName) {}
