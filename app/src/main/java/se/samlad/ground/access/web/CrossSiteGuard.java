package se.samlad.ground.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a change that another site's page asks the browser for, by what the browser itself says of where it comes from. Stands beside
 * the token of the forms. A report from the cached page has no token that can be trusted to live, and must carry the header
 * {@code X-Samlad: 1} and say where it comes from: no other site can add that header without being asked about first.
 */
class CrossSiteGuard extends OncePerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final @Nullable String publicAuthority;
  private final RequestMatcher reports;

  CrossSiteGuard(String publicUrl, RequestMatcher reports) {
    this.publicAuthority = publicUrl.isBlank() ? null : URI.create(publicUrl).getAuthority();
    this.reports = reports;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SAFE.contains(request.getMethod()) || (saysOwn(request) && marked(request))) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }

  private boolean saysOwn(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return (site == null || OWN.contains(site)) && (origin == null || isOwn(origin, request));
  }

  private boolean marked(HttpServletRequest request) {
    return !reports.matches(request)
        || ("1".equals(request.getHeader("X-Samlad"))
            && (request.getHeader("Sec-Fetch-Site") != null
                || request.getHeader(HttpHeaders.ORIGIN) != null));
  }

  private boolean isOwn(String origin, HttpServletRequest request) {
    int scheme = origin.indexOf("://");
    if (scheme < 0) {
      return false;
    }
    String authority = origin.substring(scheme + 3);
    return authority.equals(publicAuthority)
        || authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
  }
}
