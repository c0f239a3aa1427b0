package se.samlad.ground.access.proof;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which passwords are refused. Long ones of any kind are welcome; refused are those that lists of leaked passwords begin with: a common
 * word with digits and signs around it, keyboard rows, one letter repeated, one's own address.
 */
final class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  /** What leaked lists are made of, in Swedish and English; compared after digits, signs and accents are taken away. */
  private static final Set<String> COMMON = new HashSet<>(Arrays.asList(
      "password passwort losenord losen kodord hemligt hemlig sommar vinter host hosten varen januari februari mars april maj juni juli augusti"
          .concat(
              " september oktober november december mandag tisdag onsdag torsdag fredag lordag sondag qwerty qwertyuiop asdfgh asdfghjkl")
          .concat(
              " zxcvbn zxcvbnm qazwsx qazwsxedc abc abcd abcdef admin administrator welcome valkommen hejsan hejhej hej sverige svensk")
          .concat(
              " stockholm goteborg malmo kommun kommunen trygghet samordnare samlad letmein iloveyou jagalskardig dragon monkey football")
          .concat(
              " fotboll baseball sunshine princess master changeme trustno superman batman test testtest user login guest root secret pass")
          .concat(
              " passw hockey summer winter spring autumn mamma pappa sommarlov polis polisen vaktare")
          .split(" ")));

  private static final String[] ROWS = {
    "qwertyuiopå", "asdfghjklöä", "zxcvbnm", "abcdefghijklmnopqrstuvwxyzåäö", "01234567890"
  };

  private PasswordRules() {}

  /** The message key of why the password is refused, or empty. */
  static Optional<String> refuse(String password, String email) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of("access.password.short");
    }
    if (length > LONGEST) {
      return Optional.of("access.password.long");
    }
    if (password.codePoints().anyMatch(Character::isISOControl)) {
      return Optional.of("access.password.control");
    }
    String small = password.toLowerCase(Locale.ROOT);
    String name = email.toLowerCase(Locale.ROOT).split("@", 2)[0];
    boolean common = small.codePoints().distinct().count() < 5
        || runs(small)
        || COMMON.contains(once(letters(small)))
        || (name.length() >= 4 && small.contains(name));
    return common ? Optional.of("access.password.common") : Optional.empty();
  }

  /** Letters alone, without accents, with digits inside read as the letters they stand for. */
  private static String letters(String text) {
    String inner = text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "")
        .replace('0', 'o')
        .replace('1', 'l')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('@', 'a')
        .replace('$', 's');
    return Normalizer.normalize(inner, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
  }

  /** A word written several times is read once. */
  private static String once(String text) {
    for (int size = 2; size <= text.length() / 2; size++) {
      String part = text.substring(0, size);
      if (text.length() % size == 0 && text.equals(part.repeat(text.length() / size))) {
        return part;
      }
    }
    return text;
  }

  /** Mostly a walk along the keyboard, the alphabet or the digits. */
  private static boolean runs(String text) {
    int steps = 0;
    for (int i = 1; i < text.length(); i++) {
      String pair = text.substring(i - 1, i + 1);
      String back = new StringBuilder(pair).reverse().toString();
      if (pair.charAt(0) == pair.charAt(1)
          || Stream.of(ROWS).anyMatch(row -> row.contains(pair) || row.contains(back))) {
        steps++;
      }
    }
    return steps * 10 >= (text.length() - 1) * 8;
  }
}
