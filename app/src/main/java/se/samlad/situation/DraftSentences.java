package se.samlad.situation;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.web.Formats;
import se.samlad.situation.PictureFigures.Answers;
import se.samlad.situation.PictureFigures.Coming;
import se.samlad.situation.PictureFigures.Count;
import se.samlad.situation.PictureFigures.Peak;
import se.samlad.situation.PictureFigures.Spot;

/**
 * Writes what the figures say and nothing else, by rules: the coordinator starts from it. In Swedish, the language of the document. A
 * silent week is never called calm, and a thin past never expected.
 */
@Component
public class DraftSentences {

  /** The document's language. */
  public static final Locale LANGUAGE = Locale.of("sv");

  private static final int MOST_NAMED = 3;
  private static final int MOST_SILENT = 5;

  private final MessageSource messages;
  private final Formats formats = Formats.in(LANGUAGE);

  DraftSentences(MessageSource messages) {
    this.messages = messages;
  }

  /** The draft of a block; empty where the block shows figures alone. */
  public List<Sentence> of(BlockKind kind, PictureFigures figures) {
    return switch (kind) {
      case BRIEF -> brief(figures);
      case WHEN -> when(figures);
      case AHEAD -> ahead(figures);
      case KEY_FIGURES, MAP, HOTSPOTS, MEASURES -> List.of();
    };
  }

  /** The same as one text. */
  public String text(BlockKind kind, PictureFigures figures) {
    return of(kind, figures).stream().map(Sentence::text).collect(Collectors.joining(" "));
  }

  /** 9 av 12 organisationer har svarat. */
  public String coverage(Answers answers) {
    if (answers.asked() == 0) {
      return say("answers.none");
    }
    if (answers.answered() == answers.asked()) {
      return say("answers.all", formats.number(answers.asked()));
    }
    String silent = answers.silent().size() > MOST_SILENT
        ? say(
            "answers.more",
            list(answers.silent().subList(0, MOST_SILENT)),
            number(answers.silent().size() - MOST_SILENT))
        : list(answers.silent());
    return say("answers.some", number(answers.answered()), number(answers.asked()), silent);
  }

  /** vecka 47, november 2026, tertial 3 2026: the period within a sentence of the document. */
  public String period(Period period) {
    return period(period, LANGUAGE);
  }

  /** The same in a reader's language. */
  public String period(Period period, Locale locale) {
    return switch (period.kind()) {
      case WEEK -> say(locale, "period.WEEK", String.valueOf(period.number()));
      case WEEKS ->
        say(
            locale,
            "period.WEEKS",
            String.valueOf(period.firstWeek().week()),
            String.valueOf(period.lastWeek().week()));
      case MONTH, QUARTER, TERTIAL ->
        say(
            locale,
            "period." + period.kind().name(),
            period.kind() == Period.Kind.MONTH
                ? say(locale, "month." + period.number())
                : String.valueOf(period.number()),
            String.valueOf(period.year()));
      case DAYS -> Formats.in(locale).dates(period.first(), period.last());
    };
  }

  /** Vecka 47: the same, as a heading. */
  public String heading(Period period, Locale locale) {
    return capital(period(period, locale));
  }

  /** Lägesbild vecka 48. */
  public String title(Period period, Locale locale) {
    return messages.getMessage(
        "situation.sheet.title", new Object[] {period(period, locale)}, locale);
  }

  private List<Sentence> brief(PictureFigures figures) {
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(new Sentence(total(figures), BlockKind.KEY_FIGURES));
    sentences.add(new Sentence(places(figures), BlockKind.HOTSPOTS));
    sentences.add(new Sentence(coverage(figures.answers()), BlockKind.KEY_FIGURES));
    return sentences;
  }

  private String total(PictureFigures figures) {
    Count count = figures.incidents();
    String when =
        capital(Period.parse(figures.covered()).map(this::period).orElse(figures.covered()));
    if (count.silent()) {
      return say("total.silent", when);
    }
    Integer value = count.value();
    if (value == null) {
      return say("total.hidden", when);
    }
    if (figures.ongoing()) {
      return say("total.ongoing", when, incidents(value));
    }
    Integer lower = count.lower();
    Integer upper = count.upper();
    if (count.word() == Figure.Word.INSUFFICIENT || lower == null || upper == null) {
      return say("total.INSUFFICIENT", when, incidents(value));
    }
    return say("total." + count.word().name(), when, incidents(value), formats.range(lower, upper));
  }

  private String places(PictureFigures figures) {
    PictureFigures.Spots spots = figures.hotspots();
    if (!spots.ready()) {
      return say("places." + spots.state());
    }
    if (spots.list().isEmpty()) {
      return say("places.calm");
    }
    List<Spot> clear = spots.list().stream()
        .filter(spot -> !spot.certainty().equals("UNCERTAIN"))
        .toList();
    if (clear.isEmpty()) {
      return say("places.unsure", names(spots.list()));
    }
    return say("places.more", names(clear));
  }

  private String names(List<Spot> spots) {
    List<String> named = spots.stream().limit(MOST_NAMED).map(Spot::name).toList();
    return spots.size() > MOST_NAMED
        ? say("answers.more", list(named), number(spots.size() - MOST_NAMED))
        : list(named);
  }

  private List<Sentence> when(PictureFigures figures) {
    Peak densest = figures.hours().densest();
    if (densest.days().isEmpty() || figures.hours().hidden()) {
      return List.of();
    }
    return List.of(new Sentence(
        say(
            "when",
            hours(densest),
            number(densest.count()),
            number(figures.hours().total())),
        BlockKind.WHEN));
  }

  /** Fre–lör kl. 19–23. */
  public String hours(Peak peak) {
    List<String> days =
        peak.days().stream().map(day -> say("day." + day.getValue())).toList();
    DayOfWeek first = peak.days().iterator().next();
    boolean adjacent =
        days.size() > 1 && peak.days().contains(first.plus(days.size() - 1L)) && !wraps(peak);
    String named = adjacent ? days.getFirst() + "–" + days.getLast() : String.join(", ", days);
    return say(
        "hours", capital(named), String.valueOf(peak.fromHour()), String.valueOf(peak.toHour()));
  }

  private static boolean wraps(Peak peak) {
    return peak.days().size() < 7
        && peak.days().contains(DayOfWeek.MONDAY)
        && peak.days().contains(DayOfWeek.SUNDAY);
  }

  private List<Sentence> ahead(PictureFigures figures) {
    if (figures.coming().isEmpty()) {
      return List.of(new Sentence(say("ahead.none"), BlockKind.AHEAD));
    }
    return figures.coming().stream()
        .map(coming -> new Sentence(coming(coming), BlockKind.AHEAD))
        .toList();
  }

  private String coming(Coming coming) {
    String day = capital(say("day." + coming.day().getDayOfWeek().getValue())) + " "
        + formats.shortDate(coming.day());
    return Stream.of(day, coming.what(), coming.time())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" ", "", "."));
  }

  private String incidents(int count) {
    return count == 1 ? say("incident.one") : say("incident.many", number(count));
  }

  private String list(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return say("and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
  }

  private String number(int number) {
    return formats.number(number);
  }

  private String say(String key, Object... arguments) {
    return say(LANGUAGE, key, arguments);
  }

  private String say(Locale locale, String key, Object... arguments) {
    return messages.getMessage("situation.draft." + key, arguments, locale);
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(LANGUAGE) + text.substring(1);
  }
}
