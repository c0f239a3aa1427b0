package se.samlad.reporting;

import java.util.UUID;

/** A report was withdrawn by its author: it is marked, not removed. */
public record ReportWithdrawn(UUID municipality, UUID report) {}
