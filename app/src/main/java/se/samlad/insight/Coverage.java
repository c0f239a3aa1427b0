package se.samlad.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.access.Unit;
import se.samlad.ground.access.Units;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Pauses;
import se.samlad.ground.geography.Areas;
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
  private final Areas areas;
  private final Pauses pauses;

  Coverage(
      AnswerStore store, Units units, Organisations organisations, Areas areas, Pauses pauses) {
    this.store = store;
    this.units = units;
    this.organisations = organisations;
    this.areas = areas;
    this.pauses = pauses;
  }

  /** What the rows of a board are. */
  public enum By {
    ORGANISATION,
    UNIT,
    AREA
  }

  /** A unit and what was heard from it in a week. */
  public record UnitLine(Unit unit, Organisation organisation, Cell cell) {}

  /** The weeks that end with {@code last}, for organisations that take part now. */
  public CoverageBoard board(IsoWeek last, int weeks) {
    return board(last, weeks, By.ORGANISATION);
  }

  /** The same answers with other rows. A unit of several areas stands in each of them; the shares below count it once. */
  public CoverageBoard board(IsoWeek last, int weeks, By by) {
    if (weeks < 1 || weeks > MOST_WEEKS) {
      throw new IllegalArgumentException("weeks " + weeks + " are outside 1-" + MOST_WEEKS);
    }
    IsoWeek first = last.plus(1 - weeks);
    List<Unit> all = taking();
    Answers answers = new Answers(all, pauses.paused(), store.between(first, last));
    List<IsoWeek> shown = Answers.weeks(first, last).toList();
    List<Row> rows = switch (by) {
      case ORGANISATION ->
        organisations.list().stream()
            .map(one -> row(
                one.id(),
                one.name(),
                shown,
                week -> answers.expected(week, new Reach(Set.of(), Optional.of(one.id()))),
                answers))
            .toList();
      case UNIT ->
        all.stream()
            .map(one -> row(
                one.id(),
                one.name(),
                shown,
                week -> answers
                    .expected(week, Reach.EVERYWHERE)
                    .filter(unit -> unit.id().equals(one.id())),
                answers))
            .toList();
      case AREA ->
        areas.main().stream()
            .map(one -> row(
                one.id(),
                one.name(),
                shown,
                week -> answers.expected(week, new Reach(Set.of(one.id()), Optional.empty())),
                answers))
            .toList();
    };
    return new CoverageBoard(
        shown,
        rows,
        answers.answered(first, last, Reach.EVERYWHERE),
        answers.asked(first, last, Reach.EVERYWHERE));
  }

  /** Every unit of an organisation that takes part and what was heard from it in the week, by organisation. */
  public List<UnitLine> week(IsoWeek week) {
    List<Unit> all = taking();
    Answers answers = new Answers(all, pauses.paused(), store.between(week, week));
    List<UnitLine> lines = new ArrayList<>();
    for (Organisation organisation : organisations.list()) {
      all.stream()
          .filter(unit -> unit.organisation().equals(organisation.id()))
          .filter(unit -> unit.activeOn(week.sunday()) || unit.activeOn(week.monday()))
          .map(unit -> new UnitLine(
              unit,
              organisation,
              cell(
                  answers,
                  answers
                      .expected(week, Reach.EVERYWHERE)
                      .filter(expected -> expected.id().equals(unit.id())),
                  week)))
          .forEach(lines::add);
    }
    return lines;
  }

  /** Which weeks' units to look at. */
  private interface Expected {
    Stream<Unit> in(IsoWeek week);
  }

  /** Units of organisations that have left are no longer asked. */
  private List<Unit> taking() {
    Set<UUID> take = organisations.list().stream()
        .map(Organisation::id)
        .collect(java.util.stream.Collectors.toSet());
    return units.list().stream()
        .filter(unit -> take.contains(unit.organisation()))
        .toList();
  }

  private static Row row(
      UUID id, String name, List<IsoWeek> weeks, Expected expected, Answers answers) {
    return new Row(
        id,
        name,
        weeks.stream().map(week -> cell(answers, expected.in(week), week)).toList());
  }

  private static Cell cell(Answers answers, Stream<Unit> expected, IsoWeek week) {
    int reports = 0;
    int stated = 0;
    int answered = 0;
    int asked = 0;
    for (Unit unit : expected.toList()) {
      asked++;
      UnitAnswer answer = answers.of(unit, week);
      if (answer != null) {
        answered++;
        reports += answer.reports();
        stated += answer.stated();
      }
    }
    Answer word = asked == 0
        ? Answer.NOT_ASKED
        : reports + stated > 0 ? Answer.REPORTED : answered > 0 ? Answer.NOTHING : Answer.SILENT;
    return new Cell(week, word, reports, answered, asked);
  }
}
