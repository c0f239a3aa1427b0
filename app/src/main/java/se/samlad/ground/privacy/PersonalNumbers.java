package se.samlad.ground.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.storage.TextGuard.Kind;

/**
 * Finds personnummer and samordningsnummer of ten or twelve digits however they are split, and the temporary numbers of health care. Date
 * and check digit must hold. A date followed by a time of day is not a number.
 */
final class PersonalNumbers {

  private static final int MOST = 12;
  private static final int MOST_GAP = 3;
  private static final String GAPS = " \t\n\r.-+/_:*·•~'’";

  private static final Pattern TEMPORARY = Pattern.compile(
      "(?<![0-9])(?:(?:18|19|20)[ -]?)?([0-9]{2})[ .\\-/]?([0-9]{2})[ .\\-/]?([0-9]{2})"
          + "(?:[ ]?[-+/]?[ ]?[Tt][Ff][ ]?[0-9]{2}|[-+][A-Za-z][0-9]{3}|[A-Z][0-9]{3})(?![0-9])");

  private PersonalNumbers() {}

  static void find(Hits hits, AuthorityNumbers authorities) {
    String text = hits.text();
    int at = 0;
    while (at < text.length()) {
      if (isDigit(text, at) && !isDigit(text, at - 1)) {
        Digits digits = Digits.at(text, at);
        Kind kind = digits.kind(MOST);
        int size = MOST;
        if (kind == null) {
          size = 10;
          kind = digits.kind(size);
        }
        if (kind != null && !authorities.holdsWhole(digits.text(size))) {
          hits.add(kind, at, digits.end(size));
          at = digits.end(size);
          continue;
        }
      }
      at++;
    }
    temporary(hits);
  }

  private static void temporary(Hits hits) {
    Matcher matcher = TEMPORARY.matcher(hits.text());
    while (matcher.find()) {
      int day = number(matcher.group(3), 0, 2);
      if (isDate(
          2000 + number(matcher.group(1), 0, 2),
          number(matcher.group(2), 0, 2),
          day > 60 ? day - 60 : day)) {
        hits.addIfFree(Kind.TEMPORARY_NUMBER, matcher.start(), matcher.end());
      }
    }
  }

  /** The check digit of personnummer: weights 2 and 1 from the left, digit sums, a multiple of ten. */
  static boolean luhn(String tenDigits) {
    int sum = 0;
    for (int i = 0; i < tenDigits.length(); i++) {
      int digit = tenDigits.charAt(i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }

  private static boolean isDate(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).getDayOfMonth() == day;
    } catch (DateTimeException noSuchDay) {
      // A year without century is read as 20xx: of 1900 and 2000 only the latter has a leap day.
      return false;
    }
  }

  /** Up to twelve digits from one place on, what stands in front of each and where each ends. */
  private static final class Digits {

    private final String all;
    private final String[] gaps;
    private final int[] ends;
    private final String source;

    private Digits(String all, String[] gaps, int[] ends, String source) {
      this.all = all;
      this.gaps = gaps;
      this.ends = ends;
      this.source = source;
    }

    static Digits at(String text, int start) {
      StringBuilder all = new StringBuilder(MOST);
      String[] gaps = new String[MOST];
      int[] ends = new int[MOST];
      int from = start;
      while (all.length() < MOST) {
        int to = from;
        while (to < text.length() && to - from < MOST_GAP && GAPS.indexOf(text.charAt(to)) >= 0) {
          to++;
        }
        if (!isDigit(text, to)) {
          break;
        }
        gaps[all.length()] = text.substring(from, to);
        ends[all.length()] = to + 1;
        all.append(text.charAt(to));
        from = to + 1;
      }
      return new Digits(all.toString(), gaps, ends, text);
    }

    int end(int size) {
      return ends[size - 1];
    }

    String text(int size) {
      return all.substring(0, size);
    }

    @Nullable
    Kind kind(int size) {
      if (all.length() < size || isDigit(source, end(size)) || !split(size) || isTime(size)) {
        return null;
      }
      int century = size == MOST ? number(all, 0, 2) : 20;
      if (century < 18 || century > 20) {
        return null;
      }
      String ten = all.substring(size - 10, size);
      int day = number(ten, 4, 6);
      boolean coordination = day > 60;
      int year = century * 100 + number(ten, 0, 2);
      if (!isDate(year, number(ten, 2, 4), coordination ? day - 60 : day) || !luhn(ten)) {
        return null;
      }
      return coordination ? Kind.COORDINATION_NUMBER : Kind.PERSONAL_NUMBER;
    }

    /** A number is parted between date and last four, or nowhere, or after the century alone. */
    private boolean split(int size) {
      if (!gaps[size - 4].isEmpty()) {
        return true;
      }
      for (int i = 1; i < size; i++) {
        if (!gaps[i].isEmpty() && !(size == MOST && i == 2)) {
          return false;
        }
      }
      return true;
    }

    /** "2026-11-21 21.40" and "2026-11-21 2140" tell when, not who. */
    private boolean isTime(int size) {
      String before = gaps[size - 4];
      String within = gaps[size - 2];
      if (before.indexOf(' ') < 0
          || number(all, size - 4, size - 2) > 23
          || number(all, size - 2, size) > 59) {
        return false;
      }
      boolean isoDay = size == MOST && gaps[4].equals("-") && gaps[6].equals("-");
      return within.equals(".")
          || within.equals(":")
          || (within.isEmpty() && isoDay && before.isBlank() && all.startsWith("20"));
    }
  }
}
