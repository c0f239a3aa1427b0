package se.samlad.problem;

import java.util.UUID;

/** Tells a problem from others. */
public record ProblemId(UUID value) {}
