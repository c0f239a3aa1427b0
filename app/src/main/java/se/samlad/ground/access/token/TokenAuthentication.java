package se.samlad.ground.access.token;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import se.samlad.ground.access.ApiToken;
import se.samlad.ground.storage.Actor;

/** A bearer token as Spring Security sees one. */
final class TokenAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient ApiToken token;

  TokenAuthentication(Actor actor, ApiToken token) {
    super(List.of());
    this.actor = actor;
    this.token = token;
    setAuthenticated(true);
  }

  Actor actor() {
    return actor;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public ApiToken getPrincipal() {
    return token;
  }

  @Override
  public String getName() {
    return token.id().toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
