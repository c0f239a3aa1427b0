package se.samlad.ground.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import se.samlad.ground.storage.TextGuard;
import se.samlad.ground.storage.TextGuard.Kind;

/** How much the guard finds, and how often it is wrong, on texts made at random from a seed. */
final class GuardFigures {

  private static final List<String> AROUND = List.of(
      "Mannen uppgav %s när vi frågade.",
      "%s stod på lappen",
      "Lapp i trapphuset: %s.",
      "Kl. 21.40, %s, port 3",
      "(%s)",
      "bråk igen %s tredje gången i veckan",
      "Hittade papper med %s på Storgatan 12",
      "Vi såg %s och sedan var det lugnt");
  private static final String PLATE_LETTERS = "ABCDEFGHJKLMNOPRSTUWXYZ";

  private final TextGuard guard;
  private final Random random;

  GuardFigures(TextGuard guard, long seed) {
    this.guard = guard;
    this.random = new Random(seed);
  }

  /** So many of so many, and some of those that were wrong. */
  record Share(int found, int of, List<String> others) {

    double percent() {
      return 100.0 * found / of;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%d of %d, %.2f %%", found, of, percent());
    }
  }

  /** Personal, coordination and temporary numbers, phone numbers and e-mail, in every spelling. */
  Share numbers(int many) {
    List<Supplier<String>> kinds = List.of(
        this::personal, this::personal, this::personal, this::temporary, this::phone, this::email);
    return wholly(many, () -> pick(kinds).get(), Kind::certain);
  }

  Share plates(int many) {
    return wholly(many, this::plate, Kind::certain);
  }

  /** Names put into sentences. Found when a hit lies in the name, as that hides the whole text. */
  Share names(int many, List<String> sentences, Supplier<String> name) {
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String sentence = pick(sentences);
      String said = sentence.contains("{G}") ? genitive(name.get()) : name.get();
      String mark = sentence.contains("{G}") ? "{G}" : "{N}";
      int start = sentence.indexOf(mark);
      String text = sentence.replace(mark, said);
      if (!touches(guard.guard(text), start, start + said.length())) {
        missed.add(text);
      }
    }
    return new Share(many - missed.size(), many, missed);
  }

  /** Ordinary texts in which something was found. */
  Share alarms(List<String> texts) {
    List<String> alarms =
        texts.stream().filter(text -> !guard.guard(text).hits().isEmpty()).toList();
    return new Share(alarms.size(), texts.size(), alarms);
  }

  private Share wholly(int many, Supplier<String> word, Predicate<Kind> wanted) {
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String sentence = pick(AROUND);
      String said = word.get();
      int start = sentence.indexOf("%s");
      String text = sentence.replace("%s", said);
      if (!covers(guard.guard(text), start, start + said.length(), wanted)) {
        missed.add(text);
      }
    }
    return new Share(many - missed.size(), many, missed);
  }

  private static boolean touches(TextGuard.Guarded guarded, int start, int end) {
    return guarded.hits().stream()
        .anyMatch(hit -> hit.kind() == Kind.NAME && hit.start() < end && hit.end() > start);
  }

  private static boolean covers(
      TextGuard.Guarded guarded, int start, int end, Predicate<Kind> wanted) {
    return guarded.hits().stream()
        .anyMatch(hit -> wanted.test(hit.kind()) && hit.start() <= start && hit.end() >= end);
  }

  private String personal() {
    int year = 1915 + random.nextInt(110);
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(28) + (random.nextInt(6) == 0 ? 60 : 0);
    String nine = String.format("%02d%02d%02d%03d", year % 100, month, day, random.nextInt(1000));
    int check = 0;
    while (!PersonalNumbers.luhn(nine + check)) {
      check++;
    }
    String date = (random.nextBoolean() ? String.valueOf(year / 100) : "") + nine.substring(0, 6);
    String four = nine.substring(6) + check;
    return disguised(spaced(date, four));
  }

  private String spaced(String date, String four) {
    int ten = date.length() - 6;
    String parted = date.substring(0, ten + 2) + "%s" + date.substring(ten + 2, ten + 4) + "%s"
        + date.substring(ten + 4);
    return switch (random.nextInt(8)) {
      case 0 -> date + four;
      case 1 -> date + " " + four;
      case 2 -> date + " - " + four;
      case 3 -> parted.formatted("-", "-") + "-" + four;
      case 4 -> parted.formatted(" ", " ") + " " + four.substring(0, 2) + " " + four.substring(2);
      case 5 -> parted.formatted("/", "/") + "-" + four;
      case 6 -> date + "+" + four;
      default -> date + "-" + four;
    };
  }

  private String disguised(String number) {
    return switch (random.nextInt(8)) {
      case 0 ->
        number
            .chars()
            .mapToObj(sign -> Character.isDigit(sign)
                ? Character.toString(0xFF10 + sign - '0')
                : Character.toString(sign))
            .reduce("", String::concat);
      case 1 -> number.substring(0, 4) + "\u200b" + number.substring(4);
      case 2 -> number.replace('-', '–');
      case 3 -> number.replace(' ', '\u00a0');
      default -> number;
    };
  }

  private String temporary() {
    String date = String.format(
        "%02d%02d%02d", random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
    return date + pick(List.of("-TF", "TF", "-tf", " TF")) + (10 + random.nextInt(90));
  }

  private String phone() {
    String mobile = "7" + "02369".charAt(random.nextInt(5)) + digits(7);
    String groups = mobile.substring(0, 2) + "-" + mobile.substring(2, 5) + " "
        + mobile.substring(5, 7) + " " + mobile.substring(7);
    String area =
        pick(List.of("8", "11", "13", "18", "19", "31", "40", "550", "581", "142", "920"));
    String fixed = (1 + random.nextInt(9)) + digits(area.length() == 1 ? 6 : 5);
    return disguised(
        switch (random.nextInt(8)) {
          case 0 -> "0" + mobile;
          case 1 -> "0" + groups;
          case 2 -> "+46" + mobile;
          case 3 -> "+46 (0)" + groups;
          case 4 -> "0046 " + groups;
          case 5 -> "0" + groups.replace("-", " ");
          case 6 -> "0" + area + "-" + fixed;
          default -> "0" + area + " - " + fixed.substring(0, 3) + " " + fixed.substring(3);
        });
  }

  private String email() {
    String user = pick(List.of("anna", "kalle.k", "åsa-lind", "x_y+z", "INFO", "p7"));
    String host = pick(List.of("exempel.se", "mail.exempel.co.uk", "räksmörgås.nu", "EXEMPEL.COM"));
    return user + pick(List.of("@", "@", "@", " @ ", "(at)", " [at] ", " snabel-a ")) + host;
  }

  private String plate() {
    String letters = letters() + letters() + letters();
    String signs = digits(2) + (random.nextInt(3) == 0 ? letters() : digits(1));
    return switch (random.nextInt(5)) {
      case 0 -> letters + signs;
      case 1 -> letters + "-" + signs;
      case 2 -> (letters + signs).toLowerCase(Locale.ROOT);
      default -> letters + " " + signs;
    };
  }

  private String letters() {
    int at = random.nextInt(PLATE_LETTERS.length());
    return PLATE_LETTERS.substring(at, at + 1);
  }

  private String digits(int many) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < many; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  static String genitive(String name) {
    return name.matches(".*[sxz]") ? name : name + "s";
  }
}
