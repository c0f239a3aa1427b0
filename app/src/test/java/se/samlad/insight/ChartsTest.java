package se.samlad.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;

/** Charts: classes and fixed pixels, readable cells, and a chart that says what its figures say. */
class ChartsTest {

  private static final Locale SWEDISH = Locale.of("sv");
  private static final Path CSS = Path.of("src/main/resources/static/css");

  @Test
  void figuresInEveryMatrixCellCanBeReadInLightAndDark() throws Exception {
    String tokens = Files.readString(CSS.resolve("tokens-karta.css"))
        + Files.readString(CSS.resolve("tokens.css"));
    String rules = Files.readString(CSS.resolve("komponenter/matris.css"));
    for (int step = 1; step <= 7; step++) {
      for (int theme = 0; theme <= 1; theme++) {
        String background = colour(tokens, "--s" + step, theme);
        String ink = ink(tokens, rules, "c" + step, theme);
        assertThat(contrast(background, ink))
            .as("c%d in theme %d: %s on %s", step, theme, ink, background)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @Test
  void cellsStepUpWithTheirCountAndStayWithinTheSevenClasses() {
    assertThat(Charts.step(0, 5)).isZero();
    assertThat(Charts.step(3, 5)).isEqualTo(3);
    assertThat(Charts.step(1, 700)).isEqualTo(1);
    assertThat(Charts.step(700, 700)).isEqualTo(7);
  }

  @Test
  void matrixIsATableWhoseRowsAddUp() {
    int[][] counts = new int[7][24];
    counts[4][19] = 4;
    counts[5][21] = 3;
    String table = Charts.matrix(
        counts,
        new Charts.MatrixWords("Tabell <1>", "per dag", SWEDISH),
        new Charts.Chosen(Set.of(DayOfWeek.FRIDAY), 19, 20),
        (day, hour) -> counts[day][hour] == 0 ? "" : "/analys?dag=" + (day + 1) + "&timme=19-19");
    assertThat(table)
        .contains("<caption class=\"dold\">Tabell &lt;1&gt;</caption>")
        .contains("<td class=\"c4 v\"><a href=\"/analys?dag=5&amp;timme=19-19\">4</a></td>")
        .contains("data-dag=\"fre\">4</td>")
        .doesNotContain("style=");
  }

  @Test
  void stripFramesTheChosenWeeksAndDrawsSilentOnesHollow() {
    IsoWeek last = new IsoWeek(2026, 47);
    List<WeekPoint> weeks = new ArrayList<>();
    for (int ago = 51; ago >= 0; ago--) {
      weeks.add(new WeekPoint(
          last.plus(-ago),
          ago == 0 ? 48 : 30,
          ago > 40 ? Optional.empty() : Optional.of(new Figure.Expected(21, 45, 0.9)),
          ago == 10 ? 3 : 11,
          12));
    }
    String svg = Charts.weekStrip(weeks, last.plus(-3), last, "Per \"vecka\"", 1136, SWEDISH);
    assertThat(svg)
        .startsWith("<svg class=\"dia\" width=\"1136\" height=\"104\"")
        .contains("aria-label=\"Per &quot;vecka&quot;\"")
        .containsOnlyOnce("d-stapel--mer")
        .containsOnlyOnce("d-lucka")
        .containsOnlyOnce("d-fonster")
        .contains("v. 48, 2025")
        .contains(">v. 47</text>")
        .doesNotContain("style=")
        .doesNotContain("font-size");
    assertThat(svg.split("d-stapel--val", -1)).hasSize(5);
  }

  @Test
  void gaugeMarksWhatLiesAboveTheBandAndIsAbsentWithoutOne() {
    Figure more =
        new Figure(14, Optional.of(new Figure.Expected(3, 8, 0.9)), 4, 20, 24, Instant.EPOCH);
    assertThat(Charts.gauge(more, 120, 18)).contains("m--mer").contains("aria-hidden=\"true\"");
    assertThat(Charts.gauge(new Figure(14, Optional.empty(), 4, 20, 24, Instant.EPOCH), 120, 18))
        .isEmpty();
  }

  @Test
  void lineHasADotAWeekAndALargerOneWhereItWasHot() {
    IsoWeek last = new IsoWeek(2026, 47);
    List<WeekPoint> weeks = new ArrayList<>();
    for (int ago = 15; ago >= 0; ago--) {
      weeks.add(new WeekPoint(last.plus(-ago), 20 - ago, Optional.empty(), 1, 1));
    }
    String svg = Charts.line(weeks, Set.of(last), "Linje", 560, 220, SWEDISH);
    assertThat(svg.split("<circle class=\"d-punkt\"", -1)).hasSize(16);
    assertThat(svg).containsOnlyOnce("d-punkt--mer");
  }

  /** The colour of a token: the two of light-dark, or the same in both. */
  private static String colour(String tokens, String name, int theme) {
    Matcher both = Pattern.compile(name + ":light-dark\\((#[0-9A-Fa-f]{6}),(#[0-9A-Fa-f]{6})\\)")
        .matcher(tokens);
    if (both.find()) {
      return both.group(theme + 1);
    }
    Matcher one = Pattern.compile(name + ":(#[0-9A-Fa-f]{6})").matcher(tokens);
    assertThat(one.find()).as(name).isTrue();
    return one.group(1);
  }

  /** The last rule that gives the class its colour. */
  private static String ink(String tokens, String rules, String cssClass, int theme) {
    Matcher rule = Pattern.compile("(?m)^\\s*((?:\\.c\\d,?)+) \\{ (?:[^}]*;)?\\s*color:([^;]+);")
        .matcher(rules);
    String found = "";
    while (rule.find()) {
      if (rule.group(1).contains("." + cssClass)) {
        found = rule.group(2).strip();
      }
    }
    assertThat(found).as("colour of " + cssClass).isNotEmpty();
    return found.startsWith("#")
        ? found
        : colour(tokens, found.substring(4, found.length() - 1), theme);
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    double[] parts = new double[3];
    for (int i = 0; i < 3; i++) {
      double value = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      parts[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }
}
