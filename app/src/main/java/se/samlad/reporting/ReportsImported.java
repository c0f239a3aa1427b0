package se.samlad.reporting;

import java.util.UUID;

/** Reports from an earlier system came in by an import; ids only. */
public record ReportsImported(UUID municipality, UUID importId) {}
