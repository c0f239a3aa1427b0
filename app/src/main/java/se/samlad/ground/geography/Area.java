package se.samlad.ground.geography;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An area (Swedish: område) of one layer; without geometry it is known by name and code only. */
public record Area(
    UUID id,
    String layer,
    String code,
    String name,
    @Nullable String wktSweref,
    @Nullable Integer population) {}
