package se.samlad.analysis.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** An option that takes one of a few words, written as {@code nb-plugin} for {@code NB_PLUGIN}. */
final class Choice {

  private Choice() {}

  static <E extends Enum<E>> E of(Class<E> type, String option, String text) {
    for (E each : type.getEnumConstants()) {
      if (word(each).equalsIgnoreCase(text) || each.name().equalsIgnoreCase(text)) {
        return each;
      }
    }
    String words =
        Arrays.stream(type.getEnumConstants()).map(Choice::word).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "--%s takes one of %s, not \"%s\"".formatted(option, words, text));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
