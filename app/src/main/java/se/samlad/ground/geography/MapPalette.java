package se.samlad.ground.geography;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The colours of the style sheet's tokens, read from the sheet itself, so that page, browser map and document never differ. */
public final class MapPalette {

  private static final Pattern PLAIN = Pattern.compile("--([a-z0-9-]+):(#[0-9A-Fa-f]{3,6})\\b");
  private static final Pattern BOTH =
      Pattern.compile("--([a-z0-9-]+):light-dark\\((#[0-9A-Fa-f]{3,6}),(#[0-9A-Fa-f]{3,6})\\)");

  public static final MapPalette LIGHT = read(false);
  public static final MapPalette DARK = read(true);

  private final Map<String, String> colours;

  private MapPalette(Map<String, String> colours) {
    this.colours = Map.copyOf(colours);
  }

  /** The colour of a token, as {@code k-mark}. */
  public String colour(String token) {
    String colour = colours.get(token);
    if (colour == null) {
      throw new IllegalArgumentException("the style sheet has no token " + token);
    }
    return colour;
  }

  private static MapPalette read(boolean dark) {
    String sheet = tokens();
    Map<String, String> colours = new HashMap<>();
    Matcher plain = PLAIN.matcher(sheet);
    while (plain.find()) {
      colours.put(plain.group(1), plain.group(2));
    }
    Matcher both = BOTH.matcher(sheet);
    while (both.find()) {
      colours.put(both.group(1), both.group(dark ? 3 : 2));
    }
    return new MapPalette(colours);
  }

  private static String tokens() {
    try {
      return sheet("tokens.css") + sheet("tokens-karta.css");
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static String sheet(String name) throws IOException {
    return new ClassPathResource("static/css/" + name).getContentAsString(StandardCharsets.UTF_8);
  }
}
