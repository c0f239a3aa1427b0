package se.samlad.incident;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.samlad.ground.calendar.IsoWeek;

/** Writes a selection as the parameters that {@link SelectionParameters} reads. */
final class SelectionWriter {

  private SelectionWriter() {}

  /** The parameters; {@code areaTexts} say the selection's areas by code, or by id where a code cannot stand. */
  static MultiValueMap<String, String> write(
      IncidentSelection selection, SelectionWords words, List<String> areaTexts) {
    MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
    writePeriod(selection, words, parameters);
    if (selection.by() != IncidentSelection.By.EVENT) {
      parameters.add(words.by, words.of(selection.by()));
    }
    selection.knownAt().ifPresent(moment -> parameters.add(words.knownAt, moment.toString()));
    parameters.add(words.review, words.of(selection.review()));
    if (selection.outsideAreas()) {
      parameters.add(words.area, words.outside);
    } else {
      add(parameters, words.area, areaTexts);
    }
    add(
        parameters,
        words.category,
        selection.categories().stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .toList());
    add(
        parameters,
        words.organisation,
        selection.organisations().stream().map(UUID::toString).toList());
    add(
        parameters,
        words.weekday,
        selection.weekdays().stream().map(day -> String.valueOf(day.getValue())).toList());
    if (selection.fromHour() != 0 || selection.toHour() != 24) {
      parameters.add(words.hours, selection.fromHour() + "-" + (selection.toHour() - 1));
    }
    if (!selection.text().isBlank()) {
      parameters.add(words.text, selection.text());
    }
    return parameters;
  }

  private static void writePeriod(
      IncidentSelection selection, SelectionWords words, MultiValueMap<String, String> parameters) {
    LocalDate from = selection.from();
    LocalDate to = selection.to();
    if (from.getDayOfWeek() == DayOfWeek.MONDAY && to.getDayOfWeek() == DayOfWeek.MONDAY) {
      String first = week(from, words);
      String last = week(to.minusWeeks(1), words);
      parameters.add(words.week, first.equals(last) ? first : first + "--" + last);
    } else {
      parameters.add(words.from, from.toString());
      parameters.add(words.to, to.minusDays(1).toString());
    }
  }

  private static String week(LocalDate monday, SelectionWords words) {
    IsoWeek week = IsoWeek.of(monday);
    return words == SelectionWords.API ? week.code() : week.slug();
  }

  private static void add(
      MultiValueMap<String, String> parameters, String name, List<String> values) {
    if (!values.isEmpty()) {
      parameters.add(name, String.join(",", new TreeSet<>(values)));
    }
  }
}
