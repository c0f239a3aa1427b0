package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column of an input, kept small: numbers as they are while every field is one, else each different text once. A
 * missing field (empty, NA, NaN) is NaN or the empty text.
 */
final class Column {

  private static final int TEXT_COST = 96;

  private double[] numbers = new double[16];
  private int @Nullable [] codes;
  private final Map<String, Integer> codeOf = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private int size;
  private long textBytes;

  void add(String field) {
    String text = field.trim();
    if (codes == null) {
      double number = number(text);
      if (!Double.isNaN(number) || isMissing(text)) {
        numbers = size == numbers.length ? Arrays.copyOf(numbers, larger(size)) : numbers;
        numbers[size++] = number;
        return;
      }
      codes = recode();
    }
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, larger(size));
    }
    codes[size++] = code(isMissing(text) ? "" : text);
  }

  private int[] recode() {
    int[] made = new int[numbers.length];
    for (int i = 0; i < size; i++) {
      made[i] = code(Double.isNaN(numbers[i]) ? "" : Outcome.plain(numbers[i]));
    }
    numbers = new double[0];
    return made;
  }

  private int code(String text) {
    Integer known = codeOf.get(text);
    if (known != null) {
      return known;
    }
    int code = texts.size();
    codeOf.put(text, code);
    texts.add(text);
    textBytes += TEXT_COST + text.length();
    return code;
  }

  private static int larger(int size) {
    return size + size / 2 + 1;
  }

  /** About how much memory the column takes. */
  long bytes() {
    return 8L * numbers.length + (codes == null ? 0 : 4L * codes.length) + textBytes;
  }

  String text(int row) {
    if (codes != null) {
      return texts.get(codes[row]);
    }
    return Double.isNaN(numbers[row]) ? "" : Outcome.plain(numbers[row]);
  }

  /** The number in a row; NaN when it is missing, refused when it is something else. */
  double number(int row, String name) {
    if (codes == null) {
      return numbers[row];
    }
    String text = texts.get(codes[row]);
    double number = number(text);
    if (Double.isNaN(number) && !text.isEmpty()) {
      throw new IllegalArgumentException(
          "Row %d: column %s has \"%s\", which is not a number".formatted(row + 1, name, text));
    }
    return number;
  }

  private static boolean isMissing(String text) {
    return text.isEmpty() || text.equals("NA") || text.equalsIgnoreCase("NaN");
  }

  /** NaN also for what only looks odd as a number, as 007, so that a name is kept as it was written. */
  private static double number(String text) {
    if (text.isEmpty() || text.length() > 40 || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return Double.NaN;
    }
    boolean name = text.length() > 1 && text.charAt(0) == '0' && Character.isDigit(text.charAt(1));
    char last = text.charAt(text.length() - 1);
    if (name || !(Character.isDigit(last) || last == '.')) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
