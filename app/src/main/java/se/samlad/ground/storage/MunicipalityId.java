package se.samlad.ground.storage;

import java.util.Objects;
import java.util.UUID;

/** A municipality (Swedish: kommun); comes first in every key. */
public record MunicipalityId(UUID value) {

  public MunicipalityId {
    Objects.requireNonNull(value, "municipality id");
  }

  public static MunicipalityId parse(String text) {
    return new MunicipalityId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
