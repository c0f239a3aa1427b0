package se.samlad.ground.privacy;

import java.util.regex.Pattern;
import se.samlad.ground.storage.TextGuard.Kind;

/** Finds e-mail addresses, also with spaces round the sign or with "(at)", "snabel-a" and "(punkt)" in its place. */
final class Emails {

  private static final String AT =
      "(?:[ ]?@[ ]?|[ ]?[(\\[{][ ]?(?:at|AT|snabel-?a)[ ]?[)\\]}][ ]?|[ ]snabel-?a[ ])";
  private static final String DOT = "(?:\\.|[ ]?[(\\[{](?:punkt|dot)[)\\]}][ ]?)";
  private static final Pattern EMAIL =
      Pattern.compile("(?<![\\p{L}0-9._%+-])[\\p{L}0-9._%+-]{1,64}" + AT + "[\\p{L}0-9-]{1,63}(?:"
          + DOT + "[\\p{L}0-9-]{1,63}){0,5}" + DOT + "\\p{L}{2,24}(?!\\p{L})");

  private static final Pattern BRACKETED = Pattern.compile("[(\\[{][ ]?(?:at|AT)[ ]?[)\\]}]");

  private Emails() {}

  static void find(Hits hits) {
    String text = hits.text();
    if (text.indexOf('@') >= 0
        || text.contains("snabel")
        || BRACKETED.matcher(text).find()) {
      hits.addAll(Kind.EMAIL, EMAIL);
    }
  }
}
