package se.samlad.measure.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.measure.Indicator;
import se.samlad.measure.Measure;
import se.samlad.measure.MeasureFilter;
import se.samlad.measure.MeasureStatus;
import se.samlad.measure.MeasureType;
import se.samlad.measure.StatutoryDecision;

/** Reads and writes measures. */
@Repository
public class MeasureStore {

  /** Of a hidden title others than the coordinator and whoever speaks for the owner read the measure's type. */
  private static final String SELECT = """
      select measure_id, number,
             case when title_hidden and not samlad.has_role('COORDINATOR') and not samlad.speaks_for(owner_org, owner_member)
                  then coalesce((select t.name_sv from samlad.measure_type t where t.code = type_code), number) else title end as title,
             type_code, problem_id, group_id, place_label, easting, northing, owner_org, owner_member,
             goal_drop_percent, goal, indicator, indicator_codes, indicator_radius_m, indicator_weekdays, indicator_from_hour,
             indicator_to_hour, done_by, follow_up_on, status, confidential, tell_reporters, told_approved_at, decision_body, decision_on,
             decision_paragraph, decision_diary, version, created_at
        from samlad.measure
       where withdrawn_at is null
      """;

  private final JdbcClient db;

  MeasureStore(JdbcClient db) {
    this.db = db;
  }

  public Optional<Measure> find(UUID id) {
    return db.sql(SELECT + " and measure_id = :id")
        .param("id", id)
        .query(MeasureStore::measure)
        .optional();
  }

  /** The measure, held until the transaction ends. Only those who may change it can hold it. */
  public Optional<Measure> hold(UUID id) {
    return db.sql(SELECT + " and measure_id = :id for update")
        .param("id", id)
        .query(MeasureStore::measure)
        .optional();
  }

  /** The measures of the filter, those to be done first in front. */
  public List<Measure> list(MeasureFilter filter, int limit, int offset) {
    return db.sql(SELECT + """
                 and (cast(:statuses as text[]) = '{}' or status = any (cast(:statuses as text[])))
                 and (cast(:group as uuid) is null or group_id = cast(:group as uuid))
                 and (cast(:problem as uuid) is null or problem_id = cast(:problem as uuid))
                 and ((cast(:owners as uuid[]) = '{}' and cast(:member as uuid) is null)
                      or owner_org = any (cast(:owners as uuid[])) or owner_member = cast(:member as uuid))
               order by case when status in ('PROPOSED', 'COMMITTED', 'ONGOING') then done_by else follow_up_on end, number
               limit :limit offset :offset
            """)
        .param(
            "statuses", filter.statuses().stream().map(Enum::name).sorted().toArray(String[]::new))
        .param("group", filter.group())
        .param("problem", filter.problem())
        .param("owners", filter.ownedBy().toArray(UUID[]::new))
        .param("member", filter.member())
        .param("limit", limit)
        .param("offset", offset)
        .query(MeasureStore::measure)
        .list();
  }

  /** The types of the catalogue, in its order. */
  public List<MeasureType> types() {
    return db.sql("""
            select code, kind, name_sv, name_en, effect
              from samlad.measure_type
             order by sort_order, code
            """).query(MeasureType.class).list();
  }

  /** The next number of the year, as 2026-041. */
  public String nextNumber(int year) {
    int next = db.sql("""
            insert into samlad.measure_number as counter (municipality_id, year, last)
            values (samlad.municipality(), :year, 1)
            on conflict (municipality_id, year) do update set last = counter.last + 1
            returning last
            """).param("year", year).query(Integer.class).single();
    return String.format(Locale.ROOT, "%04d-%03d", year, next);
  }

  public void add(Measure measure, @Nullable UUID by) {
    fields(db.sql("""
            insert into samlad.measure
                   (municipality_id, measure_id, number, title, type_code, problem_id, group_id, place_label, easting, northing, owner_org,
                    owner_member, goal_drop_percent, goal, indicator, indicator_codes, indicator_radius_m, indicator_weekdays,
                    indicator_from_hour, indicator_to_hour, done_by, follow_up_on, confidential, tell_reporters, decision_body,
                    decision_on, decision_paragraph, decision_diary, status, created_at, created_by)
            values (samlad.municipality(), :id, :number, :title, :type, :problem, :group, :place, :easting, :northing, :ownerOrg,
                    :ownerMember, :drop, :goal, :indicator, :codes, :radius, :weekdays, :fromHour, :toHour, :doneBy, :followUpOn,
                    :confidential, :tell, :body, :decisionOn, :paragraph, :diary, :status, :now, :by)
            """), measure)
        .param("number", measure.number())
        .param("problem", measure.problem())
        .param("group", measure.group())
        .param("now", Timestamp.from(measure.createdAt()))
        .param("by", by)
        .update();
  }

  /** Whether the title waits for the coordinator. */
  public boolean titleHidden(UUID id) {
    return db.sql("select title_hidden from samlad.measure where measure_id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  public void hideTitle(UUID id, boolean hidden) {
    db.sql("update samlad.measure set title_hidden = :hidden where measure_id = :id")
        .param("id", id)
        .param("hidden", hidden)
        .update();
  }

  /** Writes what may be changed of a measure and raises its version. */
  public void change(Measure measure) {
    Instant approved = measure.toldApprovedAt();
    fields(db.sql("""
            update samlad.measure
               set title = :title, type_code = :type, place_label = :place, easting = :easting, northing = :northing,
                   owner_org = :ownerOrg, owner_member = :ownerMember, goal_drop_percent = :drop, goal = :goal, indicator = :indicator,
                   indicator_codes = :codes, indicator_radius_m = :radius, indicator_weekdays = :weekdays,
                   indicator_from_hour = :fromHour, indicator_to_hour = :toHour, done_by = :doneBy, follow_up_on = :followUpOn,
                   confidential = :confidential, tell_reporters = :tell, told_approved_at = :approved, decision_body = :body,
                   decision_on = :decisionOn, decision_paragraph = :paragraph, decision_diary = :diary, status = :status,
                   version = version + 1
             where measure_id = :id
            """), measure)
        .param("approved", approved == null ? null : Timestamp.from(approved))
        .update();
  }

  public void setStatus(UUID id, MeasureStatus status) {
    db.sql(
            "update samlad.measure set status = :status, version = version + 1 where measure_id = :id")
        .param("status", status.name())
        .param("id", id)
        .update();
  }

  public void approveText(UUID id, String text, Instant now, @Nullable UUID by) {
    db.sql("""
            update samlad.measure
               set tell_reporters = :text, told_approved_at = :now, told_approved_by = :by, version = version + 1
             where measure_id = :id
            """)
        .param("text", text)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("id", id)
        .update();
  }

  public void withdraw(UUID id, Instant now) {
    db.sql("""
            update samlad.measure set withdrawn_at = :now, version = version + 1 where measure_id = :id
            """).param("now", Timestamp.from(now)).param("id", id).update();
  }

  private static JdbcClient.StatementSpec fields(
      JdbcClient.StatementSpec statement, Measure measure) {
    Indicator watched = measure.watched();
    return statement
        .param("id", measure.id())
        .param("title", measure.title())
        .param("type", measure.typeCode())
        .param("place", measure.place())
        .param("easting", measure.easting())
        .param("northing", measure.northing())
        .param("ownerOrg", measure.ownerOrg())
        .param("ownerMember", measure.ownerMember())
        .param("drop", measure.goalDropPercent())
        .param("goal", measure.goal())
        .param("indicator", measure.indicator())
        .param("codes", watched.codes().toArray(String[]::new))
        .param("radius", watched.radiusMeters())
        .param(
            "weekdays",
            watched.weekdays().stream()
                .map(day -> (short) day.getValue())
                .sorted()
                .toArray(Short[]::new))
        .param("fromHour", watched.fromHour())
        .param("toHour", watched.toHour())
        .param("doneBy", measure.doneBy())
        .param("followUpOn", measure.followUpOn())
        .param("confidential", measure.confidential())
        .param("tell", measure.tellReporters())
        .param("body", measure.decision().body())
        .param("decisionOn", measure.decision().on())
        .param("paragraph", measure.decision().paragraph())
        .param("diary", measure.decision().diaryNumber())
        .param("status", measure.status().name());
  }

  private static Measure measure(ResultSet row, int n) throws SQLException {
    Timestamp approved = row.getTimestamp("told_approved_at");
    return new Measure(
        row.getObject("measure_id", UUID.class),
        row.getString("number"),
        row.getString("title"),
        row.getString("type_code"),
        row.getObject("problem_id", UUID.class),
        row.getObject("group_id", UUID.class),
        row.getString("place_label"),
        row.getObject("easting", Double.class),
        row.getObject("northing", Double.class),
        row.getObject("owner_org", UUID.class),
        row.getObject("owner_member", UUID.class),
        row.getObject("goal_drop_percent", Integer.class),
        row.getString("goal"),
        row.getString("indicator"),
        indicator(row),
        row.getObject("done_by", LocalDate.class),
        row.getObject("follow_up_on", LocalDate.class),
        MeasureStatus.valueOf(row.getString("status")),
        row.getBoolean("confidential"),
        row.getString("tell_reporters"),
        approved == null ? null : approved.toInstant(),
        new StatutoryDecision(
            row.getString("decision_body"),
            row.getObject("decision_on", LocalDate.class),
            row.getString("decision_paragraph"),
            row.getString("decision_diary")),
        row.getInt("version"),
        row.getTimestamp("created_at").toInstant());
  }

  private static Indicator indicator(ResultSet row) throws SQLException {
    List<String> codes =
        new ArrayList<>(Arrays.asList((String[]) row.getArray("indicator_codes").getArray()));
    return new Indicator(
        codes,
        row.getInt("indicator_radius_m"),
        weekdays(row.getArray("indicator_weekdays")),
        row.getInt("indicator_from_hour"),
        row.getInt("indicator_to_hour"));
  }

  private static Set<DayOfWeek> weekdays(Array array) throws SQLException {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Object value : (Object[]) array.getArray()) {
      days.add(DayOfWeek.of(((Number) value).intValue()));
    }
    return days;
  }
}
