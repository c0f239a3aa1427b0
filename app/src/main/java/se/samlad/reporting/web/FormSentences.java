package se.samlad.reporting.web;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.web.FieldError;

/** Refusals as sentences beside the form's fields, whether the form or the body it became was wrong. */
@Component
class FormSentences {

  private static final Pattern INCIDENT = Pattern.compile("incidents\\[\\d+]\\.(.*)");

  private static final Map<String, String> FIELDS = Map.of(
      "category", "kategori",
      "from", "nar",
      "to", "till",
      "lon", "plats",
      "lat", "plats",
      "area", "omrade",
      "accuracyMeters", "plats",
      "severity", "allvar",
      "text", "text");

  private final MessageSource messages;

  FormSentences(MessageSource messages) {
    this.messages = messages;
  }

  List<FieldError> of(InvalidInput invalid) {
    return invalid.problems().stream()
        .map(problem -> new FieldError(field(problem), text(problem)))
        .distinct()
        .toList();
  }

  String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }

  /** The sentence with its {0} left standing. */
  String raw(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }

  private String text(InputProblem problem) {
    return text(problem.messageKey(), problem.arguments().toArray());
  }

  private static String field(InputProblem problem) {
    String field = problem.field();
    Matcher incident = INCIDENT.matcher(field);
    return incident.matches() ? FIELDS.getOrDefault(incident.group(1), "kategori") : field;
  }
}
