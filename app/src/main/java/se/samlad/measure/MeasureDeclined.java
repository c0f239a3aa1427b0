package se.samlad.measure;

import java.util.UUID;

/** The owner declined a measure. */
public record MeasureDeclined(UUID municipality, UUID measure) {}
