package se.samlad.ground.access.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.storage.Actor;

/** A member as Spring Security sees one: the actor of this request, made from a session and read anew each time. */
public final class MemberAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient SignedIn signedIn;

  public MemberAuthentication(Actor actor, SignedIn signedIn) {
    super(List.of());
    this.actor = actor;
    this.signedIn = signedIn;
    setAuthenticated(true);
  }

  public Actor actor() {
    return actor;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public SignedIn getPrincipal() {
    return signedIn;
  }

  /** The id, as a name would end up in logs. */
  @Override
  public String getName() {
    return signedIn.member().toString();
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
