package se.samlad.measure;

import java.util.UUID;

/** The owner approved what the reporters are told about a measure. */
public record MeasureTextApproved(UUID municipality, UUID measure) {}
