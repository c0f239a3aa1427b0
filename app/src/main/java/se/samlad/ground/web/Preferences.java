package se.samlad.ground.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one person has chosen for the pages.
 *
 * @param language null follows the browser
 * @param shortcuts whether single keys do things
 */
public record Preferences(@Nullable Locale language, Appearance appearance, boolean shortcuts) {

  public static final Locale SWEDISH = Locale.of("sv");
  public static final Locale ENGLISH = Locale.of("en");

  public Preferences {
    if (language != null && !language.equals(SWEDISH) && !language.equals(ENGLISH)) {
      throw new IllegalArgumentException("the pages speak sv and en, not " + language);
    }
  }

  public static Preferences defaults() {
    return new Preferences(null, Appearance.AUTOMATIC, true);
  }

  /** One word, {@code sv.morkt.nej}: for a cookie or a column. */
  public String encode() {
    return "%s.%s.%s"
        .formatted(
            language == null ? "auto" : language.getLanguage(),
            appearance.code(),
            shortcuts ? "ja" : "nej");
  }

  /** Reads {@link #encode}; whatever is not understood keeps its default. */
  public static Preferences parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      return defaults();
    }
    return new Preferences(
        language(parts[0]).orElse(null), Appearance.parse(parts[1]), !parts[2].equals("nej"));
  }

  static Optional<Locale> language(String code) {
    return switch (code) {
      case "sv" -> Optional.of(SWEDISH);
      case "en" -> Optional.of(ENGLISH);
      default -> Optional.empty();
    };
  }
}
