package se.samlad.problem.web;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.web.FieldError;

/** Refusals as sentences beside the fields they are about. */
@Component("problemSentences")
class Sentences {

  private final MessageSource messages;

  Sentences(MessageSource messages) {
    this.messages = messages;
  }

  List<FieldError> of(InvalidInput invalid) {
    return invalid.problems().stream()
        .map(wrong -> new FieldError(
            wrong.field(), text(wrong.messageKey(), wrong.arguments().toArray())))
        .toList();
  }

  List<FieldError> of(String field, Refused refused) {
    return List.of(
        new FieldError(field, text(refused.messageKey(), refused.arguments().toArray())));
  }

  String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
