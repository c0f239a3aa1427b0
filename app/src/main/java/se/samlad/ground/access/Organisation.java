package se.samlad.ground.access;

import java.util.UUID;

/** An organisation that takes part (Swedish: organisation, aktör). */
public record Organisation(
    UUID id, String name, OrganisationKind kind, int sortOrder, boolean active) {}
