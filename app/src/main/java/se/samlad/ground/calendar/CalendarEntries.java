package se.samlad.ground.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.TextGuard;

/** The calendar of the acting municipality. */
@Service
public class CalendarEntries {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DAYS = 100;

  private final JdbcClient db;
  private final TextGuard guard;
  private final Audit audit;

  CalendarEntries(JdbcClient db, TextGuard guard, Audit audit) {
    this.db = db;
    this.guard = guard;
    this.audit = audit;
  }

  /** Something to enter: from a day and time to another; without times it fills whole days. */
  public record NewEntry(
      CalendarEntry.Kind kind, String title, Instant startsAt, Instant endsAt, boolean yearly) {}

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

  /** Enters it; the title is guarded as every text. */
  @Transactional
  public UUID add(NewEntry entry) {
    String title = entry.title().strip();
    if (title.isEmpty()
        || title.length() > LONGEST_TITLE
        || title.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("titel", "calendar.input.title", LONGEST_TITLE);
    }
    if (entry.endsAt().isBefore(entry.startsAt())
        || entry.endsAt().isAfter(entry.startsAt().plus(Duration.ofDays(LONGEST_DAYS)))) {
      throw new InvalidInput("slut", "calendar.input.end", LONGEST_DAYS);
    }
    UUID id = Ids.next();
    db.sql("""
            insert into samlad.calendar_entry (municipality_id, entry_id, kind, title, starts_at, ends_at, yearly, created_by)
            values (samlad.municipality(), :id, :kind, :title, :start, :end, :yearly, samlad.user_id())
            """)
        .param("id", id)
        .param("kind", entry.kind().name())
        .param("title", guard.guard(title).text())
        .param("start", Timestamp.from(entry.startsAt()))
        .param("end", Timestamp.from(entry.endsAt()))
        .param("yearly", entry.yearly())
        .update();
    audit.record(
        "calendar.add", "calendar_entry", id, Map.of("kind", entry.kind().name()));
    return id;
  }

  /** Takes it out of the calendar. */
  @Transactional
  public void remove(UUID id) {
    int removed = db.sql(
            "delete from samlad.calendar_entry where municipality_id = samlad.municipality() and entry_id = :id")
        .param("id", id)
        .update();
    if (removed == 0) {
      throw new NotFound("calendar entry " + id);
    }
    audit.record("calendar.remove", "calendar_entry", id);
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
