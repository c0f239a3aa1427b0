package se.samlad.meeting.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.web.FieldError;
import se.samlad.ground.web.Formats;

/** Sentences of the meeting's pages in the reader's language. */
@Component
class MeetingWords {

  private final MessageSource messages;

  MeetingWords(MessageSource messages) {
    this.messages = messages;
  }

  Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  List<FieldError> of(InvalidInput invalid) {
    return invalid.problems().stream()
        .map(problem -> new FieldError(
            problem.field(), text(problem.messageKey(), problem.arguments().toArray())))
        .toList();
  }

  List<FieldError> of(Refused refused) {
    return List.of(
        new FieldError("typ", text(refused.messageKey(), refused.arguments().toArray())));
  }

  /** v. 48, v. 48–49, or the days where the period is no week. */
  String period(Period period) {
    Formats formats = Formats.in(locale());
    return switch (period.kind()) {
      case WEEK -> formats.week(period.firstWeek().week());
      case WEEKS ->
        formats.week(period.firstWeek().week()) + "–" + period.lastWeek().week();
      case MONTH, QUARTER, TERTIAL, DAYS -> formats.dates(period.first(), period.last());
    };
  }
}
