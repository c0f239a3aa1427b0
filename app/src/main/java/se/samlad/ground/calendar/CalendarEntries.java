package se.samlad.ground.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar of the acting municipality. */
@Service
public class CalendarEntries {

  private final JdbcClient db;

  CalendarEntries(JdbcClient db) {
    this.db = db;
  }

  private record Stored(CalendarEntry entry, boolean yearly) {}

  /** What begins or goes on in these days, both included, by time. What comes each year comes on the same day of the month. */
  @Transactional(readOnly = true)
  public List<CalendarEntry> between(LocalDate first, LocalDate last) {
    Instant start = first.atStartOfDay(IsoWeek.ZONE).toInstant();
    Instant end = last.plusDays(1).atStartOfDay(IsoWeek.ZONE).toInstant();
    return db
        .sql("""
            select entry_id, kind, title, starts_at, ends_at, place_id, area_id, yearly
              from samlad.calendar_entry
             where municipality_id = samlad.municipality()
               and (yearly or (starts_at < :end and ends_at >= :start))
            """)
        .param("start", Timestamp.from(start))
        .param("end", Timestamp.from(end))
        .query(CalendarEntries::stored)
        .list()
        .stream()
        .flatMap(stored -> occurrences(stored, first.getYear(), last.getYear()))
        .filter(entry -> entry.startsAt().isBefore(end) && !entry.endsAt().isBefore(start))
        .sorted(Comparator.comparing(CalendarEntry::startsAt).thenComparing(CalendarEntry::id))
        .toList();
  }

  private static Stream<CalendarEntry> occurrences(Stored stored, int firstYear, int lastYear) {
    if (!stored.yearly()) {
      return Stream.of(stored.entry());
    }
    ZonedDateTime from = stored.entry().startsAt().atZone(IsoWeek.ZONE);
    ZonedDateTime to = stored.entry().endsAt().atZone(IsoWeek.ZONE);
    return Stream.iterate(firstYear - 1, year -> year <= lastYear, year -> year + 1)
        .map(year -> moved(
            stored.entry(),
            from.plusYears((long) year - from.getYear()),
            to.plusYears((long) year - from.getYear())));
  }

  private static CalendarEntry moved(CalendarEntry entry, ZonedDateTime from, ZonedDateTime to) {
    return new CalendarEntry(
        entry.id(),
        entry.kind(),
        entry.title(),
        from.toInstant(),
        to.toInstant(),
        entry.placeId(),
        entry.areaId());
  }

  private static Stored stored(ResultSet row, int n) throws SQLException {
    return new Stored(
        new CalendarEntry(
            row.getObject("entry_id", UUID.class),
            CalendarEntry.Kind.valueOf(row.getString("kind")),
            row.getString("title"),
            row.getTimestamp("starts_at").toInstant(),
            row.getTimestamp("ends_at").toInstant(),
            row.getObject("place_id", UUID.class),
            row.getObject("area_id", UUID.class)),
        row.getBoolean("yearly"));
  }
}
