package se.samlad.reporting;

/** Which signs a text may hold to be stored: no NUL, which PostgreSQL refuses, and no half of a pair, which no encoding carries. */
final class Signs {

  private Signs() {}

  static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == 0) {
        return false;
      }
      if (Character.isHighSurrogate(sign)) {
        if (i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      } else if (Character.isLowSurrogate(sign)) {
        return false;
      }
    }
    return true;
  }
}
