package se.samlad.ground.access.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.web.FieldError;

/** What is wrong with a form's fields, as sentences beside them. */
@Component
class FormErrors {

  private final MessageSource messages;

  FormErrors(MessageSource messages) {
    this.messages = messages;
  }

  List<FieldError> of(InvalidInput invalid) {
    Locale locale = LocaleContextHolder.getLocale();
    return invalid.problems().stream()
        .map(problem -> new FieldError(
            problem.field(),
            messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)))
        .toList();
  }

  List<FieldError> of(String field, String messageKey, Object... arguments) {
    return List.of(new FieldError(
        field, messages.getMessage(messageKey, arguments, LocaleContextHolder.getLocale())));
  }
}
