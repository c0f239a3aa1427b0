package se.samlad.situation.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the paper, already as words.
 *
 * @param over municipality, group, meeting
 * @param covered which incidents, with dates
 * @param state Utkast 3, Klar för möte, Beslutad
 * @param readers who may read it, or who signed it and when
 * @param foot how it is counted, and who did not answer
 */
public record Sheet(
    String title,
    String subject,
    String over,
    String covered,
    String state,
    String readers,
    List<Row> rows,
    List<KeyFigure> keys,
    String map,
    String mapNote,
    Hours hours,
    List<SpotLine> spots,
    String spotsNote,
    List<ActionLine> actions,
    String actionsNote,
    String foot) {

  public Sheet {
    rows = List.copyOf(rows);
    keys = List.copyOf(keys);
    spots = List.copyOf(spots);
    actions = List.copyOf(actions);
  }

  /** A block across the page, or two side by side. */
  public record Row(Part first, @Nullable Part second) {}

  /**
   * A block.
   *
   * @param kind name of the block's kind
   * @param text what is written in it, in pieces
   */
  public record Part(String kind, int number, String heading, String section, List<Piece> text) {
    public Part {
      text = List.copyOf(text);
    }
  }

  /** A piece of text; a day that something happens stands out. */
  public record Piece(String text, boolean strong) {}

  /**
   * A key figure, never naked.
   *
   * @param bar the measure bar as SVG, or empty
   * @param verdict the word, or empty
   */
  public record KeyFigure(
      String label,
      String value,
      String bar,
      String verdict,
      boolean more,
      String first,
      String second) {}

  /** Weekday by two hours. */
  public record Hours(List<String> columns, List<Day> days, String note) {
    public Hours {
      columns = List.copyOf(columns);
      days = List.copyOf(days);
    }
  }

  /** A day's row. */
  public record Day(String name, List<Cell> cells) {
    public Day {
      cells = List.copyOf(cells);
    }
  }

  /** A cell: its count, class of the scale, and whether it lies in the densest block. */
  public record Cell(int count, String style) {}

  /** A hotspot's line. */
  public record SpotLine(
      int number,
      String name,
      String count,
      String expected,
      String certainty,
      String certaintyWord,
      String what,
      String proposal) {}

  /** A measure's line. */
  public record ActionLine(String title, String owner, String done, String status) {}
}
