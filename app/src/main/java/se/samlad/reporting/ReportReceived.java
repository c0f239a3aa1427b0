package se.samlad.reporting;

import java.util.UUID;

/** A report was received and stored; ids only. */
public record ReportReceived(UUID municipality, UUID report) {}
