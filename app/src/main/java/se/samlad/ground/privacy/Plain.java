package se.samlad.ground.privacy;

import java.text.Normalizer;
import java.util.Arrays;
import se.samlad.ground.storage.TextGuard.Hit;
import se.samlad.ground.storage.TextGuard.Kind;

/**
 * A text as the patterns read it: digits and letters of every width and style made plain, zero-width and soft signs and loose accents left
 * out, odd spaces and dashes made ordinary. Knows where each sign stood in the text as written.
 */
record Plain(String text, int[] starts, int[] ends) {

  static Plain of(String written) {
    Writer out = new Writer(written.length());
    int at = 0;
    while (at < written.length()) {
      int sign = written.codePointAt(at);
      int next = at + Character.charCount(sign);
      if (sign < 0x80) {
        out.add((char) sign, at, next);
      } else if (isMark(sign)) {
        out.accent(sign, next);
      } else {
        String plain = plain(sign);
        for (int k = 0; k < plain.length(); k++) {
          out.add(plain.charAt(k), at, next);
        }
      }
      at = next;
    }
    return out.plain();
  }

  /** A hit in the text as written; what was left out between its signs belongs to it. */
  Hit hit(Kind kind, int start, int end) {
    return new Hit(kind, starts[start], ends[end - 1]);
  }

  private static boolean isMark(int sign) {
    int type = Character.getType(sign);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static String plain(int sign) {
    if (Character.getType(sign) == Character.FORMAT) {
      return "";
    }
    if (Character.isSpaceChar(sign)) {
      return " ";
    }
    if (sign >= 0x2010 && sign <= 0x2015 || sign == 0x2212) {
      return "-";
    }
    int digit = Character.isDigit(sign) ? Character.digit(sign, 10) : -1;
    return digit >= 0
        ? String.valueOf((char) ('0' + digit))
        : Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
  }

  /** Collects the plain signs and where they came from. */
  private static final class Writer {

    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    private Writer(int length) {
      this.text = new StringBuilder(length);
      this.starts = new int[length + 16];
      this.ends = new int[length + 16];
    }

    private void add(char sign, int start, int end) {
      int at = text.length();
      if (at == starts.length) {
        starts = Arrays.copyOf(starts, at * 2);
        ends = Arrays.copyOf(ends, at * 2);
      }
      starts[at] = start;
      ends[at] = end;
      text.append(sign);
    }

    /** A loose accent becomes one sign with its letter where there is such a sign (a and ring: å); else it is left out. */
    private void accent(int mark, int end) {
      int last = text.length() - 1;
      if (last < 0) {
        return;
      }
      String joined =
          Normalizer.normalize(text.charAt(last) + Character.toString(mark), Normalizer.Form.NFC);
      if (joined.length() == 1) {
        text.setCharAt(last, joined.charAt(0));
      }
      ends[last] = end;
    }

    private Plain plain() {
      return new Plain(text.toString(), starts, ends);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Plain plain
        && plain.text.equals(text)
        && Arrays.equals(plain.starts, starts)
        && Arrays.equals(plain.ends, ends);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
