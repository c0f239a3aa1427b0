package se.samlad.ground.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samlad.ground.storage.Role;

/**
 * The person behind a request, with what pages need to know and no more.
 *
 * @param organisation name of the organisation the member belongs to first, or null
 * @param lackingSecondFactor roles the member has been given but may not use until a second factor has been passed
 * @param reportOnly a phone that stays signed in: may send reports and see their statuses, never read text
 * @param inDemo whether the municipality is a demo
 * @param demo signed in by a role card
 */
public record SignedIn(
    UUID member,
    String displayName,
    Locale language,
    String municipality,
    @Nullable String organisation,
    Set<Role> lackingSecondFactor,
    boolean reportOnly,
    boolean inDemo,
    boolean demo) {

  public SignedIn {
    lackingSecondFactor = Set.copyOf(lackingSecondFactor);
  }

  /** Whoever is signed in on this request; empty for tokens and anybody. */
  public static Optional<SignedIn> find() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.of(signedIn)
        : Optional.empty();
  }
}
