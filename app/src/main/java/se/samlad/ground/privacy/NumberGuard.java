package se.samlad.ground.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.TextGuard;

/**
 * The guard's patterns: numbers, e-mail and plates in strict form, which are certain, and cue words, which are doubtful. The page runs
 * the same patterns (static/rapport/vakt.js); both are held to the same list of cases. Every repetition is bounded, so no text makes a
 * pattern slow.
 */
@Component
public class NumberGuard implements TextGuard {

  /** Stands where something was removed. */
  public static final char MASK = '▮';

  private static final String GAP = "[ .\\-–+/]?";
  private static final Pattern PERSONAL = Pattern.compile(
      "(?<![0-9])(?:(19|20)" + GAP + ")?([0-9]{2})" + GAP + "([0-9]{2})" + GAP + "([0-9]{2})[ ]?"
          + GAP + "[ ]?([0-9]{2}" + GAP + "[0-9]{2}|TF[0-9]{2}|[A-Z][0-9]{3})(?![0-9])");
  private static final Pattern EMAIL = Pattern.compile(
      "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}[ ]?@[ ]?[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,5}\\.[A-Za-z]{2,24}(?![A-Za-z])");
  private static final Pattern PHONE = Pattern.compile(
      "(?<![0-9.,:-])(?:(?:\\+|00)46[ -]?(?:\\(0\\)|0)?[ -]?[1-9]|07[ -]?[02369]|0[1-9][0-9]{0,2}[ ]?[-/][ ]?[1-9])"
          + "(?:[ -]?[0-9]){4,9}(?![0-9])");
  private static final Pattern PLATE = Pattern.compile(
      "(?<![A-ZÅÄÖa-zåäö0-9])([A-HJ-PR-UW-Z]{3})[ -]?([0-9]{2}[0-9A-HJ-PR-UW-Z])(?![A-ZÅÄÖa-zåäö0-9])");
  private static final Set<String> NO_PLATE =
      Set.of("EPA", "BRF", "DNR", "RUM", "HUS", "NER", "KOD", "TEL", "KLR", "BUS", "LGH");

  private static final Pattern NAMED = Pattern.compile(
      "(?iu:\\b(?:heter|kallas(?: för)?|namnet|vid namn))[ ]{1,2}([A-ZÅÄÖ][a-zåäöéü]{1,24}(?:[ -][A-ZÅÄÖ][a-zåäöéü]{1,24}){0,2})");
  private static final Pattern TWO_CAPITALISED = Pattern.compile(
      "(?<=[a-zåäö,;] )([A-ZÅÄÖ][a-zåäöéü]{1,24}[ ][A-ZÅÄÖ][a-zåäöéü]{1,24}(?:son|sson|ström|berg|gren|lund|qvist|kvist|blad|man|dahl|stedt|ell|in|én))\\b");
  private static final Pattern APARTMENT = Pattern.compile(
      "(?iu)\\b(?:lgh|lägenhet|lägenhetsnummer)\\.?[ ]{0,2}(?:nr\\.?[ ]?)?[0-9]{1,4}\\b");
  private static final Pattern HEALTH = Pattern.compile(
      "(?iu)\\b(?:psykiskt?[ ]sju[kt]a?|psykisk[ ]ohälsa|psykos|schizofren\\p{L}{0,4}|missbrukar\\p{L}{0,4}|narkoman\\p{L}{0,4}|alkoholis\\p{L}{0,5}|diagnos\\p{L}{0,4}|adhd|autis\\p{L}{0,5}|dement\\p{L}{0,3}|självmord\\p{L}{0,6}|suicid\\p{L}{0,4}|handikapp\\p{L}{0,4}|funktionsneds\\p{L}{0,8})\\b");
  private static final Pattern ETHNICITY = Pattern.compile(
      "(?iu)\\b(?:invandrar\\p{L}{0,6}|zigenar\\p{L}{0,3}|rom(?:er|sk|ska|skt)|somali\\p{L}{0,4}|arab(?:er|isk|iska|iskt)|afghan\\p{L}{0,4}|syri(?:er|sk|ska)|irak(?:ier|isk|iska)|muslim\\p{L}{0,4}|jud(?:ar|isk|iska)|svart(?:a)?[ ](?:män|killar|personer)|utländsk(?:t|a)?[ ](?:utseende|ursprung|härkomst)|mörkhy\\p{L}{0,4})\\b");

  @Override
  public Guarded guard(String text) {
    Plain plain = Plain.of(text);
    List<Hit> hits = new ArrayList<>();
    personal(plain, hits);
    emails(plain, hits);
    phones(plain, hits);
    plates(plain, hits);
    cues(plain, hits);
    hits.sort(Comparator.comparingInt(Hit::start)
        .thenComparing(Comparator.comparingInt(Hit::end).reversed()));
    return new Guarded(masked(text, hits), hits);
  }

  private static void personal(Plain plain, List<Hit> hits) {
    Matcher matcher = PERSONAL.matcher(plain.text());
    int from = 0;
    while (matcher.find(from)) {
      Kind kind = personalKind(matcher);
      if (kind == null) {
        from = matcher.start() + 1;
      } else {
        hits.add(plain.hit(kind, matcher.start(), matcher.end()));
        from = matcher.end();
      }
    }
  }

  private static @org.jspecify.annotations.Nullable Kind personalKind(Matcher matcher) {
    String ending = matcher.group(5).replaceAll("[^0-9A-Z]", "");
    int year = Integer.parseInt(matcher.group(2));
    int month = Integer.parseInt(matcher.group(3));
    int day = Integer.parseInt(matcher.group(4));
    int century = matcher.group(1) == null ? 2000 : Integer.parseInt(matcher.group(1)) * 100;
    boolean coordination = day > 60;
    if (!isDate(century + year, month, coordination ? day - 60 : day)) {
      return null;
    }
    if (Character.isLetter(ending.charAt(0))) {
      return Kind.TEMPORARY_NUMBER;
    }
    if (!luhn(matcher.group(2) + matcher.group(3) + matcher.group(4) + ending)) {
      return null;
    }
    return coordination ? Kind.COORDINATION_NUMBER : Kind.PERSONAL_NUMBER;
  }

  private static boolean isDate(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).getDayOfMonth() == day;
    } catch (DateTimeException noSuchDay) {
      // A year without century may be 1900 as well as 2000: the leap day is the only one that
      // differs.
      return false;
    }
  }

  /** The check digit of personnummer: weights 2 and 1 from the left, digit sums, a multiple of ten. */
  static boolean luhn(String tenDigits) {
    int sum = 0;
    for (int i = 0; i < tenDigits.length(); i++) {
      int digit = tenDigits.charAt(i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  private static void emails(Plain plain, List<Hit> hits) {
    Matcher matcher = EMAIL.matcher(plain.text());
    while (matcher.find()) {
      hits.add(plain.hit(Kind.EMAIL, matcher.start(), matcher.end()));
    }
  }

  private static void phones(Plain plain, List<Hit> hits) {
    Matcher matcher = PHONE.matcher(plain.text());
    while (matcher.find()) {
      long digits = matcher.group().chars().filter(Character::isDigit).count();
      boolean national = matcher.group().startsWith("0") && !matcher.group().startsWith("00");
      if (digits >= (national ? 8 : 9)
          && digits <= 13
          && free(plain, hits, matcher.start(), matcher.end())) {
        hits.add(plain.hit(Kind.PHONE, matcher.start(), matcher.end()));
      }
    }
  }

  private static void plates(Plain plain, List<Hit> hits) {
    Matcher matcher = PLATE.matcher(plain.text());
    while (matcher.find()) {
      if (!NO_PLATE.contains(matcher.group(1).toUpperCase(Locale.ROOT))) {
        hits.add(plain.hit(Kind.PLATE, matcher.start(), matcher.end()));
      }
    }
  }

  private static void cues(Plain plain, List<Hit> hits) {
    cue(plain, hits, NAMED, Kind.NAME);
    cue(plain, hits, TWO_CAPITALISED, Kind.NAME);
    cue(plain, hits, APARTMENT, Kind.APARTMENT);
    cue(plain, hits, HEALTH, Kind.HEALTH);
    cue(plain, hits, ETHNICITY, Kind.ETHNICITY);
  }

  private static void cue(Plain plain, List<Hit> hits, Pattern pattern, Kind kind) {
    Matcher matcher = pattern.matcher(plain.text());
    while (matcher.find()) {
      int group = matcher.groupCount() > 0 ? 1 : 0;
      if (free(plain, hits, matcher.start(group), matcher.end(group))) {
        hits.add(plain.hit(kind, matcher.start(group), matcher.end(group)));
      }
    }
  }

  private static boolean free(Plain plain, List<Hit> hits, int start, int end) {
    Hit candidate = plain.hit(Kind.PHONE, start, end);
    return hits.stream()
        .noneMatch(hit -> hit.start() < candidate.end() && candidate.start() < hit.end());
  }

  private static String masked(String text, List<Hit> hits) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (Hit hit : hits) {
      if (hit.kind().certain() && hit.end() > at) {
        out.append(text, at, Math.max(at, hit.start())).append(MASK);
        at = hit.end();
      }
    }
    return out.append(text, at, text.length()).toString();
  }
}
