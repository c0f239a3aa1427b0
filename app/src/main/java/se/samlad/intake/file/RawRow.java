package se.samlad.intake.file;

import java.util.List;

/**
 * A row as text, blanks around each cell taken away.
 *
 * @param number the line of the file, or the row of the sheet, from 1
 */
public record RawRow(int number, List<String> cells) {

  public RawRow {
    cells = List.copyOf(cells);
  }

  /** The cell, empty when the row ends before it. */
  public String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  public boolean blank() {
    return cells.stream().allMatch(String::isEmpty);
  }
}
