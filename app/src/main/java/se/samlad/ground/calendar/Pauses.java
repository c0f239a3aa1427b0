package se.samlad.ground.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.TextGuard;

/** Pauses in the reporting (Swedish: uppehåll) and holidays of the acting municipality: weeks nobody is asked about, days nothing is due. */
@Service
public class Pauses {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DAYS = 100;
  private static final int MOST_HOLIDAYS_IN_A_ROW = 14;

  private final JdbcClient db;
  private final TextGuard guard;
  private final Audit audit;

  Pauses(JdbcClient db, TextGuard guard, Audit audit) {
    this.db = db;
    this.guard = guard;
    this.audit = audit;
  }

  /**
   * A pause.
   *
   * @param organisation whose it is; null is everybody's
   * @param last its last day
   */
  public record Pause(
      UUID id,
      @Nullable UUID organisation,
      String title,
      LocalDate first,
      LocalDate last,
      boolean yearly) {

    /** Whether it takes the whole working week from Monday to Friday, so that nobody is asked about it. */
    boolean takes(IsoWeek week) {
      LocalDate monday = week.monday();
      LocalDate friday = monday.with(DayOfWeek.FRIDAY);
      if (!yearly) {
        return !monday.isBefore(first) && !friday.isAfter(last);
      }
      long length = ChronoUnit.DAYS.between(first, last);
      for (int year = monday.getYear() - 1; year <= friday.getYear(); year++) {
        LocalDate begins = first.plusYears((long) year - first.getYear());
        if (!monday.isBefore(begins) && !friday.isAfter(begins.plusDays(length))) {
          return true;
        }
      }
      return false;
    }
  }

  /** Pauses and single holidays read once, to ask about many weeks. */
  public record Paused(List<Pause> pauses, List<Pause> holidays) {

    public static final Paused NEVER = new Paused(List.of(), List.of());

    public Paused {
      pauses = List.copyOf(pauses);
      holidays = List.copyOf(holidays);
    }

    /** The day itself, or the first after it that is no holiday: nothing is due on Annandag pingst. */
    public LocalDate afterHolidays(LocalDate day) {
      LocalDate moved = day;
      for (int i = 0; i < MOST_HOLIDAYS_IN_A_ROW && isAmong(holidays, moved); i++) {
        moved = moved.plusDays(1);
      }
      return moved;
    }

    /** Whether the organisation is not asked about the week. */
    public boolean holds(UUID organisation, IsoWeek week) {
      return pauses.stream()
          .filter(
              pause -> pause.organisation() == null || organisation.equals(pause.organisation()))
          .anyMatch(pause -> pause.takes(week));
    }
  }

  /** All of them, by first day. */
  @Transactional(readOnly = true)
  public List<Pause> list() {
    return db.sql("""
            select entry_id, organisation_id, title, starts_at, ends_at, yearly
              from samlad.calendar_entry
             where kind = 'PAUSE'
             order by starts_at, entry_id
            """).query(Pauses::pause).list();
  }

  @Transactional(readOnly = true)
  public Paused paused() {
    List<Pause> holidays = db.sql("""
            select entry_id, organisation_id, title, starts_at, ends_at, yearly
              from samlad.calendar_entry
             where kind = 'HOLIDAY' and ends_at - starts_at <= interval '4 days'
            """).query(Pauses::pause).list();
    return new Paused(list(), holidays);
  }

  @Transactional
  public UUID add(
      @Nullable UUID organisation, String title, LocalDate first, LocalDate last, boolean yearly) {
    String words = title.strip();
    if (words.isEmpty()
        || words.length() > LONGEST_TITLE
        || words.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("titel", "calendar.input.title", LONGEST_TITLE);
    }
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
      throw new InvalidInput("slut", "calendar.input.end", LONGEST_DAYS);
    }
    UUID id = Ids.next();
    db.sql("""
            insert into samlad.calendar_entry
                   (municipality_id, entry_id, kind, title, starts_at, ends_at, yearly, created_by, organisation_id)
            values (samlad.municipality(), :id, 'PAUSE', :title, :start, :end, :yearly, samlad.user_id(), :organisation)
            """)
        .param("id", id)
        .param("title", guard.guard(words).text())
        .param("start", at(first))
        .param("end", at(last.plusDays(1)))
        .param("yearly", yearly)
        .param("organisation", organisation)
        .update();
    audit.record("calendar.add", "calendar_entry", id, Map.of("kind", "PAUSE"));
    return id;
  }

  @Transactional
  public void remove(UUID id) {
    int removed = db.sql(
            "delete from samlad.calendar_entry where entry_id = :id and kind = 'PAUSE'")
        .param("id", id)
        .update();
    if (removed == 0) {
      throw new NotFound("pause " + id);
    }
    audit.record("calendar.remove", "calendar_entry", id);
  }

  private static boolean isAmong(List<Pause> holidays, LocalDate day) {
    return holidays.stream().anyMatch(holiday -> {
      int years = holiday.yearly() ? day.getYear() - holiday.first().getYear() : 0;
      return !day.isBefore(holiday.first().plusYears(years))
          && !day.isAfter(holiday.last().plusYears(years));
    });
  }

  private static Timestamp at(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(IsoWeek.ZONE).toInstant());
  }

  /** An entry that ends at midnight fills the day before; one that ends later fills its day. */
  private static Pause pause(ResultSet row, int n) throws SQLException {
    LocalDate last = row.getTimestamp("ends_at")
        .toInstant()
        .minusMillis(1)
        .atZone(IsoWeek.ZONE)
        .toLocalDate();
    LocalDate first =
        row.getTimestamp("starts_at").toInstant().atZone(IsoWeek.ZONE).toLocalDate();
    return new Pause(
        row.getObject("entry_id", UUID.class),
        row.getObject("organisation_id", UUID.class),
        row.getString("title"),
        first,
        last.isBefore(first) ? first : last,
        row.getBoolean("yearly"));
  }
}
