package se.samlad.ground.dispatch;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds where mail to a member goes at the moment it is sent; nowhere once the account is closed. Asked as the system of one municipality. */
public interface Recipients {

  /** An address with the language its owner reads. */
  record Recipient(String address, Locale language) {}

  Optional<Recipient> find(UUID member);
}
