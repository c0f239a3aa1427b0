package se.samlad.feedback.web;

import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.feedback.Told;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.web.Formats;
import se.samlad.measure.Outcome;

/** What a report led to, in the words reporters meet. */
@Component
class ToldWords {

  private final MessageSource messages;

  ToldWords(MessageSource messages) {
    this.messages = messages;
  }

  /** Med i lägesbild v. 48, Åtgärd beslutad, Genomförd, Så gick det: åtgärden fortsätter. */
  String of(Told told, Locale locale) {
    String when =
        Period.parse(told.period()).map(period -> period(period, locale)).orElse("");
    Outcome outcome = told.outcome();
    return outcome == null
        ? messages.getMessage("feedback.told." + told.kind(), new Object[] {when}, locale)
        : messages.getMessage("feedback.told.CONCLUDED." + outcome, null, locale);
  }

  private static String period(Period period, Locale locale) {
    Formats formats = Formats.in(locale);
    return switch (period.kind()) {
      case WEEK -> formats.week(period.number());
      case WEEKS -> formats.week(period.number()) + "–" + period.lastWeek().week();
      case MONTH ->
        period.first().getMonth().getDisplayName(TextStyle.FULL, locale) + " " + period.year();
      case QUARTER -> "K" + period.number() + " " + period.year();
      case TERTIAL -> "T" + period.number() + " " + period.year();
      case DAYS -> formats.dates(period.first(), period.last());
    };
  }
}
