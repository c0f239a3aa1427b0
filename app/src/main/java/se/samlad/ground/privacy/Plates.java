package se.samlad.ground.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samlad.ground.storage.TextGuard.Kind;

/**
 * Finds registration plates: three letters and three signs, written close together or in capitals. Small letters with a space between
 * ("vid 123") are a plate only after a word that says so.
 */
final class Plates {

  private static final String LETTERS = "[A-HJ-PR-UW-Za-hj-pr-uw-z]{3}";
  private static final String SIGNS = "[0-9]{2}[0-9A-HJ-PR-UW-Za-hj-pr-uw-z]";
  private static final String ALONE = "(?![A-ZÅÄÖa-zåäö0-9])";
  private static final Pattern PLATE =
      Pattern.compile("(?<![A-ZÅÄÖa-zåäö0-9])(" + LETTERS + ")([ ]?[-·]?[ ]?)" + SIGNS + ALONE);
  private static final Pattern CUED = Pattern.compile("(?<![A-ZÅÄÖa-zåäö])"
      + "(?:[Rr][Ee][Gg](?:istrerings)?\\.?[ -]?(?:nr|NR|nummer|skylt|skylten|plåt|plåten)?"
      + "|[Ss]kylt|[Ss]kylten|[Nn]ummerplåt|[Nn]ummerplåten|[Bb]ilnummer)[ :.]{1,3}(?:är |med |nr |nummer )?"
      + "(" + LETTERS + "[ -]?" + SIGNS + ")" + ALONE);

  /** What stands before figures though nobody drives it. */
  private static final Set<String> NEVER =
      Set.copyOf(List.of("epa brf dnr rum hus ner kod tel klr bus lgh".split(" ")));

  /** Words and short forms of three letters that stand before figures in ordinary text. */
  private static final Set<String> WORDS = Set.copyOf(List.of(
      ("akt apr aug bar box bro btj byn dag dec del dem den det dom edp ena era etg ett eur fax feb fel fem gal gam gps gta gul"
              + " gym hal han har hej hel hem hen hon hos hsb hsl hur jan jul jun kan kap kom kwh led lok lss maj man mar max men mer"
              + " mhz mms mob mon mot ned nej nya obs och okt par pdf per pga pub rad ral ram reg sal sek sen sep ser sex sfs"
              + " sms sol sos str tag tal tar tog ton top tor tre trp tun typ upp usd ute zon")
          .split(" ")));

  private Plates() {}

  static void find(Hits hits) {
    hits.addAll(Kind.PLATE, CUED);
    Matcher matcher = PLATE.matcher(hits.text());
    while (matcher.find()) {
      String letters = matcher.group(1);
      String small = letters.toLowerCase(Locale.ROOT);
      boolean capitals = letters.equals(letters.toUpperCase(Locale.ROOT));
      boolean close = matcher.group(2).isEmpty();
      if ((capitals || close)
          && !NEVER.contains(small)
          && (capitals && close || !WORDS.contains(small))) {
        hits.addIfFree(Kind.PLATE, matcher.start(), matcher.end());
      }
    }
  }
}
