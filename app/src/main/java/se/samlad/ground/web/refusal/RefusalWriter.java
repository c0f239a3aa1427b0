package se.samlad.ground.web.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Preferences;

/** Writes a refusal in the form its reader understands. */
@Component
class RefusalWriter {

  private static final String REST = "web.error.rest";

  private final MessageSource messages;

  RefusalWriter(MessageSource messages) {
    this.messages = messages;
  }

  Object answer(
      HttpServletRequest request,
      HttpStatusCode status,
      String sentence,
      List<Object> arguments,
      List<InputProblem> problems) {
    if (asksForPage(request)) {
      return page(status, sentence, arguments, problems);
    }
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (request.getHeader("HX-Request") != null) {
      answer.header(
          "Samlad-Fel",
          latin(said(sentence, arguments, problems, LocaleContextHolder.getLocale())));
    }
    return answer.body(problem(request, status, sentence, arguments, problems));
  }

  private static boolean asksForPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return !request.getRequestURI().startsWith("/api/")
        && request.getHeader("HX-Request") == null
        && accept != null
        && accept.contains("text/html");
  }

  private ModelAndView page(
      HttpStatusCode status, String sentence, List<Object> arguments, List<InputProblem> problems) {
    Locale locale = LocaleContextHolder.getLocale();
    ModelAndView page = new ModelAndView("error");
    page.setStatus(status);
    page.addObject("status", status.value());
    page.addObject("sentence", text(sentence, arguments, locale));
    page.addObject(
        "problems",
        problems.stream()
            .map(problem -> new FieldError(
                problem.field(), text(problem.messageKey(), problem.arguments(), locale)))
            .toList());
    return page;
  }

  private Map<String, Object> problem(
      HttpServletRequest request,
      HttpStatusCode status,
      String sentence,
      List<Object> arguments,
      List<InputProblem> problems) {
    HttpStatus known = HttpStatus.resolve(status.value());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", known == null ? String.valueOf(status.value()) : known.getReasonPhrase());
    body.put("status", status.value());
    body.put("detail", text(sentence, arguments, Preferences.SWEDISH));
    body.put("detailEn", text(sentence, arguments, Preferences.ENGLISH));
    body.put("instance", request.getRequestURI());
    if (!problems.isEmpty()) {
      body.put(
          "errors",
          problems.stream()
              .map(problem -> Map.of(
                  "field",
                  problem.field(),
                  "detail",
                  text(problem.messageKey(), problem.arguments(), Preferences.SWEDISH),
                  "detailEn",
                  text(problem.messageKey(), problem.arguments(), Preferences.ENGLISH)))
              .toList());
    }
    return body;
  }

  private String said(
      String sentence, List<Object> arguments, List<InputProblem> problems, Locale locale) {
    return problems.isEmpty()
        ? text(sentence, arguments, locale)
        : text(problems.getFirst().messageKey(), problems.getFirst().arguments(), locale);
  }

  private String text(String key, List<Object> arguments, Locale locale) {
    String rest = messages.getMessage(REST, null, locale);
    String found = messages.getMessage(key, arguments.toArray(), rest, locale);
    return found == null ? rest : found;
  }

  /** A header holds Latin-1; what lies outside it is written as a question mark. */
  private static String latin(String sentence) {
    return new String(
        sentence.replaceAll("\\s+", " ").getBytes(StandardCharsets.ISO_8859_1),
        StandardCharsets.ISO_8859_1);
  }
}
