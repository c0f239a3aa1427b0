package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Entrance;
import se.samlad.ground.access.session.MemberAuthentication;
import se.samlad.ground.access.token.ApiProblems;

/**
 * Shows the way in to whoever is not signed in. Scripts get a status they can act on and keep what they hold.
 */
@Component
class LoginEntry implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final Entrance entrance;
  private final ApiProblems problems;

  LoginEntry(Entrance entrance, ApiProblems problems) {
    this.entrance = entrance;
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    showTheWay(request, response);
  }

  private void showTheWay(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String login =
        entrance.path() + "?till=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", login);
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else if (isPage(request)) {
      response.sendRedirect(login);
    } else {
      problems.write(request, response, HttpStatus.UNAUTHORIZED, "access.login.ended");
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    if (!(failure instanceof CsrfException) && onlyReporting()) {
      showTheWay(request, response);
    } else if (isPage(request)) {
      response.sendError(HttpStatus.FORBIDDEN.value());
    } else {
      problems.write(request, response, HttpStatus.FORBIDDEN, "access.refused.stale");
    }
  }

  private static boolean onlyReporting() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof MemberAuthentication member
        && member.getPrincipal().reportOnly();
  }

  private static String wanted(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return "/";
    }
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }
}
