package se.samlad.ground.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samlad.ground.storage.TextGuard.Kind;

/**
 * Finds phone numbers: mobile and fixed lines of Sweden with or without country code, and foreign ones written with + or 00. Numbers of
 * authorities are left alone, and so are spans of time and dates.
 */
final class PhoneNumbers {

  private static final String START = "(?<![0-9])(?<![0-9][.,:-])";
  private static final String S = "[ ./()-]{0,3}";
  private static final String NOT_TIMES = "(?!0[0-9][.:][0-5][0-9][ ]?-)";
  private static final Pattern FROM_ABROAD =
      Pattern.compile(START + "(?:(?:\\+|00)[ ]?46|46(?=[ -]?7[02369]))" + S + "(?:0" + S
          + ")?([1-9](?:" + S + "[0-9]){6,8})(?![0-9])");
  private static final Pattern MOBILE = Pattern.compile(
      START + NOT_TIMES + "\\(?(0" + S + "7" + S + "[02369](?:" + S + "[0-9]){7})(?![0-9])");
  private static final Pattern FIXED =
      Pattern.compile(START + "(?![0-9]{2}-[0-9]{2}-(?:19|20)[0-9]{2})"
          + "\\(?(0[1-9][0-9]{0,2}[ ]?[-/)][ ]?[1-9](?:[ -]?[0-9]){4,7})(?![0-9])");
  private static final Pattern FIXED_SPACED = Pattern.compile(
      START + "(0[1-9][0-9]{0,2}[ ][1-9][0-9]{1,2}(?:[ ][0-9]{2,3}){1,3})(?![0-9])");
  private static final Pattern FIXED_CLOSE = Pattern.compile(START + "(0[1-9][0-9]{7,8})(?![0-9])");
  private static final Pattern CUED = Pattern.compile(
      "(?i)(?:tel|telefon|telefonnummer|telnr|mobil|mobilnr|ring|ringa|ringer|sms:?a|nummer|nr)[.:]{0,2}[ ]{0,2}(?:till |hem |på )?"
          + "(0[1-9](?:[ ]?[0-9]){6,8})(?![0-9])");
  private static final Pattern FOREIGN =
      Pattern.compile(START + "(?:\\+[ ]?|00)(?!46)([1-9](?:[ ./()-]{0,2}[0-9]){7,13})(?![0-9])");

  private PhoneNumbers() {}

  static void find(Hits hits, AuthorityNumbers authorities) {
    find(hits, authorities, FROM_ABROAD, "0", 8, 10);
    find(hits, authorities, MOBILE, "", 10, 10);
    find(hits, authorities, FIXED, "", 8, 10);
    find(hits, authorities, FIXED_SPACED, "", 9, 10);
    find(hits, authorities, FIXED_CLOSE, "", 9, 10);
    find(hits, authorities, CUED, "", 8, 10);
    find(hits, authorities, FOREIGN, "00", 10, 16);
  }

  private static void find(
      Hits hits,
      AuthorityNumbers authorities,
      Pattern pattern,
      String prefix,
      int fewest,
      int most) {
    Matcher matcher = pattern.matcher(hits.text());
    while (matcher.find()) {
      String digits = prefix + matcher.group(1).replaceAll("[^0-9]", "");
      if (digits.length() >= fewest && digits.length() <= most && !authorities.holds(digits)) {
        boolean cued = pattern == CUED;
        hits.addIfFree(Kind.PHONE, cued ? matcher.start(1) : matcher.start(), matcher.end());
      }
    }
  }
}
