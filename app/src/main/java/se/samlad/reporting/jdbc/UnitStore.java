package se.samlad.reporting.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.reporting.Statement;
import se.samlad.reporting.UnitAnswers;

/** Units and how they have answered: whose they are, what each week holds, and who said that there was nothing to report. */
@Repository
public class UnitStore {

  private final JdbcClient db;

  UnitStore(JdbcClient db) {
    this.db = db;
  }

  /** The unit a member reports for in an organisation, when it is one and clear. */
  public Optional<UUID> unitOf(UUID member, UUID organisation) {
    List<UUID> units = db.sql("""
            select distinct unit_id from samlad.member_role
             where member_id = :member and organisation_id = :organisation and unit_id is not null
            """)
        .param("member", member)
        .param("organisation", organisation)
        .query(UUID.class)
        .list();
    return units.size() == 1 ? Optional.of(units.getFirst()) : Optional.empty();
  }

  /** The units the acting member reports or answers for, by name; a coordinator answers for all of the organisation's. */
  public List<UnitAnswers.OwnUnit> unitsOf(UUID member) {
    return db.sql("""
            select u.unit_id as unit, u.organisation_id as organisation, u.name
              from samlad.unit u
             where u.organisation_id = any (samlad.organisations())
               and (u.active_to is null or u.active_to >= current_date)
               and (u.organisation_id = any (samlad.coordinated())
                    or exists (select 1 from samlad.unit_leader l
                                where l.municipality_id = u.municipality_id and l.unit_id = u.unit_id and l.member_id = :member)
                    or exists (select 1 from samlad.member_role r
                                where r.municipality_id = u.municipality_id and r.unit_id = u.unit_id and r.member_id = :member))
             order by u.name, u.unit_id
            """).param("member", member).query(UnitAnswers.OwnUnit.class).list();
  }

  /** How a unit has answered a week, and whether the acting member is the one who said that there was nothing. */
  public UnitAnswers.Answer answer(UUID unit, IsoWeek week) {
    Optional<UnitAnswers.Own> own = db.sql("""
            select report_id as id, received_at, kind
              from samlad.nothing_to_report
             where unit_id = :unit and period = :period and withdrawn_at is null
               and member_id = coalesce(samlad.user_id(), samlad.link_member())
             order by received_at
             limit 1
            """)
        .param("unit", unit)
        .param("period", week.code())
        .query((row, n) -> new UnitAnswers.Own(
            row.getObject(1, UUID.class),
            row.getTimestamp(2).toInstant(),
            Statement.valueOf(row.getString(3))))
        .optional();
    return db.sql(
            "select reports, nothing, stated from samlad.unit_week where unit_id = :unit and period = :period")
        .param("unit", unit)
        .param("period", week.code())
        .query((row, n) -> new UnitAnswers.Answer(row.getInt(1), row.getInt(2), row.getInt(3), own))
        .optional()
        .orElse(new UnitAnswers.Answer(0, 0, 0, own));
  }

  public boolean isUnitOf(UUID unit, UUID organisation) {
    return db.sql(
            "select exists (select 1 from samlad.unit where unit_id = :unit and organisation_id = :organisation)")
        .param("unit", unit)
        .param("organisation", organisation)
        .query(Boolean.class)
        .single();
  }

  /** How much is added to what a unit has said of a week; negative takes back. */
  public record Count(int reports, int nothing, int stated) {

    /** Once more, or once less, by what a statement says. */
    public static Count of(Statement statement, int by) {
      return statement == Statement.NOTHING ? new Count(0, by, 0) : new Count(0, 0, by);
    }
  }

  /** Counts an answer of a unit: a week is answered by a report in it, by nothing to report, or by saying that it has reported. */
  public void countAnswer(UUID unit, UUID organisation, IsoWeek week, Count count) {
    db.sql("""
            insert into samlad.unit_week (municipality_id, unit_id, period, organisation_id, reports, nothing, stated)
            values (samlad.municipality(), :unit, :period, :organisation, greatest(:reports, 0), greatest(:nothing, 0), greatest(:stated, 0))
            on conflict (municipality_id, unit_id, period) do update
               set reports = greatest(samlad.unit_week.reports + :reports, 0), nothing = greatest(samlad.unit_week.nothing + :nothing, 0),
                   stated = greatest(samlad.unit_week.stated + :stated, 0)
            """)
        .param("unit", unit)
        .param("period", week.code())
        .param("organisation", organisation)
        .param("reports", count.reports())
        .param("nothing", count.nothing())
        .param("stated", count.stated())
        .update();
  }

  /** A statement about a week, by the acting member or by the link that acts. */
  public record NewStatement(
      UUID id,
      Statement kind,
      IsoWeek period,
      UUID organisation,
      @Nullable UUID unit,
      @Nullable UUID area,
      Instant at,
      byte[] bodyHmac) {}

  public boolean add(NewStatement statement) {
    return db.sql("""
            insert into samlad.nothing_to_report (municipality_id, report_id, period, organisation_id, unit_id, area_id, member_id,
                   received_at, body_hmac, kind, by_link)
            values (samlad.municipality(), :report, :period, :organisation, :unit, :area, coalesce(samlad.user_id(), samlad.link_member()),
                    :at, :hmac, :kind, samlad.link_subject() is not null)
            on conflict do nothing
            """)
            .param("report", statement.id())
            .param("period", statement.period().code())
            .param("organisation", statement.organisation())
            .param("unit", statement.unit())
            .param("area", statement.area())
            .param("at", Timestamp.from(statement.at()))
            .param("hmac", statement.bodyHmac())
            .param("kind", statement.kind().name())
            .update()
        == 1;
  }

  /** A nothing-to-report the actor may see. */
  public record Nothing(
      IsoWeek period,
      UUID organisation,
      UUID member,
      @Nullable UUID unit,
      Instant receivedAt,
      byte[] bodyHmac,
      @Nullable Instant withdrawnAt,
      Statement kind) {}

  public Optional<Nothing> findNothing(UUID report) {
    return db.sql("""
            select period, organisation_id, member_id, unit_id, received_at, body_hmac, withdrawn_at, kind
              from samlad.nothing_to_report
             where report_id = :report
            """)
        .param("report", report)
        .query((row, n) -> new Nothing(
            IsoWeek.parse(row.getString(1)).orElseThrow(),
            row.getObject(2, UUID.class),
            row.getObject(3, UUID.class),
            row.getObject(4, UUID.class),
            row.getTimestamp(5).toInstant(),
            row.getBytes(6),
            row.getTimestamp(7) == null ? null : row.getTimestamp(7).toInstant(),
            Statement.valueOf(row.getString(8))))
        .optional();
  }

  public void withdrawNothing(UUID report, Instant at) {
    db.sql(
            "update samlad.nothing_to_report set withdrawn_at = :at where report_id = :report and withdrawn_at is null")
        .param("at", Timestamp.from(at))
        .param("report", report)
        .update();
  }
}
