package se.samlad.ground.access;

import se.samlad.ground.storage.MunicipalityId;

/** A municipality (Swedish: kommun); {@code slug} is its name in anonymous addresses. */
public record Municipality(MunicipalityId id, String slug, String name, boolean demo) {}
