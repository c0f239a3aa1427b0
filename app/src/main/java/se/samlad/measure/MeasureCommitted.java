package se.samlad.measure;

import java.util.UUID;

/** The owner committed a measure. */
public record MeasureCommitted(UUID municipality, UUID measure) {}
