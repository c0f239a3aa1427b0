package se.samlad.ground.storage;

import java.util.List;

/**
 * Why a field cannot be taken, as a message key with arguments; the web edge turns it into a sentence in the user's language.
 *
 * @param field the field's name as the sender wrote it, for example {@code incidents[0].from}; empty when it is about the whole
 */
public record InputProblem(String field, String messageKey, List<Object> arguments) {

  public InputProblem {
    arguments = List.copyOf(arguments);
  }

  public static InputProblem of(String field, String messageKey, Object... arguments) {
    return new InputProblem(field, messageKey, List.of(arguments));
  }
}
