package se.samlad.meeting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agreement of a meeting: the measure it made. */
public record Decision(UUID measure, @Nullable UUID hotspot, Instant at) {}
