package se.samlad.ground.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.storage.Role;

/** A role a member holds, within an organisation and unit where that says something. */
public record Grant(
    Role role, @Nullable UUID organisation, @Nullable UUID unit) {

  public Grant {
    if (organisation == null && (role == Role.REPORTER || role == Role.ORGANISATION_COORDINATOR)) {
      throw new IllegalArgumentException(role + " is held within an organisation");
    }
  }

  public static Grant of(Role role) {
    return new Grant(role, null, null);
  }

  public static Grant of(Role role, UUID organisation) {
    return new Grant(role, organisation, null);
  }
}
