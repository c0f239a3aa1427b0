package se.samlad.ground.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles one can try in a demo municipality without a password; the first five have cards of their own. */
public enum DemoRole {
  VAKTARE,
  SAMORDNARE,
  POLIS,
  BOSTADSBOLAG,
  LEDNING,
  RAPPORTOR,
  GRUPPMEDLEM,
  ADMINISTRATOR,
  DATASKYDD,
  DRIFT;

  /** As written in commands and addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean hasCard() {
    return ordinal() < 5;
  }

  public static Optional<DemoRole> find(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
