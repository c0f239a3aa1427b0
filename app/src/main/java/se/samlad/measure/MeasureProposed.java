package se.samlad.measure;

import java.util.UUID;

/** A measure was proposed; the owner has not answered. */
public record MeasureProposed(UUID municipality, UUID measure) {}
