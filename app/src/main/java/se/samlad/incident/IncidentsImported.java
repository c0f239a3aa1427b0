package se.samlad.incident;

import java.util.UUID;

/** An import brought incidents that are passed already, or took them back; ids only. */
public record IncidentsImported(UUID municipality, UUID importId) {}
