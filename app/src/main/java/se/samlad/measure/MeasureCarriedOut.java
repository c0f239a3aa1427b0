package se.samlad.measure;

import java.util.UUID;

/** A measure has been carried out. */
public record MeasureCarriedOut(UUID municipality, UUID measure) {}
