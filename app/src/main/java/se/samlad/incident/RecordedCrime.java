package se.samlad.incident;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recorded crime as whoever acts may see it (Swedish: anmälda brott): offences by area, code and month, never single rows and never points. A
 * series of its own, not to be added to incidents. The month is that of the Monday of the week of the offence, the only time that a coarsely
 * shared record tells.
 */
@Service
@Transactional(readOnly = true)
public class RecordedCrime {

  private final JdbcClient db;

  RecordedCrime(JdbcClient db) {
    this.db = db;
  }

  /**
   * Offences of one code in one area and month.
   *
   * @param areaId null for Utan område
   * @param area its name, empty for Utan område
   */
  public record Total(
      @Nullable UUID areaId,
      String area,
      String crimeCode,
      String label,
      YearMonth month,
      int offences) {}

  /** Totals of the months from the first to the last, by area, code and month. */
  public List<Total> totals(YearMonth first, YearMonth last) {
    return totals(first.atDay(1), last.plusMonths(1).atDay(1));
  }

  /** Totals of the weeks whose Monday lies from the first day to before the last. */
  public List<Total> totals(LocalDate first, LocalDate before) {
    return db.sql("""
            select r.area_id, coalesce(a.name, '') as area, r.crime_code, coalesce(c.label, '') as label,
                   date_trunc('month', r.week)::date as month, sum(r.offences)::int as offences
              from samlad.crime_record r
              left join samlad.area a on a.municipality_id = r.municipality_id and a.area_id = r.area_id
              left join samlad.crime_code c on c.municipality_id = r.municipality_id and c.code = r.crime_code
             where r.week >= :first and r.week < :before and r.undone_at is null
             group by r.area_id, a.name, r.crime_code, c.label, date_trunc('month', r.week)
             order by a.name nulls last, r.crime_code, month
            """)
        .param("first", first)
        .param("before", before)
        .query((row, n) -> new Total(
            row.getObject("area_id", UUID.class),
            row.getString("area"),
            row.getString("crime_code"),
            row.getString("label"),
            YearMonth.from(row.getObject("month", LocalDate.class)),
            row.getInt("offences")))
        .list();
  }

  /**
   * What the totals rest on.
   *
   * @param lastRecorded the newest day on which an offence was recorded
   * @param owners how many organisations the records come from
   */
  public record Basis(
      LocalDate lastRecorded, LocalDate firstWeek, LocalDate lastWeek, int owners) {}

  /** Empty when the actor sees no recorded crime at all. */
  public Optional<Basis> basis() {
    return db.sql("""
            select max(recorded_on) as last_recorded, min(week) as first_week, max(week) as last_week, count(distinct owner_org)::int as owners
              from samlad.crime_record
             where undone_at is null
            having count(*) > 0
            """).query(Basis.class).optional();
  }
}
