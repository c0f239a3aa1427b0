package se.samlad.ground.access.token;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.ApiTokens;
import se.samlad.ground.access.session.MemberRights;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.Tenancy;

/** From a bearer token's secret to the actor, read anew on each call: revoked means refused at the next one. */
@Component
class TokenActors {

  private final ApiTokens tokens;
  private final MemberRights rights;
  private final Tenancy tenancy;
  private final Clock clock;

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
          .map(right -> new TokenAuthentication(right.actor(ActorKind.TOKEN, false), token));
    });
  }
}
