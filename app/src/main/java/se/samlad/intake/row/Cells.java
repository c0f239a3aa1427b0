package se.samlad.intake.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.storage.TextGuard;
import se.samlad.intake.Field;
import se.samlad.intake.RowProblem;
import se.samlad.intake.file.RawRow;

/** Reads the cells of one row and gathers what is wrong with them; a cell that cannot be read gives null and a problem. */
final class Cells {

  private static final int SHOWN_CHARACTERS = 40;
  private static final Pattern WHOLE = Pattern.compile("(\\d{1,9})(?:[.,]0{1,6})?");
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(?:[.,]\\d{1,15})?");
  private static final Pattern METRES = Pattern.compile("-?\\d{1,8}(?:[.,]\\d{1,15})?");
  private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern BARE_DAY = Pattern.compile("\\d{8}");
  private static final Pattern AMERICAN_DAY =
      Pattern.compile("\\d{1,2}/\\d{1,2}/(?:\\d{2}|\\d{4})");
  private static final Pattern SERIAL_DAY = Pattern.compile("\\d{5}");
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?:[:.]\\d{2})?");
  private static final Pattern BARE_CLOCK = Pattern.compile("\\d{1,4}");
  private static final Pattern DAY_FRACTION = Pattern.compile("0[.,]\\d{1,17}");

  private static final DateTimeFormatter BARE = formatter("uuuuMMdd");
  private static final DateTimeFormatter AMERICAN = formatter("M/d/uuuu");
  private static final DateTimeFormatter SHORT_AMERICAN = new DateTimeFormatterBuilder()
      .appendPattern("M/d/")
      .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(1950, 1, 1))
      .toFormatter()
      .withResolverStyle(ResolverStyle.STRICT);

  /** The day 0 of a spreadsheet's dates, its false leap day of 1900 allowed for. */
  private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);

  private final RawRow row;
  private final Layout layout;
  private final TextGuard guard;
  private final List<RowProblem> problems = new ArrayList<>();

  Cells(RawRow row, Layout layout, TextGuard guard) {
    this.row = row;
    this.layout = layout;
    this.guard = guard;
  }

  List<RowProblem> problems() {
    return problems;
  }

  /** The text of a cell, masked by the guard; empty when the layout has no such field. */
  String text(Field field, int longest) {
    String text = raw(field);
    if (text.indexOf('\0') >= 0) {
      wrong(field, "intake.row.character");
      return "";
    }
    if (text.length() > longest) {
      wrong(field, "intake.row.long", String.valueOf(longest));
      return "";
    }
    return text.isEmpty() ? "" : guard.guard(text).text();
  }

  /** An id or code: never masked, so short and plain only. */
  String plain(Field field) {
    String text = raw(field);
    if (text.isEmpty()) {
      wrong(field, "intake.row.empty");
    } else if (!text.matches("[\\p{L}\\p{N}_./-]{1,60}+")) {
      unreadable(field, "intake.row.plain", text);
    }
    return text;
  }

  /** Four digits; leading zeros that a spreadsheet dropped are put back. */
  @Nullable
  String code() {
    String text = raw(Field.CODE);
    if (text.isEmpty()) {
      wrong(Field.CODE, "intake.row.empty");
      return null;
    }
    if (!text.matches("\\d{1,4}")) {
      unreadable(Field.CODE, "intake.row.code", text);
      return null;
    }
    return "0".repeat(4 - text.length()) + text;
  }

  /** How many offences the row stands for, 1 to 10,000. */
  int offences() {
    String text = raw(Field.OFFENCES);
    if (text.isEmpty()) {
      wrong(Field.OFFENCES, "intake.row.empty");
      return 1;
    }
    var match = WHOLE.matcher(text);
    int number = match.matches() ? Integer.parseInt(match.group(1)) : 0;
    if (number < 1 || number > 10_000) {
      unreadable(Field.OFFENCES, "intake.row.offences", text);
      return 1;
    }
    return number;
  }

  /** Degrees with point or comma; empty gives null without a problem. */
  @Nullable
  Double degrees(Field field, double low, double high) {
    String text = raw(field);
    if (text.isEmpty()) {
      return null;
    }
    double value =
        DEGREES.matcher(text).matches() ? Double.parseDouble(text.replace(',', '.')) : Double.NaN;
    if (!(value >= low && value <= high)) {
      unreadable(
          field, "intake.row.degrees", text, String.valueOf((int) low), String.valueOf((int) high));
      return null;
    }
    return value;
  }

  /** Metres in the plane with point or comma; empty gives null without a problem. */
  @Nullable
  Double metres(Field field, double low, double high) {
    String text = raw(field).replace(" ", "");
    if (text.isEmpty()) {
      return null;
    }
    double value =
        METRES.matcher(text).matches() ? Double.parseDouble(text.replace(',', '.')) : Double.NaN;
    if (!(value >= low && value <= high)) {
      unreadable(field, "intake.row.metres", text, whole(low), whole(high));
      return null;
    }
    return value;
  }

  private static String whole(double metres) {
    return String.valueOf((long) metres);
  }

  @Nullable
  LocalDate requiredDay(Field field) {
    if (raw(field).isEmpty()) {
      wrong(field, "intake.row.empty");
      return null;
    }
    return day(field);
  }

  /** A day: 2026-11-24, 20261124, 11/24/26, or a spreadsheet's serial number; empty gives null without a problem. */
  @Nullable
  LocalDate day(Field field) {
    String text = raw(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return parseDay(text.endsWith(" 00:00") ? text.substring(0, text.length() - 6) : text);
    } catch (DateTimeException e) {
      unreadable(field, "intake.row.day", text);
      return null;
    }
  }

  /** A time of day as 2140, 21:40, 21.40 or a spreadsheet's share of a day, in minutes from midnight; 2400 is the end of the day. */
  @Nullable
  Integer minutes(Field field) {
    String text = raw(field);
    if (text.isEmpty()) {
      return null;
    }
    int minutes = parseMinutes(text);
    if (minutes < 0) {
      unreadable(field, "intake.row.time", text);
      return null;
    }
    return minutes;
  }

  /** A moment as 2026-11-24 21:40, seconds allowed; empty gives null without a problem. */
  @Nullable
  LocalDateTime moment(Field field) {
    String text = raw(field).replace('T', ' ');
    if (text.isEmpty()) {
      return null;
    }
    try {
      int blank = text.indexOf(' ');
      LocalDate day = parseDay(blank < 0 ? text : text.substring(0, blank));
      int minutes = blank < 0 ? 0 : parseMinutes(text.substring(blank + 1));
      if (minutes >= 0) {
        return day.atStartOfDay().plusMinutes(minutes);
      }
    } catch (DateTimeException e) {
      // Told below, in the same words as any other moment that cannot be read.
    }
    unreadable(field, "intake.row.moment", text);
    return null;
  }

  void wrong(Field field, String messageKey, String... arguments) {
    problems.add(new RowProblem(
        row.number(), layout.mapping().heading(field), messageKey, List.of(arguments)));
  }

  /** Adds a problem that repeats what stands in the cell, after the guard and cut short. */
  void unreadable(Field field, String messageKey, String text, String... more) {
    String shown =
        text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
    List<String> arguments = new ArrayList<>();
    arguments.add(guard.guard(shown.replace('\0', '▮')).text());
    arguments.addAll(List.of(more));
    problems.add(
        new RowProblem(row.number(), layout.mapping().heading(field), messageKey, arguments));
  }

  private String raw(Field field) {
    Integer at = layout.positions().get(field);
    return at == null ? "" : row.cell(at);
  }

  private static LocalDate parseDay(String text) {
    if (ISO_DAY.matcher(text).matches()) {
      return LocalDate.parse(text);
    }
    if (BARE_DAY.matcher(text).matches()) {
      return LocalDate.parse(text, BARE);
    }
    if (AMERICAN_DAY.matcher(text).matches()) {
      boolean shortYear = text.length() - text.lastIndexOf('/') == 3;
      return LocalDate.parse(text, shortYear ? SHORT_AMERICAN : AMERICAN);
    }
    if (SERIAL_DAY.matcher(text).matches()) {
      return SERIAL_START.plusDays(Integer.parseInt(text));
    }
    throw new DateTimeException(text);
  }

  /** Minutes from midnight, or -1. */
  private static int parseMinutes(String text) {
    int hours = -1;
    int minutes = 0;
    var clock = CLOCK.matcher(text);
    if (DAY_FRACTION.matcher(text).matches()) {
      return (int) Math.round(Double.parseDouble(text.replace(',', '.')) * 24 * 60);
    }
    if (clock.matches()) {
      hours = Integer.parseInt(clock.group(1));
      minutes = Integer.parseInt(clock.group(2));
    } else if (BARE_CLOCK.matcher(text).matches()) {
      hours = Integer.parseInt(text) / 100;
      minutes = Integer.parseInt(text) % 100;
    }
    boolean valid = hours == 24 && minutes == 0 || hours >= 0 && hours < 24 && minutes < 60;
    return valid ? hours * 60 + minutes : -1;
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
