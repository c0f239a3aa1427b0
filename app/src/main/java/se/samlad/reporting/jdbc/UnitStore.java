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

  /** The units a member reports for, by name. */
  public List<UnitAnswers.OwnUnit> unitsOf(UUID member) {
    return db.sql("""
            select distinct u.unit_id as unit, u.organisation_id as organisation, u.name
              from samlad.member_role r
              join samlad.unit u on u.municipality_id = r.municipality_id and u.unit_id = r.unit_id
             where r.member_id = :member
             order by u.name, u.unit_id
            """).param("member", member).query(UnitAnswers.OwnUnit.class).list();
  }

  /** How a unit has answered a week, and whether the acting member is the one who said that there was nothing. */
  public UnitAnswers.Answer answer(UUID unit, IsoWeek week) {
    Optional<UnitAnswers.Own> own = db.sql("""
            select report_id as id, received_at
              from samlad.nothing_to_report
             where unit_id = :unit and period = :period and member_id = samlad.user_id() and withdrawn_at is null
             order by received_at
             limit 1
            """)
        .param("unit", unit)
        .param("period", week.code())
        .query((row, n) -> new UnitAnswers.Own(
            row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .optional();
    return db.sql(
            "select reports, nothing from samlad.unit_week where unit_id = :unit and period = :period")
        .param("unit", unit)
        .param("period", week.code())
        .query((row, n) -> new UnitAnswers.Answer(row.getInt(1), row.getInt(2), own))
        .optional()
        .orElse(new UnitAnswers.Answer(0, 0, own));
  }

  public boolean isUnitOf(UUID unit, UUID organisation) {
    return db.sql(
            "select exists (select 1 from samlad.unit where unit_id = :unit and organisation_id = :organisation)")
        .param("unit", unit)
        .param("organisation", organisation)
        .query(Boolean.class)
        .single();
  }

  /** Counts an answer of a unit: a week is answered by a report in it or by nothing to report. */
  public void countAnswer(UUID unit, UUID organisation, IsoWeek week, int reports, int nothing) {
    db.sql("""
            insert into samlad.unit_week (municipality_id, unit_id, period, organisation_id, reports, nothing)
            values (samlad.municipality(), :unit, :period, :organisation, greatest(:reports, 0), greatest(:nothing, 0))
            on conflict (municipality_id, unit_id, period) do update
               set reports = greatest(samlad.unit_week.reports + :reports, 0), nothing = greatest(samlad.unit_week.nothing + :nothing, 0)
            """)
        .param("unit", unit)
        .param("period", week.code())
        .param("organisation", organisation)
        .param("reports", reports)
        .param("nothing", nothing)
        .update();
  }

  public boolean addNothing(
      UUID report,
      IsoWeek period,
      UUID organisation,
      @Nullable UUID unit,
      @Nullable UUID area,
      Instant at,
      byte[] hmac) {
    return db.sql("""
            insert into samlad.nothing_to_report (municipality_id, report_id, period, organisation_id, unit_id, area_id, member_id,
                   received_at, body_hmac)
            values (samlad.municipality(), :report, :period, :organisation, :unit, :area, samlad.user_id(), :at, :hmac)
            on conflict do nothing
            """)
            .param("report", report)
            .param("period", period.code())
            .param("organisation", organisation)
            .param("unit", unit)
            .param("area", area)
            .param("at", Timestamp.from(at))
            .param("hmac", hmac)
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
      @Nullable Instant withdrawnAt) {}

  public Optional<Nothing> findNothing(UUID report) {
    return db.sql("""
            select period, organisation_id, member_id, unit_id, received_at, body_hmac, withdrawn_at
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
            row.getTimestamp(7) == null ? null : row.getTimestamp(7).toInstant()))
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
