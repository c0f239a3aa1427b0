package se.samlad.ground.access.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.session.MemberRights;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.Tenancy;

/** From a bearer token's secret to the actor, read anew on each call: revoked means refused at the next one. */
@Component
class TokenActors {

  private static final Duration MARKED_FOR = Duration.ofMinutes(5);

  private final ApiTokens tokens;
  private final MemberRights rights;
  private final Tenancy tenancy;
  private final Clock clock;
  private final ConcurrentHashMap<UUID, Instant> marked = new ConcurrentHashMap<>();

  TokenActors(ApiTokens tokens, MemberRights rights, Tenancy tenancy, Clock clock) {
    this.tokens = tokens;
    this.rights = rights;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  Optional<TokenAuthentication> find(String secret) {
    return tokens.find(secret).flatMap(found -> {
      var token =
          tenancy.readAs(Actor.system(found.municipality()), () -> tokens.get(found.token()));
      if (!token.usableAt(clock.instant())) {
        return Optional.empty();
      }
      return rights
          .find(found.municipality(), token.principal())
          .filter(right -> right.organisations().contains(token.organisation())
              || right.organisations().isEmpty())
          .map(right -> {
            mark(found);
            return new TokenAuthentication(right.actor(ActorKind.TOKEN, false), token);
          });
    });
  }

  /** Writes down that the token is in use, at most once in five minutes: a busy token must not wait for its own row. */
  private void mark(ApiTokens.Found found) {
    Instant now = clock.instant();
    Instant said = marked.compute(
        found.token(),
        (token, before) ->
            before == null || Duration.between(before, now).abs().compareTo(MARKED_FOR) >= 0
                ? now
                : before);
    if (now.equals(said)) {
      tenancy.as(Actor.system(found.municipality()), () -> tokens.used(found.token()));
    }
  }
}
