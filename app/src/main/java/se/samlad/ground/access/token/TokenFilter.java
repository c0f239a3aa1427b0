package se.samlad.ground.access.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samlad.ground.access.session.ActingChain;

/** Lets a request with a good bearer token in as its actor, and holds back one that goes too fast. No cookie counts here. */
@Component
public class TokenFilter extends OncePerRequestFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String BEARER = "Bearer ";

  private final TokenActors actors;
  private final Pace pace;
  private final ApiProblems problems;

  TokenFilter(TokenActors actors, Pace pace, ApiProblems problems) {
    this.actors = actors;
    this.pace = pace;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<TokenAuthentication> found = secret(request).flatMap(actors::find);
    if (found.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    TokenAuthentication token = found.get();
    boolean write = !READS.contains(request.getMethod());
    int perSecond =
        write ? token.getPrincipal().writesPerSecond() : token.getPrincipal().readsPerSecond();
    if (!pace.admits(token.getPrincipal().id(), write, perSecond)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      problems.write(
          request, response, HttpStatus.TOO_MANY_REQUESTS, "access.api.tooFast", perSecond);
      return;
    }
    SecurityContextHolder.setContext(new SecurityContextImpl(token));
    try {
      ActingChain.run(token.actor(), chain, request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private static Optional<String> secret(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip())
        .filter(secret -> secret.length() <= 200);
  }
}
