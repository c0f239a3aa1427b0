package se.samlad.ground.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token of an organisation (Swedish: API-nyckel). The secret itself is shown once and kept as a hash.
 *
 * @param principal the member it acts for
 */
public record ApiToken(
    UUID id,
    UUID organisation,
    UUID principal,
    String name,
    Set<Scope> scopes,
    int writesPerSecond,
    int readsPerSecond,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  public ApiToken {
    scopes = Set.copyOf(scopes);
  }

  public boolean usableAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }
}
