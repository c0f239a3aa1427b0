package se.samlad.incident;

import java.util.UUID;

/** A source was passed, and so shared: figures of every audience that may see it change. */
public record IncidentPassed(UUID municipality, UUID incident, UUID source) {}
