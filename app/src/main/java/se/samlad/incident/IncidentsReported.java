package se.samlad.incident;

import java.util.UUID;

/** Incidents were made or renewed from a report; ids only. */
public record IncidentsReported(UUID municipality, UUID report) {}
