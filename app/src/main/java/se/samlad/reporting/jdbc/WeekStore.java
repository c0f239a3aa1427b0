package se.samlad.reporting.jdbc;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.reporting.Deadlines.Deadline;

/** Deadlines, who answers for units, and who was reminded. */
@Repository
public class WeekStore {

  private final JdbcClient db;

  WeekStore(JdbcClient db) {
    this.db = db;
  }

  public List<Deadline> deadlines() {
    return db.sql("""
            select group_id, closes_on, weeks_after, closes_at, remind_hours, reminds
              from samlad.reporting_deadline
             order by group_id nulls first
            """)
        .query((row, n) -> new Deadline(
            row.getObject(1, UUID.class),
            DayOfWeek.of(row.getInt(2)),
            row.getInt(3),
            row.getObject(4, LocalTime.class),
            row.getInt(5),
            row.getBoolean(6)))
        .list();
  }

  public void set(Deadline deadline) {
    db.sql("""
            insert into samlad.reporting_deadline (municipality_id, group_id, closes_on, weeks_after, closes_at, remind_hours, reminds)
            values (samlad.municipality(), :group, :closesOn, :weeksAfter, :closesAt, :hours, :reminds)
            on conflict (municipality_id, group_id) do update
               set closes_on = excluded.closes_on, weeks_after = excluded.weeks_after, closes_at = excluded.closes_at,
                   remind_hours = excluded.remind_hours, reminds = excluded.reminds
            """)
        .param("group", deadline.group())
        .param("closesOn", deadline.closesOn().getValue())
        .param("weeksAfter", deadline.weeksAfter())
        .param("closesAt", deadline.closesAt())
        .param("hours", deadline.remindHours())
        .param("reminds", deadline.reminds())
        .update();
  }

  public void removeDeadline(UUID group) {
    db.sql("delete from samlad.reporting_deadline where group_id = :group")
        .param("group", group)
        .update();
  }

  public Map<UUID, List<UUID>> leaders() {
    Map<UUID, List<UUID>> leaders = new HashMap<>();
    db.sql("select unit_id, member_id from samlad.unit_leader order by named_at, member_id")
        .query(row -> {
          leaders
              .computeIfAbsent(row.getObject(1, UUID.class), unit -> new ArrayList<>())
              .add(row.getObject(2, UUID.class));
        });
    return leaders;
  }

  public void addLeader(UUID unit, UUID organisation, UUID member, Instant at) {
    db.sql("""
            insert into samlad.unit_leader (municipality_id, unit_id, organisation_id, member_id, named_at, named_by)
            values (samlad.municipality(), :unit, :organisation, :member, :at, samlad.user_id())
            on conflict (municipality_id, unit_id, member_id) do nothing
            """)
        .param("unit", unit)
        .param("organisation", organisation)
        .param("member", member)
        .param("at", Timestamp.from(at))
        .update();
  }

  public void removeLeader(UUID unit, UUID member) {
    db.sql("delete from samlad.unit_leader where unit_id = :unit and member_id = :member")
        .param("unit", unit)
        .param("member", member)
        .update();
  }

  /** Somebody to remind, and in which language. */
  public record Reader(UUID member, Locale language) {}

  /** Those who answer for the unit; without any its reporters; without any the organisation's coordinators. Asked as the system. */
  public List<Reader> readers(UUID unit, UUID organisation) {
    List<Reader> leaders = readers("""
        exists (select 1 from samlad.unit_leader l
                 where l.municipality_id = m.municipality_id and l.member_id = m.member_id and l.unit_id = :unit)
        and exists (select 1 from samlad.member_role r
                     where r.municipality_id = m.municipality_id and r.member_id = m.member_id and r.organisation_id = :organisation)
        """, unit, organisation);
    if (!leaders.isEmpty()) {
      return leaders;
    }
    List<Reader> reporters = readers("""
        exists (select 1 from samlad.member_role r
                 where r.municipality_id = m.municipality_id and r.member_id = m.member_id and r.organisation_id = :organisation
                   and r.unit_id = :unit)
        """, unit, organisation);
    return reporters.isEmpty() ? coordinators(unit, organisation) : reporters;
  }

  /** The organisation's coordinators. */
  public List<Reader> coordinators(UUID unit, UUID organisation) {
    return readers("""
        exists (select 1 from samlad.member_role r
                 where r.municipality_id = m.municipality_id and r.member_id = m.member_id and r.organisation_id = :organisation
                   and r.role = 'ORGANISATION_COORDINATOR' and cast(:unit as uuid) is not null)
        """, unit, organisation);
  }

  /** Whether the member still has an open account that answers for the unit. Asked as the system. */
  public boolean answersFor(UUID member, UUID unit) {
    return db.sql("""
            select exists (
              select 1 from samlad.member m
                join samlad.unit u on u.municipality_id = m.municipality_id and u.unit_id = :unit
                join samlad.organisation o on o.municipality_id = u.municipality_id and o.organisation_id = u.organisation_id and o.active
                join samlad.member_role r on r.municipality_id = m.municipality_id and r.member_id = m.member_id
                                         and r.organisation_id = u.organisation_id
               where m.member_id = :member and m.active)
            """)
        .param("member", member)
        .param("unit", unit)
        .query(Boolean.class)
        .single();
  }

  /** Notes that a unit is reminded; false when it already was in this step and day. */
  public boolean addReminder(
      UUID unit, UUID organisation, IsoWeek week, String step, LocalDate day, Instant at) {
    return db.sql("""
            insert into samlad.unit_reminder (municipality_id, unit_id, organisation_id, period, step, day, at, reached)
            values (samlad.municipality(), :unit, :organisation, :period, :step, :day, :at, 0)
            on conflict (municipality_id, unit_id, period, step, day) do nothing
            """)
            .param("unit", unit)
            .param("organisation", organisation)
            .param("period", week.code())
            .param("step", step)
            .param("day", day)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  public void setReached(UUID unit, IsoWeek week, String step, LocalDate day, int reached) {
    db.sql("""
            update samlad.unit_reminder set reached = :reached
             where unit_id = :unit and period = :period and step = :step and day = :day
            """)
        .param("reached", reached)
        .param("unit", unit)
        .param("period", week.code())
        .param("step", step)
        .param("day", day)
        .update();
  }

  /** Whether a unit has been reminded in a step. */
  public boolean isReminded(UUID unit, IsoWeek week, String step) {
    return db.sql(
            "select exists (select 1 from samlad.unit_reminder where unit_id = :unit and period = :period and step = :step)")
        .param("unit", unit)
        .param("period", week.code())
        .param("step", step)
        .query(Boolean.class)
        .single();
  }

  /** When units were last reminded of a week. */
  public Map<UUID, Instant> reminded(IsoWeek week) {
    Map<UUID, Instant> last = new HashMap<>();
    db.sql(
            "select unit_id, max(at) from samlad.unit_reminder where period = :period group by unit_id")
        .param("period", week.code())
        .query(row -> {
          last.put(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
        });
    return last;
  }

  /** Units that have said something of a week. */
  public Set<UUID> answered(IsoWeek week) {
    return new HashSet<>(db.sql(
            "select unit_id from samlad.unit_week where period = :period and reports + nothing + stated > 0")
        .param("period", week.code())
        .query(UUID.class)
        .list());
  }

  private List<Reader> readers(String which, @Nullable UUID unit, UUID organisation) {
    return db.sql("""
            select m.member_id, m.language from samlad.member m
             where m.active and not m.service_account and
            """ + which + " order by m.member_id")
        .param("unit", unit)
        .param("organisation", organisation)
        .query((row, n) -> new Reader(row.getObject(1, UUID.class), Locale.of(row.getString(2))))
        .list();
  }
}
