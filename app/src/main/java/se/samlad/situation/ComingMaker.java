package se.samlad.situation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samlad.ground.calendar.CalendarEntries;
import se.samlad.ground.calendar.CalendarEntry;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.calendar.RiskDates;
import se.samlad.ground.web.Formats;
import se.samlad.situation.PictureFigures.Coming;

/** What the meeting's period brings: the municipality's calendar, and the days of the Swedish year. */
@Component
class ComingMaker {

  private static final int MOST = 8;

  private final CalendarEntries entries;
  private final MessageSource messages;
  private final Formats formats = Formats.in(DraftSentences.LANGUAGE);

  ComingMaker(CalendarEntries entries, MessageSource messages) {
    this.entries = entries;
    this.messages = messages;
  }

  List<Coming> of(Period period) {
    List<CalendarEntry> entered = entries.between(period.first(), period.last()).stream()
        .filter(entry -> entry.kind() != CalendarEntry.Kind.ANNOTATION)
        .toList();
    // A day the municipality has entered itself is told in its own words.
    Set<LocalDate> told = entered.stream()
        .filter(entry -> entry.kind() == CalendarEntry.Kind.RISK_DATE)
        .map(CalendarEntry::day)
        .collect(Collectors.toSet());
    return Stream.concat(
            entered.stream().map(entry -> coming(entry, period)),
            RiskDates.between(period.first(), period.last()).stream()
                .filter(day -> !told.contains(day.date()))
                .map(this::coming))
        .sorted(Comparator.comparing(Coming::day)
            .thenComparing(Coming::time)
            .thenComparing(Coming::what))
        .limit(MOST)
        .toList();
  }

  private Coming coming(CalendarEntry entry, Period period) {
    LocalDate day = entry.day().isBefore(period.first()) ? period.first() : entry.day();
    String time = entry.wholeDays()
        ? ""
        : formats.time(entry.startsAt().atZone(IsoWeek.ZONE).toLocalTime());
    return new Coming(day, time, entry.title());
  }

  private Coming coming(RiskDates.Day day) {
    return new Coming(
        day.date(),
        "",
        messages.getMessage(
            "situation.coming." + day.kind().name(), null, DraftSentences.LANGUAGE));
  }
}
