package se.samlad.insight.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.Ids;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionSql;
import se.samlad.insight.Alarm;
import se.samlad.insight.AlarmRun;
import se.samlad.insight.HotspotRun;
import tools.jackson.databind.json.JsonMapper;

/** Counts areas and category groups by week, and keeps what was found, in the caller's transaction. */
@Repository
public class AlarmStore {

  private final JdbcClient db;
  private final JsonMapper json;

  AlarmStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Incidents of a category group in an area and a week, named by its Monday. */
  public record AreaWeek(UUID areaId, String categoryGroup, LocalDate week, int count) {}

  /** What is judged: one category group in one area. */
  public record Series(UUID area, String categoryGroup) {}

  /** What the method was told, as stored. */
  record Told(double level, int draws, long seed) {}

  /** Incidents that tell their area. */
  public List<AreaWeek> byAreaAndGroup(IncidentSelection selection) {
    return SelectionSql.of(selection).query(db, """
            select area_id, category_group, week, cast(count(*) as int) as count
              from incidents
             where area_id is not null
             group by area_id, category_group, week
            """).query(AreaWeek.class).list();
  }

  /** How many organisations each series' incidents come from. */
  public Map<Series, Integer> organisations(IncidentSelection selection) {
    Map<Series, Integer> organisations = new HashMap<>();
    SelectionSql.of(selection).query(db, """
            select area_id, category_group, cast(count(distinct o) as int) as organisations
              from incidents, unnest(organisations) as o
             where area_id is not null
             group by area_id, category_group
            """).query(row -> {
      organisations.put(
          new Series(row.getObject("area_id", UUID.class), row.getString("category_group")),
          row.getInt("organisations"));
    });
    return organisations;
  }

  private record Run(UUID id, AlarmRun facts) {}

  public Optional<AlarmRun> find(Audience audience, IsoWeek week) {
    return db.sql("""
            select run_id, as_of, state, weeks, tested, dispersion, parameters
              from samlad.alarm_run
             where audience_key = :key and week = :week
            """)
        .param("key", audience.key())
        .param("week", week.monday())
        .query((row, n) -> run(row, week))
        .optional()
        .map(run -> new AlarmRun(
            week,
            run.facts().asOf(),
            run.facts().state(),
            run.facts().weeks(),
            run.facts().tested(),
            run.facts().dispersion(),
            run.facts().level(),
            run.facts().draws(),
            run.facts().seed(),
            above(run.id(), run.facts())));
  }

  private Run run(ResultSet row, IsoWeek week) throws SQLException {
    Told told = json.readValue(row.getString("parameters"), Told.class);
    return new Run(
        row.getObject("run_id", UUID.class),
        new AlarmRun(
            week,
            row.getTimestamp("as_of").toInstant(),
            HotspotRun.State.valueOf(row.getString("state")),
            row.getInt("weeks"),
            row.getInt("tested"),
            row.getDouble("dispersion"),
            told.level(),
            told.draws(),
            told.seed(),
            List.of()));
  }

  private List<Alarm> above(UUID id, AlarmRun run) {
    return db.sql("""
            select * from samlad.alarm
             where run_id = :run
             order by alarms desc, mid_p, area_id, category_group
            """).param("run", id).query((row, n) -> alarm(row, run)).list();
  }

  private static Alarm alarm(ResultSet row, AlarmRun run) throws SQLException {
    return new Alarm(
        row.getObject("area_id", UUID.class),
        row.getString("category_group"),
        new Figure(
            row.getInt("incidents"),
            Optional.of(new Figure.Expected(
                row.getInt("expected_lower"), row.getInt("expected_upper"), run.level())),
            row.getInt("sources"),
            row.getInt("answered"),
            row.getInt("asked"),
            run.asOf()),
        row.getBoolean("alarms"),
        row.getDouble("mean"),
        row.getDouble("mid_p"),
        row.getDouble("stability"));
  }

  /** Writes a run over the one of the same audience and week, with what it found. */
  public void save(Audience audience, AlarmRun run) {
    UUID id = db.sql("""
            insert into samlad.alarm_run (municipality_id, audience_key, week, run_id, audience_kind, audience_id, as_of, state, weeks, tested,
                   dispersion, parameters)
            values (samlad.municipality(), :key, :week, :run, :kind, :audience, :asOf, :state, :weeks, :tested,
                   :dispersion, cast(:parameters as jsonb))
            on conflict (municipality_id, audience_key, week) do update
               set as_of = excluded.as_of, state = excluded.state, weeks = excluded.weeks, tested = excluded.tested,
                   dispersion = excluded.dispersion, parameters = excluded.parameters
            returning run_id
            """)
        .param("key", audience.key())
        .param("week", run.week().monday())
        .param("run", Ids.next())
        .param("kind", RunStore.kind(audience))
        .param("audience", RunStore.id(audience))
        .param("asOf", Timestamp.from(run.asOf()))
        .param("state", run.state().name())
        .param("weeks", run.weeks())
        .param("tested", run.tested())
        .param("dispersion", run.dispersion())
        .param(
            "parameters", json.writeValueAsString(new Told(run.level(), run.draws(), run.seed())))
        .query(UUID.class)
        .single();
    db.sql("delete from samlad.alarm where run_id = :run").param("run", id).update();
    run.above().forEach(alarm -> put(audience, id, alarm));
  }

  private void put(Audience audience, UUID run, Alarm alarm) {
    Figure figure = alarm.figure();
    Figure.Expected expected = figure.expected().orElseThrow();
    db.sql("""
            insert into samlad.alarm (municipality_id, run_id, area_id, category_group, audience_kind, audience_id, alarms, incidents,
                   expected_lower, expected_upper, mean, mid_p, stability, sources, answered, asked)
            values (samlad.municipality(), :run, :area, :group, :kind, :audience, :alarms, :incidents,
                   :lower, :upper, :mean, :midP, :stability, :sources, :answered, :asked)
            """)
        .param("run", run)
        .param("area", alarm.area())
        .param("group", alarm.categoryGroup())
        .param("kind", RunStore.kind(audience))
        .param("audience", RunStore.id(audience))
        .param("alarms", alarm.alarms())
        .param("incidents", figure.value())
        .param("lower", expected.lower())
        .param("upper", expected.upper())
        .param("mean", alarm.mean())
        .param("midP", alarm.midP())
        .param("stability", alarm.stability())
        .param("sources", figure.sources())
        .param("answered", figure.answered())
        .param("asked", figure.asked())
        .update();
  }
}
