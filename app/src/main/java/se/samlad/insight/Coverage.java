package se.samlad.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.Unit;
import se.samlad.ground.access.Units;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.insight.Answers.Reach;
import se.samlad.insight.CoverageBoard.Answer;
import se.samlad.insight.CoverageBoard.Cell;
import se.samlad.insight.CoverageBoard.Row;
import se.samlad.insight.jdbc.AnswerStore;
import se.samlad.insight.jdbc.AnswerStore.UnitAnswer;

/** Which organisations answered which weeks (Swedish: täckning). Everybody inside the municipality may see it; it tells of units, never of who. */
@Service
@Transactional(readOnly = true)
public class Coverage {

  private static final int MOST_WEEKS = 106;

  private final AnswerStore store;
  private final Units units;
  private final Organisations organisations;

  Coverage(AnswerStore store, Units units, Organisations organisations) {
    this.store = store;
    this.units = units;
    this.organisations = organisations;
  }

  /** The weeks that end with {@code last}, for organisations that take part now. */
  public CoverageBoard board(IsoWeek last, int weeks) {
    if (weeks < 1 || weeks > MOST_WEEKS) {
      throw new IllegalArgumentException("weeks " + weeks + " are outside 1-" + MOST_WEEKS);
    }
    IsoWeek first = last.plus(1 - weeks);
    Answers answers = new Answers(units.list(), store.between(first, last));
    List<IsoWeek> shown = Answers.weeks(first, last).toList();
    List<Row> rows = new ArrayList<>();
    int answered = 0;
    int asked = 0;
    for (Organisation organisation : organisations.list()) {
      List<Cell> cells =
          shown.stream().map(week -> cell(answers, organisation.id(), week)).toList();
      answered += cells.stream().mapToInt(Cell::answered).sum();
      asked += cells.stream().mapToInt(Cell::asked).sum();
      rows.add(new Row(organisation.id(), organisation.name(), cells));
    }
    return new CoverageBoard(shown, rows, answered, asked);
  }

  private static Cell cell(Answers answers, UUID organisation, IsoWeek week) {
    int reports = 0;
    int answered = 0;
    int asked = 0;
    for (Unit unit : answers
        .expected(week, new Reach(java.util.Set.of(), java.util.Optional.of(organisation)))
        .toList()) {
      asked++;
      UnitAnswer answer = answers.of(unit, week);
      if (answer != null) {
        answered++;
        reports += answer.reports();
      }
    }
    Answer word = asked == 0
        ? Answer.NOT_ASKED
        : reports > 0 ? Answer.REPORTED : answered > 0 ? Answer.NOTHING : Answer.SILENT;
    return new Cell(week, word, reports, answered, asked);
  }
}
