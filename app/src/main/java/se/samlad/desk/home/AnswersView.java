package se.samlad.desk.home;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.desk.home.Home.Count;
import se.samlad.feedback.AnsweredShare;
import se.samlad.feedback.Feedback;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.web.Formats;
import se.samlad.insight.CoverageBoard;
import se.samlad.insight.CoverageBoard.Answer;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.Measures;
import se.samlad.reporting.ActiveReporters;

/** Svar till dem som rapporterar: whether they hear anything, what waits to be told, and how many of them there are. */
@Component
class AnswersView {

  private static final int WEEKS = 8;
  /** Below this a share is told as two numbers. */
  private static final int LEAST_FOR_PERCENT = 20;

  private final Feedback feedback;
  private final Measures measures;
  private final ActiveReporters reporters;
  private final MessageSource messages;

  AnswersView(
      Feedback feedback, Measures measures, ActiveReporters reporters, MessageSource messages) {
    this.feedback = feedback;
    this.measures = measures;
    this.reporters = reporters;
    this.messages = messages;
  }

  List<Count> of(LocalDate today, IsoWeek covered, CoverageBoard board, Locale locale) {
    Say say = new Say(messages, locale);
    return List.of(
        answered(today, say),
        waiting(today, say),
        active(covered, say),
        nothing(covered, board, say));
  }

  private Count answered(LocalDate today, Say say) {
    AnsweredShare share = feedback.answeredWithinSevenDays(today.minusWeeks(WEEKS), today);
    String counted = say.it(
        "answered.of",
        say.formats().number(share.answered()),
        say.formats().number(share.reports()));
    boolean percent = share.reports() >= LEAST_FOR_PERCENT;
    return new Count(
        say.it("answered"),
        percent ? say.formats().percent(share.share()) : counted,
        percent ? counted : "",
        say.it("answered.days", WEEKS));
  }

  private Count waiting(LocalDate today, Say say) {
    List<Measure> waiting = measures.list(MeasureFilter.open()).stream()
        .filter(measure -> !measure.confidential() && measure.toldApprovedAt() == null)
        .toList();
    return new Count(
        say.it("waiting"),
        say.formats().number(waiting.size()),
        waiting.stream()
            .map(measure -> measure.createdAt().atZone(IsoWeek.ZONE).toLocalDate())
            .min(LocalDate::compareTo)
            .map(oldest -> say.it("waiting.oldest", ChronoUnit.DAYS.between(oldest, today)))
            .orElse(""),
        say.it("waiting.why"));
  }

  private Count active(IsoWeek covered, Say say) {
    return new Count(
        say.it("active", say.formats().week(covered.week())),
        say.formats().number(reporters.in(covered)),
        say.it(
            "active.compared",
            say.formats().week(covered.plus(-1).week()),
            say.formats().number(reporters.in(covered.plus(-1))),
            say.formats().week(covered.plus(-52).week()),
            say.formats().number(reporters.in(covered.plus(-52)))),
        "");
  }

  private Count nothing(IsoWeek covered, CoverageBoard board, Say say) {
    return new Count(
        say.it("nothing", say.formats().week(covered.week())),
        say.formats().number(nothing(covered, board)),
        say.it(
            "nothing.before",
            say.formats().week(covered.plus(-1).week()),
            say.formats().number(nothing(covered.plus(-1), board))),
        say.it("nothing.why"));
  }

  private static long nothing(IsoWeek week, CoverageBoard board) {
    return board.rows().stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.week().equals(week) && cell.answer() == Answer.NOTHING)
        .count();
  }

  private record Say(MessageSource messages, Locale locale) {

    String it(String key, Object... arguments) {
      return messages.getMessage("desk.home.answers." + key, arguments, locale);
    }

    Formats formats() {
      return Formats.in(locale);
    }
  }
}
