package se.samlad.followup.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.followup.Conclusion;
import se.samlad.followup.EvaluationPlan;
import se.samlad.ground.calendar.IsoWeek;
import tools.jackson.databind.json.JsonMapper;

/** Keeps plans, and what stood on the screen when a measure was concluded, in the caller's transaction. */
@Repository
public class PlanStore {

  private final JdbcClient db;
  private final JsonMapper json;

  PlanStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** The newest plan of the measure. */
  public Optional<EvaluationPlan> find(UUID measure) {
    return db.sql("""
            select * from samlad.evaluation_plan
             where measure_id = :measure
             order by chosen_at desc, plan_id desc
             limit 1
            """).param("measure", measure).query((row, n) -> plan(row)).optional();
  }

  public void add(EvaluationPlan plan) {
    db.sql("""
            insert into samlad.evaluation_plan (municipality_id, plan_id, measure_id, effect_week, weeks, easting, northing, radius_m, buffer_m,
                   control_name, control_easting, control_northing, chosen_at, chosen_by)
            values (samlad.municipality(), :id, :measure, :effectWeek, :weeks, :easting, :northing, :radius, :buffer,
                   :control, :controlEasting, :controlNorthing, :at, :by)
            """)
        .param("id", plan.id())
        .param("measure", plan.measure())
        .param("effectWeek", plan.effectWeek().monday())
        .param("weeks", plan.weeks())
        .param("easting", plan.easting())
        .param("northing", plan.northing())
        .param("radius", plan.radiusMeters())
        .param("buffer", plan.bufferMeters())
        .param("control", plan.control())
        .param("controlEasting", plan.controlEasting())
        .param("controlNorthing", plan.controlNorthing())
        .param("at", Timestamp.from(plan.chosenAt()))
        .param("by", plan.chosenBy())
        .update();
  }

  private static EvaluationPlan plan(ResultSet row) throws SQLException {
    return new EvaluationPlan(
        row.getObject("plan_id", UUID.class),
        row.getObject("measure_id", UUID.class),
        IsoWeek.of(row.getObject("effect_week", LocalDate.class)),
        row.getInt("weeks"),
        row.getDouble("easting"),
        row.getDouble("northing"),
        row.getInt("radius_m"),
        row.getInt("buffer_m"),
        row.getString("control_name"),
        row.getDouble("control_easting"),
        row.getDouble("control_northing"),
        row.getTimestamp("chosen_at").toInstant(),
        row.getObject("chosen_by", UUID.class));
  }

  /** Keeps what the system said when the measure was concluded; a repeated event finds it there. */
  public void keep(UUID measure, Conclusion conclusion) {
    db.sql("""
            insert into samlad.evaluation (municipality_id, measure_id, as_of, facts)
            values (samlad.municipality(), :measure, :asOf, cast(:facts as jsonb))
            on conflict (municipality_id, measure_id) do nothing
            """)
        .param("measure", measure)
        .param("asOf", Timestamp.from(conclusion.asOf()))
        .param("facts", json.writeValueAsString(conclusion))
        .update();
  }

  public Optional<Conclusion> kept(UUID measure) {
    return db.sql("select facts from samlad.evaluation where measure_id = :measure")
        .param("measure", measure)
        .query((row, n) -> json.readValue(row.getString("facts"), Conclusion.class))
        .optional();
  }
}
