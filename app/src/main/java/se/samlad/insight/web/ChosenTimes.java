package se.samlad.insight.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samlad.insight.Charts;

/** Days and hours of a choice in words: fredag–lördag kl. 19–23. */
final class ChosenTimes {

  private ChosenTimes() {}

  static String text(Charts.Chosen chosen, Words words) {
    boolean allHours = chosen.fromHour() == 0 && chosen.toHour() == 24;
    boolean allDays = chosen.days().size() == 7;
    String hours = allHours
        ? ""
        : words.say("hours", String.valueOf(chosen.fromHour()), String.valueOf(chosen.toHour()));
    if (allDays) {
      return allHours ? words.say("allTimes") : hours;
    }
    return days(chosen, words) + (hours.isEmpty() ? "" : " " + hours);
  }

  private static String days(Charts.Chosen chosen, Words words) {
    List<DayOfWeek> days = chosen.days().stream().sorted().toList();
    boolean adjacent = IntStream.range(1, days.size())
        .allMatch(i -> days.get(i).getValue() == days.get(i - 1).getValue() + 1);
    if (days.size() > 1 && adjacent) {
      return name(days.getFirst(), words) + "–" + name(days.getLast(), words);
    }
    return days.stream().map(day -> name(day, words)).collect(Collectors.joining(", "));
  }

  private static String name(DayOfWeek day, Words words) {
    return day.getDisplayName(TextStyle.FULL, words.locale());
  }
}
