package se.samlad.ground.access.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem details (RFC 9457) from a filter, where no controller advice reaches; in Swedish and English. */
@Component
public class ApiProblems {

  private final MessageSource messages;
  private final JsonMapper json;

  ApiProblems(MessageSource messages, JsonMapper json) {
    this.messages = messages;
    this.json = json;
  }

  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String messageKey,
      Object... arguments)
      throws IOException {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", messages.getMessage(messageKey, arguments, Locale.of("sv")));
    problem.put("detailEn", messages.getMessage(messageKey, arguments, Locale.of("en")));
    problem.put("instance", request.getRequestURI());
    byte[] body = json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status.value());
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
