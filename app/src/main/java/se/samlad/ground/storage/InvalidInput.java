package se.samlad.ground.storage;

import java.util.List;

/** The input cannot be taken; nothing was written. Becomes 422 (or the form shown again with what was typed). */
public class InvalidInput extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient List<InputProblem> problems;

  public InvalidInput(List<InputProblem> problems) {
    super(problems.toString());
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("invalid input has at least one problem");
    }
    this.problems = List.copyOf(problems);
  }

  public InvalidInput(String field, String messageKey, Object... arguments) {
    this(List.of(InputProblem.of(field, messageKey, arguments)));
  }

  public List<InputProblem> problems() {
    return problems;
  }
}
