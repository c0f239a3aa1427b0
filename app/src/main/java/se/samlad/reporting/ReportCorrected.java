package se.samlad.reporting;

import java.util.UUID;

/** A report has a new version; {@code proposed} when it came too late to stand by itself and waits for the coordinator. */
public record ReportCorrected(UUID municipality, UUID report, int version, boolean proposed) {}
