package se.samlad.reporting;

import java.util.UUID;

/**
 * What a report is called between people (Swedish: referens), as in {@code K7F3-2QX9}: made from its id, so that it tells nothing of how
 * many there are. Signs that are mistaken for each other are left out.
 */
public final class Reference {

  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 8;

  private Reference() {}

  public static String of(UUID report) {
    // The last 40 bits are random in every kind of id that is sent.
    long bits = report.getLeastSignificantBits();
    StringBuilder text = new StringBuilder();
    for (int i = LENGTH - 1; i >= 0; i--) {
      text.append(SIGNS.charAt((int) (bits >>> (5 * i)) & 31));
      if (i == LENGTH / 2) {
        text.append('-');
      }
    }
    return text.toString();
  }
}
