package se.samlad.insight;

import java.util.List;
import java.util.UUID;
import se.samlad.ground.calendar.IsoWeek;

/**
 * Who answered (Swedish: täckning): organisations, units or areas by weeks, so that a silent one is not taken for a calm one.
 *
 * @param weeks oldest first
 * @param rows organisations in the municipality's order, units or areas
 * @param answered unit-weeks answered
 * @param asked unit-weeks expected
 */
public record CoverageBoard(List<IsoWeek> weeks, List<Row> rows, int answered, int asked) {

  /** What was heard from an organisation in a week. */
  public enum Answer {
    /** At least one unit reported. */
    REPORTED,
    /** Inget att rapportera. */
    NOTHING,
    /** Inget svar. */
    SILENT,
    /** No unit was expected to answer. */
    NOT_ASKED
  }

  public CoverageBoard {
    weeks = List.copyOf(weeks);
    rows = List.copyOf(rows);
  }

  /** An organisation, unit or area, a cell for each week of the board. */
  public record Row(UUID id, String name, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A week of an organisation.
   *
   * @param reports how many reports its units sent
   * @param answered its units that answered
   * @param asked its units expected to
   */
  public record Cell(IsoWeek week, Answer answer, int reports, int answered, int asked) {}
}
