package se.samlad.demo.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;
import se.samlad.ground.access.SignedIn;

/** Remembers in the visitor's own browser which pages of the tour have been opened; only for those who are in by a role card. */
@Component
class TourTrail implements HandlerInterceptor, WebMvcConfigurer {

  static final String PLACE = "plats";
  static final String ANSWER = "svar";
  static final String PAPER = "blad";

  private static final String COOKIE = "samlad-prova";
  private static final AntPathMatcher PATHS = new AntPathMatcher();
  private static final Map<String, String> PAGES =
      Map.of("/platser/*", PLACE, "/mina-rapporter", ANSWER, "/lagesbilder/*/*/pdf", PAPER);

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns(PAGES.keySet().stream().sorted().toList());
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getMethod().equals("GET")
        && SignedIn.find().filter(SignedIn::demo).isPresent()) {
      PAGES.forEach((pattern, page) -> {
        if (PATHS.match(pattern, request.getRequestURI())) {
          Set<String> all = new TreeSet<>(seen(request));
          all.add(page);
          write(String.join(".", all), request, response);
        }
      });
    }
    return true;
  }

  static Set<String> seen(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null
        ? Set.of()
        : Set.copyOf(Arrays.asList(cookie.getValue().split("\\.")));
  }

  static void forget(HttpServletRequest request, HttpServletResponse response) {
    write("", request, response);
  }

  private static void write(
      String value, HttpServletRequest request, HttpServletResponse response) {
    ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
        .path("/")
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
