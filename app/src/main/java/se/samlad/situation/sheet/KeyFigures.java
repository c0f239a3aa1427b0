package se.samlad.situation.sheet;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.web.Formats;
import se.samlad.situation.DraftSentences;
import se.samlad.situation.PictureFigures;
import se.samlad.situation.PictureFigures.Answers;
import se.samlad.situation.PictureFigures.Count;
import se.samlad.situation.sheet.Sheet.KeyFigure;

/** The four figures of the second block: incidents, hotspots, measures, answers. */
@Component
class KeyFigures {

  private final MessageSource messages;
  private final DraftSentences drafts;
  private final Formats formats = Formats.in(DraftSentences.LANGUAGE);

  KeyFigures(MessageSource messages, DraftSentences drafts) {
    this.messages = messages;
    this.drafts = drafts;
  }

  List<KeyFigure> of(PictureFigures figures) {
    return List.of(
        incidents(figures),
        hotspots(figures.hotspots()),
        actions(figures.actions()),
        answers(figures));
  }

  private KeyFigure incidents(PictureFigures figures) {
    Count count = figures.incidents();
    Integer value = count.value();
    Integer lower = count.lower();
    Integer upper = count.upper();
    String shown = value == null ? say("hidden") : formats.number(value);
    String expected = lower == null || upper == null ? "" : formats.range(lower, upper);
    String verdict = count.silent() ? say("silent") : say("word." + count.word().name());
    String compared = Stream.of(compared(figures), lastYear(figures))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
    return new KeyFigure(
        say("key.incidents"),
        shown,
        MeasureBar.of(count, say("bar", shown, expected)),
        verdict,
        count.word() == Figure.Word.MORE,
        expected.isEmpty() ? "" : say("expected", expected),
        compared);
  }

  private String compared(PictureFigures figures) {
    Integer before = figures.before();
    return before == null ? "" : say("before", before(figures.covered()), formats.number(before));
  }

  private String lastYear(PictureFigures figures) {
    Integer lastYear = figures.lastYear();
    return lastYear == null ? "" : say("lastYear", formats.number(lastYear));
  }

  /** v. 46: the period before, short. */
  private String before(String covered) {
    return Period.parse(covered)
        .map(Period::previous)
        .map(period -> period.kind() == Period.Kind.WEEK
            ? formats.week(period.number())
            : drafts.period(period))
        .orElse("");
  }

  private KeyFigure hotspots(PictureFigures.Spots spots) {
    if (!spots.ready()) {
      return new KeyFigure(
          say("key.hotspots"), "–", "", say("spots.short." + spots.state()), false, "", "");
    }
    long clear = certain(spots, "CLEAR");
    long likely = certain(spots, "LIKELY");
    long unsure = certain(spots, "UNCERTAIN");
    String split = Stream.of(
            clear == 0 ? "" : say(clear == 1 ? "clear.one" : "clear.many", formats.number(clear)),
            likely == 0
                ? ""
                : say(likely == 1 ? "likely.one" : "likely.many", formats.number(likely)),
            unsure == 0
                ? ""
                : say(unsure == 1 ? "unsure.one" : "unsure.many", formats.number(unsure)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
    return new KeyFigure(
        say("key.hotspots"),
        formats.number(spots.list().size()),
        "",
        "",
        false,
        split.isEmpty() ? say("spots.calm") : split,
        say(
            "moved",
            say(spots.fresh() == 1 ? "fresh.one" : "fresh.many", formats.number(spots.fresh())),
            formats.number(spots.stayed()),
            formats.number(spots.gone())));
  }

  private static long certain(PictureFigures.Spots spots, String certainty) {
    return spots.list().stream()
        .filter(spot -> spot.certainty().equals(certainty))
        .count();
  }

  private KeyFigure actions(PictureFigures.Actions actions) {
    return new KeyFigure(
        say("key.actions"),
        formats.number(actions.ongoing()),
        "",
        "",
        false,
        actions.late() == 0
            ? say("late.none")
            : say(actions.late() == 1 ? "late.one" : "late.many", formats.number(actions.late())),
        "");
  }

  private KeyFigure answers(PictureFigures figures) {
    Answers answers = figures.answers();
    return new KeyFigure(
        say("key.answers"),
        say("of", formats.number(answers.answered()), formats.number(answers.asked())),
        "",
        "",
        false,
        answers.nothing() == 0
            ? say("organisations")
            : say("nothing", formats.number(answers.nothing())),
        answers.askedBefore() == 0
            ? ""
            : say(
                "before",
                before(figures.covered()),
                say(
                    "of",
                    formats.number(answers.answeredBefore()),
                    formats.number(answers.askedBefore()))));
  }

  private String say(String key, Object... arguments) {
    return messages.getMessage("situation.sheet." + key, arguments, DraftSentences.LANGUAGE);
  }
}
