package se.samlad.situation;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.Period;
import se.samlad.insight.Coverage;
import se.samlad.insight.CoverageBoard;
import se.samlad.insight.CoverageBoard.Answer;
import se.samlad.situation.PictureFigures.Answers;

/** Which organisations answered in the covered weeks. One that was heard in any of them has answered. */
@Component
class AnswerMaker {

  private final Coverage coverage;

  AnswerMaker(Coverage coverage) {
    this.coverage = coverage;
  }

  Answers of(Period covered) {
    Heard heard = heard(covered);
    Heard before = heard(covered.previous());
    return new Answers(
        heard.answered(),
        heard.asked(),
        heard.nothing(),
        heard.silent(),
        before.answered(),
        before.asked());
  }

  private record Heard(int answered, int asked, int nothing, List<String> silent) {}

  private Heard heard(Period covered) {
    int weeks = covered.firstWeek().until(covered.lastWeek()) + 1;
    CoverageBoard board = coverage.board(covered.lastWeek(), weeks);
    List<CoverageBoard.Row> asked =
        board.rows().stream().filter(row -> !all(row, Answer.NOT_ASKED)).toList();
    List<String> silent = asked.stream()
        .filter(row -> !any(row, Answer.REPORTED) && !any(row, Answer.NOTHING))
        .map(CoverageBoard.Row::name)
        .toList();
    int nothing = (int) asked.stream()
        .filter(row -> any(row, Answer.NOTHING) && !any(row, Answer.REPORTED))
        .count();
    return new Heard(asked.size() - silent.size(), asked.size(), nothing, silent);
  }

  private static boolean any(CoverageBoard.Row row, Answer answer) {
    return row.cells().stream().anyMatch(cell -> cell.answer() == answer);
  }

  private static boolean all(CoverageBoard.Row row, Answer answer) {
    return row.cells().stream().allMatch(cell -> cell.answer() == answer);
  }
}
