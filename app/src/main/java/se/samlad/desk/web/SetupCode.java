package se.samlad.desk.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Secrets;

/**
 * The code that shows who started the system: printed on its console while there is no municipality, and asked for by the first-run guide,
 * so that a stranger who reaches an empty installation first cannot take it. A new start makes a new code.
 */
@Component
@ConditionalOnWebApplication
class SetupCode {

  private final Municipalities municipalities;
  private volatile @Nullable String code;

  SetupCode(Municipalities municipalities) {
    this.municipalities = municipalities;
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    if (isNeeded()) {
      System.out.println(
          "Första starten: öppna /forsta-start i webbläsaren och ange koden " + current());
    }
  }

  /** Whether the system is still without a municipality. */
  boolean isNeeded() {
    return municipalities.ids().isEmpty();
  }

  synchronized String current() {
    String made = code;
    if (made == null) {
      made = HexFormat.ofDelimiter("-").formatHex(Secrets.bytes(6));
      code = made;
    }
    return made;
  }

  boolean matches(String said) {
    byte[] typed = said.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return Optional.ofNullable(code)
        .map(right -> MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), typed))
        .orElse(false);
  }
}
