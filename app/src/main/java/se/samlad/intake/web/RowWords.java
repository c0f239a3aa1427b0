package se.samlad.intake.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.web.Crumb;
import se.samlad.ground.web.FieldError;
import se.samlad.intake.Drafts.Shown;
import se.samlad.intake.FileRow;
import se.samlad.intake.Import;
import se.samlad.intake.RowProblems;
import se.samlad.intake.row.Reading;

/** Says in words how a row was read. */
@Component
class RowWords {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

  private final MessageSource messages;
  private final RowProblems problems;

  RowWords(MessageSource messages, RowProblems problems) {
    this.messages = messages;
    this.problems = problems;
  }

  /** A row as read: what, when and where, or why it cannot be read. */
  record Line(int number, String what, String when, String where, String why) {}

  Line line(Shown shown, Locale locale) {
    return switch (shown.reading()) {
      case Reading.Good(FileRow row, boolean before) ->
        new Line(shown.number(), row.code() + " " + row.label(), when(row), where(row, locale), "");
      case Reading.Wrong(var wrong) ->
        new Line(
            shown.number(),
            "",
            "",
            "",
            wrong.stream()
                .map(problem -> problems.sentence(problem, locale))
                .collect(Collectors.joining(" ")));
      case Reading.Elsewhere() ->
        new Line(shown.number(), "", "", "", text("intake.note.ELSEWHERE", locale));
      case Reading.LeftOut() ->
        new Line(shown.number(), "", "", "", text("intake.note.LEFT_OUT", locale));
    };
  }

  List<FieldError> sentences(InvalidInput invalid, Locale locale) {
    return invalid.problems().stream()
        .map(problem -> new FieldError(
            problem.field(),
            messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)))
        .toList();
  }

  List<Crumb> crumbs(Locale locale, Import run) {
    return List.of(
        new Crumb("/handelser/import", text("intake.title", locale)),
        new Crumb("/handelser/import/" + run.id(), run.fileName()));
  }

  /** Signs have names in message keys. */
  static String key(String value) {
    return switch (value) {
      case ";" -> "semicolon";
      case "," -> "comma";
      case "|" -> "bar";
      default -> value;
    };
  }

  private static String when(FileRow row) {
    if (row.dayOnly()) {
      String first = DAY.format(row.from().atZone(IsoWeek.ZONE));
      String last = DAY.format(row.to().minusSeconds(1).atZone(IsoWeek.ZONE));
      return first.equals(last) ? first : first + " – " + last;
    }
    String from = moment(row.from());
    return row.from().equals(row.to()) ? from : from + " – " + moment(row.to());
  }

  private static String moment(Instant at) {
    return MOMENT.format(at.atZone(IsoWeek.ZONE));
  }

  private String where(FileRow row, Locale locale) {
    Double lon = row.lon();
    Double lat = row.lat();
    String point =
        lon == null || lat == null ? "" : String.format(Locale.ROOT, "%.5f, %.5f", lat, lon);
    String place = String.join(
        " · ",
        List.of(row.street(), row.areaCode(), point).stream()
            .filter(part -> !part.isEmpty())
            .toList());
    return (place.isEmpty() ? "–" : place) + " ("
        + text("intake.precision." + row.precision(), locale) + ")";
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
