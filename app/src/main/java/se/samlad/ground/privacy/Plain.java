package se.samlad.ground.privacy;

import java.text.Normalizer;
import java.util.Arrays;
import se.samlad.ground.storage.TextGuard.Hit;
import se.samlad.ground.storage.TextGuard.Kind;

/**
 * A text as the patterns read it: full-width digits and letters made plain, zero-width and soft signs left out, odd spaces and dashes made
 * ordinary. Knows where each sign stood in the text as written.
 */
record Plain(String text, int[] positions) {

  static Plain of(String written) {
    StringBuilder out = new StringBuilder(written.length());
    int[] positions = new int[written.length() * 4 + 1];
    for (int i = 0; i < written.length(); i++) {
      String sign = plain(written.charAt(i));
      for (int k = 0; k < sign.length() && out.length() < positions.length - 1; k++) {
        positions[out.length()] = i;
        out.append(sign.charAt(k));
      }
    }
    positions[out.length()] = written.length();
    return new Plain(out.toString(), Arrays.copyOf(positions, out.length() + 1));
  }

  /** A hit in the text as written; what was left out between its signs belongs to it. */
  Hit hit(Kind kind, int start, int end) {
    return new Hit(
        kind, positions[start], end == start ? positions[start] : positions[end - 1] + 1);
  }

  private static String plain(char sign) {
    if (sign < 0x80) {
      return String.valueOf(sign);
    }
    if (Character.getType(sign) == Character.FORMAT || sign == 0x00AD) {
      return "";
    }
    if (Character.isSpaceChar(sign)) {
      return " ";
    }
    if (sign >= 0x2010 && sign <= 0x2015 || sign == 0x2212) {
      return "-";
    }
    int digit = Character.isDigit(sign) ? Character.getNumericValue(sign) : -1;
    if (digit >= 0 && digit <= 9) {
      return String.valueOf((char) ('0' + digit));
    }
    return sign >= 0xFF00 && sign <= 0xFFEF
        ? Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC)
        : String.valueOf(sign);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Plain plain
        && plain.text.equals(text)
        && Arrays.equals(plain.positions, positions);
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
