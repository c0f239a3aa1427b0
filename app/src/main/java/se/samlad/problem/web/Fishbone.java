package se.samlad.problem.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.samlad.ground.web.Svg;
import se.samlad.problem.Cause;
import se.samlad.problem.CauseAnalysis;
import se.samlad.problem.CauseGroup;

/**
 * Fiskbensdiagram: a spine that ends in the problem, a bone for each group of causes, on it the direct causes and, indented, what lies
 * behind them. Drawn for page and print; the same causes stand as a list beside it.
 */
final class Fishbone {

  private static final int WIDTH = 980;
  private static final int HEAD = 190;
  private static final int LINE = 19;
  private static final int LETTERS = 42;
  private static final int INDENT = 16;
  private static final int SLANT = 70;
  private static final int GAP = 34;
  private static final int TOP_LEFT = 20;
  private static final int TOP_RIGHT = 400;
  private static final int BELOW = 200;

  private final Function<Cause, String> words;

  private Fishbone(Function<Cause, String> words) {
    this.words = words;
  }

  /** A line of text on a bone. */
  private record Said(String text, int indent) {}

  /**
   * Draws the analysis.
   *
   * @param title what stands in the head
   * @param names the heading of a group
   * @param words what a cause says to the reader
   */
  static String draw(
      CauseAnalysis analysis,
      String title,
      String description,
      Function<CauseGroup, String> names,
      Function<Cause, String> words) {
    return new Fishbone(words).draw(analysis, title, description, names);
  }

  private String draw(
      CauseAnalysis analysis,
      String title,
      String description,
      Function<CauseGroup, String> names) {
    List<Said> exposed = lines(analysis, CauseGroup.EXPOSED);
    List<Said> offender = lines(analysis, CauseGroup.OFFENDER);
    List<Said> setting = lines(analysis, CauseGroup.SETTING);
    int above = height(Math.max(exposed.size(), offender.size()));
    int below = height(setting.size());
    List<String> head = wrapped(title, 20, 5);
    int half = Math.max(34, head.size() * LINE / 2 + 14);
    int spine = Math.max(above, half + 4);
    int height = spine + Math.max(below, half + 4);
    Svg svg = new Svg("dia fiskben", WIDTH, height, description);
    svg.path("ben ben--rygg", "M10 " + spine + "H" + (WIDTH - HEAD));
    svg.rect("ben-huvud", WIDTH - HEAD, spine - half, HEAD - 2, 2.0 * half);
    for (int i = 0; i < head.size(); i++) {
      svg.text(
          WIDTH - HEAD / 2.0,
          spine - (head.size() - 1) * LINE / 2.0 + i * LINE + 4,
          "middle",
          "stark",
          head.get(i));
    }
    bone(svg, TOP_LEFT, spine, above, true, names.apply(CauseGroup.EXPOSED), exposed);
    bone(svg, TOP_RIGHT, spine, above, true, names.apply(CauseGroup.OFFENDER), offender);
    bone(svg, BELOW, spine, below, false, names.apply(CauseGroup.SETTING), setting);
    return svg.close();
  }

  private static int height(int lines) {
    return GAP + 14 + Math.max(1, lines) * LINE;
  }

  private static void bone(
      Svg svg, int x, int spine, int reach, boolean up, String name, List<Said> lines) {
    int end = up ? spine - reach : spine + reach;
    int tip = up ? end + GAP - 10 : end - GAP + 10;
    svg.path("ben", "M" + x + " " + tip + "L" + (x + SLANT) + " " + spine);
    svg.text(x, up ? end + 16 : end - 6, "start", "stark", name);
    for (int i = 0; i < lines.size(); i++) {
      double y = up ? tip + 16 + i * LINE : spine + 22 + i * LINE;
      double along = (y - 4 - tip) / (spine - tip);
      svg.text(
          x + SLANT * along + 12 + lines.get(i).indent(),
          y,
          "start",
          "",
          lines.get(i).text());
    }
  }

  private List<Said> lines(CauseAnalysis analysis, CauseGroup group) {
    List<Said> lines = new ArrayList<>();
    for (Cause direct : analysis.direct(group)) {
      wrapped(words.apply(direct), LETTERS, 6).forEach(text -> lines.add(new Said(text, 0)));
      for (Cause behind : analysis.behind(direct)) {
        List<String> said = wrapped(words.apply(behind), LETTERS - 4, 6);
        for (int i = 0; i < said.size(); i++) {
          lines.add(new Said((i == 0 ? "\u21b3 " : "   ") + said.get(i), INDENT));
        }
      }
    }
    return lines;
  }

  /** Breaks at spaces; a word longer than a line is cut. The last line kept ends with an ellipsis when more follows. */
  static List<String> wrapped(String text, int letters, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      String rest = word;
      while (line.length() + rest.length() + 1 > letters
          && (!line.isEmpty() || rest.length() > letters)) {
        if (line.isEmpty()) {
          lines.add(rest.substring(0, letters));
          rest = rest.substring(letters);
        } else {
          lines.add(line.toString());
          line.setLength(0);
        }
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    if (lines.size() > most) {
      List<String> kept = new ArrayList<>(lines.subList(0, most));
      kept.set(most - 1, kept.get(most - 1) + " \u2026");
      return kept;
    }
    return lines;
  }
}
