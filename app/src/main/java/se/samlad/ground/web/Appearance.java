package se.samlad.ground.web;

import java.util.Arrays;

/** How the pages look to one person (Swedish: utseende). */
public enum Appearance {
  AUTOMATIC("auto"),
  LIGHT("ljust"),
  DARK("morkt"),
  HIGH_CONTRAST("kontrast");

  private final String code;

  Appearance(String code) {
    this.code = code;
  }

  /** As in the address, the cookie and the attribute the style sheet reads. */
  public String code() {
    return code;
  }

  /** Automatic when the text is none of the known. */
  public static Appearance parse(String text) {
    return Arrays.stream(values())
        .filter(appearance -> appearance.code.equals(text))
        .findFirst()
        .orElse(AUTOMATIC);
  }
}
