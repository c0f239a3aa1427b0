package se.samlad.measure;

import java.util.UUID;

/** A measure was concluded with an outcome. */
public record MeasureConcluded(UUID municipality, UUID measure) {}
