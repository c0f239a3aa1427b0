package se.samlad.measure.web;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.web.FieldError;

/** Refusals as sentences beside the fields they are about. */
@Component("measureSentences")
class Sentences {

  private final MessageSource messages;

  Sentences(MessageSource messages) {
    this.messages = messages;
  }

  List<FieldError> of(InvalidInput invalid) {
    return of(invalid.problems());
  }

  List<FieldError> of(List<InputProblem> problems) {
    return problems.stream()
        .map(problem -> new FieldError(
            problem.field(), text(problem.messageKey(), problem.arguments().toArray())))
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
