package se.samlad.ground.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The choices of a request: the person's own, else the cookie's, else none. Read once for each request. */
@Component
class PreferenceCookie {

  private static final String COOKIE = "samlad-val";
  private static final String READ = PreferenceCookie.class.getName();

  private final ObjectProvider<PreferenceStore> store;

  PreferenceCookie(ObjectProvider<PreferenceStore> store) {
    this.store = store;
  }

  Preferences of(HttpServletRequest request) {
    if (request.getAttribute(READ) instanceof Preferences read) {
      return read;
    }
    Preferences read = Optional.ofNullable(store.getIfAvailable())
        .flatMap(PreferenceStore::find)
        .or(() -> fromCookie(request))
        .orElseGet(Preferences::defaults);
    request.setAttribute(READ, read);
    return read;
  }

  /** The cookie is written for everybody, so that pages before login look the same; the store makes the choice follow the person. */
  void keep(Preferences chosen, HttpServletRequest request, HttpServletResponse response) {
    PreferenceStore kept = store.getIfAvailable();
    if (kept != null) {
      kept.keep(chosen);
    }
    request.setAttribute(READ, chosen);
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookie(chosen, request.isSecure()).toString());
  }

  private static Optional<Preferences> fromCookie(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return Optional.ofNullable(cookie).map(Cookie::getValue).map(Preferences::parse);
  }

  private static ResponseCookie cookie(Preferences chosen, boolean secure) {
    return ResponseCookie.from(COOKIE, chosen.encode())
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .maxAge(Duration.ofDays(365))
        .build();
  }
}
