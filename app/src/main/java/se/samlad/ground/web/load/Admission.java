package se.samlad.ground.web.load;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;
import se.samlad.ground.web.Preferences;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets in only as many requests at a time as are answered within about two seconds, and sends the rest away at once with 503 and a time to
 * come back: a queue without end would make every answer late, and those who gave up waiting would be served for nothing. A report is let
 * in longer than anything else. Below the number of threads, so that some are always free to say no.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Admission extends OncePerRequestFilter {

  static final int REPORTS = 160;
  static final int OTHERS = 80;

  private static final String SENTENCE = "web.load.busy";
  private static final String RETRY_SECONDS = "2";
  private static final List<String> FREE =
      List.of("/halsa", "/css/", "/js/", "/fonts/", "/ikoner/", "/vendor/", "/sw.js", "/favicon");

  private final AtomicInteger inside = new AtomicInteger();
  private final MessageSource messages;
  private final JsonMapper json;
  private final int reports;
  private final int others;

  @Autowired
  Admission(MessageSource messages, JsonMapper json) {
    this(messages, json, REPORTS, OTHERS);
  }

  Admission(MessageSource messages, JsonMapper json, int reports, int others) {
    this.messages = messages;
    this.json = json;
    this.reports = reports;
    this.others = others;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return FREE.stream().anyMatch(request.getRequestURI()::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int now = inside.incrementAndGet();
    try {
      if (now > (isReport(request) ? reports : others)) {
        sendAway(request, response);
      } else {
        chain.doFilter(request, response);
      }
    } catch (ServletException | RuntimeException failure) {
      if (response.isCommitted() || !waitedInVain(failure)) {
        throw failure;
      }
      response.reset();
      sendAway(request, response);
    } finally {
      inside.decrementAndGet();
    }
  }

  /** Whether the request was let in and then found no free connection to the database in time: too many were let in. */
  private static boolean waitedInVain(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof SQLTransientConnectionException || waitedInVain(failure.getCause()));
  }

  private static boolean isReport(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !request.getMethod().equals("GET")
        && (path.startsWith("/api/v1/reports/") || path.startsWith("/rapportera"));
  }

  private void sendAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String accept = request.getHeader("Accept");
    boolean page = !request.getRequestURI().startsWith("/api/")
        && accept != null
        && accept.contains("text/html");
    byte[] body =
        (page ? page(request.getLocale()) : problem(request)).getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", RETRY_SECONDS);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(page ? "text/html;charset=UTF-8" : "application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private String problem(HttpServletRequest request) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", "Service Unavailable");
    problem.put("status", HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    problem.put("detail", messages.getMessage(SENTENCE, null, Preferences.SWEDISH));
    problem.put("detailEn", messages.getMessage(SENTENCE, null, Preferences.ENGLISH));
    problem.put("instance", request.getRequestURI());
    return json.writeValueAsString(problem);
  }

  private String page(Locale asked) {
    Locale locale = asked.getLanguage().equals("en") ? Preferences.ENGLISH : Preferences.SWEDISH;
    String sentence = HtmlUtils.htmlEscape(messages.getMessage(SENTENCE, null, locale));
    return "<!doctype html><html lang=\"" + locale.getLanguage()
        + "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Samlad</title><main><h1>Samlad</h1><p>"
        + sentence + "</p></main></html>";
  }
}
