package se.samlad.ground.privacy.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a text.
 *
 * @param lower in small letters
 * @param shape how it is written
 * @param first whether it begins a sentence or a line, where a capital says nothing
 * @param joined whether only a space parts it from the word before
 */
record Word(int start, int end, String lower, Shape shape, boolean first, boolean joined) {

  /** How a word is written. */
  enum Shape {
    SMALL,
    /** Anna, McDonald. */
    CAPITALISED,
    /** ICA, SFI; and every word of a text in capitals counts as small. */
    CAPITALS,
    /** A single capital: an initial. */
    INITIAL
  }

  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[-'’]\\p{L}+){0,3}");
  private static final String ENDS = ".!?:\n\r•\"”(–-*;/";
  private static final double MOST_CAPITALS = 0.6;

  static List<Word> of(String text) {
    boolean shouted = isShouted(text);
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int before = 0;
    while (matcher.find()) {
      String written = matcher.group();
      String gap = text.substring(before, matcher.start());
      boolean initial = !words.isEmpty() && words.getLast().shape() == Shape.INITIAL;
      words.add(new Word(
          matcher.start(),
          matcher.end(),
          written.toLowerCase(Locale.ROOT),
          shouted ? Shape.SMALL : shape(written),
          words.isEmpty() || begins(gap) && !(initial && gap.equals(". ")),
          gap.equals(" ") || gap.equals("  ") || initial && gap.equals(". ")));
      before = matcher.end();
    }
    return words;
  }

  boolean capitalised() {
    return shape == Shape.CAPITALISED;
  }

  boolean capital() {
    return shape != Shape.SMALL;
  }

  /** The word without the s of a genitive. */
  String base() {
    return lower.length() > 3 && lower.endsWith("s")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  private static boolean begins(String gap) {
    for (int i = gap.length() - 1; i >= 0; i--) {
      if (gap.charAt(i) != ' ') {
        return ENDS.indexOf(gap.charAt(i)) >= 0;
      }
    }
    return false;
  }

  private static Shape shape(String written) {
    if (!Character.isUpperCase(written.charAt(0))) {
      return Shape.SMALL;
    }
    if (written.length() == 1) {
      return Shape.INITIAL;
    }
    return written.equals(written.toUpperCase(Locale.ROOT)) ? Shape.CAPITALS : Shape.CAPITALISED;
  }

  private static boolean isShouted(String text) {
    int letters = 0;
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        letters++;
        capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
      }
    }
    return letters >= 12 && capitals > letters * MOST_CAPITALS;
  }
}
