package se.samlad.reporting;

import java.util.UUID;

/** An import of reports was taken back; ids only. */
public record ImportedReportsWithdrawn(UUID municipality, UUID importId) {}
