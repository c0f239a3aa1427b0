package se.samlad.ground.access.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.storage.Actor;

/**
 * Sets the actor for the rest of the request: the session's member, or anybody where the address carries a municipality's slug. Such an
 * address shows everybody the same, signed in or not. The Host header decides nothing.
 */
public class ActorFilter extends OncePerRequestFilter {

  private static final Pattern ANONYMOUS = Pattern.compile("/(?:k|ogc)/([a-z0-9-]{2,40})(?:/.*)?");

  /** Files that are the same for everybody; nobody needs to be looked up for them. */
  private static final Pattern ASSET = Pattern.compile(
      "/(?:(?:css|js|fonts|ikoner|vendor)/.*|sw\\.js|favicon\\.svg|manifest\\.webmanifest|halsa)");

  private final Municipalities municipalities;

  public ActorFilter(Municipalities municipalities) {
    this.municipalities = municipalities;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Actor> actor = actor(request);
    if (actor.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      ActingChain.run(actor.get(), chain, request, response);
    }
  }

  private Optional<Actor> actor(HttpServletRequest request) {
    if (ASSET.matcher(request.getRequestURI()).matches()) {
      return Optional.empty();
    }
    Matcher anonymous = ANONYMOUS.matcher(request.getRequestURI());
    if (anonymous.matches()) {
      return municipalities.find(anonymous.group(1)).map(Actor::anybody);
    }
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof MemberAuthentication member
        ? Optional.of(member.actor())
        : Optional.empty();
  }
}
