package se.samlad.ground.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;

/** Refusals as sentences in the reader's language, beside the fields they are about. */
@Component
public class Sentences {

  private final MessageSource messages;

  Sentences(MessageSource messages) {
    this.messages = messages;
  }

  public List<FieldError> of(InvalidInput invalid) {
    return of(invalid.problems());
  }

  public List<FieldError> of(List<InputProblem> problems) {
    return problems.stream()
        .map(problem -> new FieldError(
            problem.field(), text(problem.messageKey(), problem.arguments().toArray())))
        .toList();
  }

  /** A refusal of the whole, told beside the field it is most about. */
  public List<FieldError> of(String field, Refused refused) {
    return List.of(
        new FieldError(field, text(refused.messageKey(), refused.arguments().toArray())));
  }

  /**
   * Does what a form asks for. What is refused becomes the sentences to show the form again with, and the answer's status; nothing when it
   * was done.
   *
   * @param field the field a refusal of the whole is told beside
   */
  public List<FieldError> attempt(HttpServletResponse response, String field, Runnable verb) {
    try {
      verb.run();
      return List.of();
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return of(invalid);
    } catch (Refused refused) {
      response.setStatus(status(refused));
      return of(field, refused);
    }
  }

  public String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }

  /** The status a page that is shown again answers with. */
  public static int status(Refused refused) {
    return switch (refused.kind()) {
      case CONFLICT -> HttpStatus.CONFLICT.value();
      case CHANGED_MEANWHILE -> HttpStatus.PRECONDITION_FAILED.value();
      case NOT_ALLOWED -> HttpStatus.FORBIDDEN.value();
    };
  }
}
