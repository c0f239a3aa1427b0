package se.samlad.desk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;

/** Reads a form's fields and gathers everything that is wrong before anything is written. */
final class Fields {

  private final List<InputProblem> problems = new ArrayList<>();

  /** One line of text within the lengths, without control characters. */
  String line(String field, String value, int shortest, int longest) {
    String text = value.strip();
    if (text.length() < shortest) {
      problems.add(InputProblem.of(field, "desk.field.short", shortest));
    } else if (text.length() > longest) {
      problems.add(InputProblem.of(field, "desk.field.long", longest));
    } else if (text.codePoints().anyMatch(Character::isISOControl)) {
      problems.add(InputProblem.of(field, "desk.field.control"));
    }
    return text;
  }

  /** Several lines, one thing on each; empty lines and repetitions are passed over. */
  List<String> lines(String field, String value, int most, int longest) {
    List<String> all = Arrays.stream(value.split("\\R"))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
    if (all.size() > most) {
      problems.add(InputProblem.of(field, "desk.field.many", most));
    }
    for (String text : all) {
      if (text.length() < 2
          || text.length() > longest
          || text.codePoints().anyMatch(Character::isISOControl)) {
        problems.add(InputProblem.of(field, "desk.field.line", 2, longest));
        break;
      }
    }
    return all;
  }

  <E extends Enum<E>> Optional<E> choice(String field, String value, Class<E> type) {
    Optional<E> found = Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(value))
        .findFirst();
    if (found.isEmpty()) {
      problems.add(InputProblem.of(field, "desk.field.choice"));
    }
    return found;
  }

  void refuse(String field, String messageKey, Object... arguments) {
    problems.add(InputProblem.of(field, messageKey, arguments));
  }

  /** Lets another reader's refusal stand beside the others. */
  void gather(Runnable reading) {
    try {
      reading.run();
    } catch (InvalidInput invalid) {
      problems.addAll(invalid.problems());
    }
  }

  /** Refuses when anything was wrong. */
  void require() {
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }
}
