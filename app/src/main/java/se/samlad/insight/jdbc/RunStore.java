package se.samlad.insight.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.analysis.Certainty;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;
import se.samlad.ground.storage.Audience;
import se.samlad.insight.Hotspot;
import tools.jackson.databind.json.JsonMapper;

/** Keeps runs and their hotspots, in the caller's transaction. */
@Repository
public class RunStore {

  private final JdbcClient db;
  private final JsonMapper json;

  RunStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** A run as stored, without its hotspots. */
  public record Run(UUID id, Instant asOf, String state, int windows, int tested) {}

  /** What a hotspot's sentence and explanation tell, as stored beside it. */
  record Facts(
      int sources,
      int answered,
      int asked,
      double level,
      int weeksOfLastFour,
      List<Hotspot.Share> categories,
      Hotspot.Peak peak,
      int organisations,
      int organisationsAsked,
      Instant asOf,
      Hotspot.Basis basis) {}

  public Optional<Run> find(Audience audience, IsoWeek week) {
    return db.sql("""
            select run_id as id, as_of, state, windows, tested
              from samlad.hotspot_run
             where audience_key = :key and week = :week
            """)
        .param("key", audience.key())
        .param("week", week.monday())
        .query((row, n) -> new Run(
            row.getObject("id", UUID.class),
            row.getTimestamp("as_of").toInstant(),
            row.getString("state"),
            row.getInt("windows"),
            row.getInt("tested")))
        .optional();
  }

  /** The hotspots the run finds now, largest first. */
  public List<Hotspot> hotspots(UUID run) {
    return db.sql("select * from samlad.hotspot where run_id = :run and rank > 0 order by rank")
        .param("run", run)
        .query((row, n) -> hotspot(row))
        .list();
  }

  public Optional<Hotspot> hotspot(UUID id) {
    return db.sql("select * from samlad.hotspot where hotspot_id = :id")
        .param("id", id)
        .query((row, n) -> hotspot(row))
        .optional();
  }

  /** The audience a hotspot was computed for, as its key. */
  public Optional<String> audienceKey(UUID hotspot) {
    return db.sql("""
            select r.audience_key
              from samlad.hotspot h
              join samlad.hotspot_run r on r.municipality_id = h.municipality_id and r.run_id = h.run_id
             where h.hotspot_id = :id
            """).param("id", hotspot).query(String.class).optional();
  }

  /** Writes a run over the one of the same audience and week; its id stays. */
  public UUID save(
      Audience audience,
      IsoWeek week,
      UUID run,
      Instant asOf,
      String state,
      int windows,
      int tested,
      double dispersion,
      String method,
      Map<String, ?> parameters,
      long seed) {
    return db.sql("""
            insert into samlad.hotspot_run (municipality_id, audience_key, week, run_id, audience_kind, audience_id, as_of, state, windows,
                   tested, dispersion, method, parameters, seed)
            values (samlad.municipality(), :key, :week, :run, :kind, :audience, :asOf, :state, :windows,
                   :tested, :dispersion, :method, cast(:parameters as jsonb), :seed)
            on conflict (municipality_id, audience_key, week) do update
               set as_of = excluded.as_of, state = excluded.state, windows = excluded.windows, tested = excluded.tested,
                   dispersion = excluded.dispersion, method = excluded.method, parameters = excluded.parameters, seed = excluded.seed
            returning run_id
            """)
        .param("key", audience.key())
        .param("week", week.monday())
        .param("run", run)
        .param("kind", kind(audience))
        .param("audience", id(audience))
        .param("asOf", Timestamp.from(asOf))
        .param("state", state)
        .param("windows", windows)
        .param("tested", tested)
        .param("dispersion", dispersion)
        .param("method", method)
        .param("parameters", json.writeValueAsString(parameters))
        .param("seed", seed)
        .query(UUID.class)
        .single();
  }

  /** Puts these hotspots in the place of the run's former ones; those no longer found stay with rank 0. */
  public void replace(Audience audience, UUID run, List<Hotspot> hotspots) {
    db.sql("update samlad.hotspot set rank = 0 where run_id = :run")
        .param("run", run)
        .update();
    hotspots.forEach(hotspot -> put(audience, run, hotspot));
  }

  private void put(Audience audience, UUID run, Hotspot hotspot) {
    Figure.Expected expected = hotspot.figure().expected().orElseThrow();
    db.sql("""
            insert into samlad.hotspot (municipality_id, hotspot_id, run_id, audience_kind, audience_id, week, rank, name, incidents,
                   expected_lower, expected_upper, certainty, area_id, lon, lat, wkt_sweref, facts)
            values (samlad.municipality(), :id, :run, :kind, :audience, :week, :rank, :name, :incidents,
                   :lower, :upper, :certainty, :area, :lon, :lat, :wkt, cast(:facts as jsonb))
            on conflict (municipality_id, hotspot_id) do update
               set rank = excluded.rank, name = excluded.name, incidents = excluded.incidents, expected_lower = excluded.expected_lower,
                   expected_upper = excluded.expected_upper, certainty = excluded.certainty, area_id = excluded.area_id, lon = excluded.lon,
                   lat = excluded.lat, wkt_sweref = excluded.wkt_sweref, facts = excluded.facts
            """)
        .param("id", hotspot.id())
        .param("run", run)
        .param("kind", kind(audience))
        .param("audience", id(audience))
        .param("week", hotspot.week().monday())
        .param("rank", hotspot.rank())
        .param("name", hotspot.name())
        .param("incidents", hotspot.figure().value())
        .param("lower", expected.lower())
        .param("upper", expected.upper())
        .param("certainty", hotspot.certainty().name())
        .param("area", hotspot.areaId())
        .param("lon", hotspot.lon())
        .param("lat", hotspot.lat())
        .param("wkt", hotspot.wktSweref())
        .param("facts", json.writeValueAsString(facts(hotspot, expected)))
        .update();
  }

  private static Facts facts(Hotspot hotspot, Figure.Expected expected) {
    Figure figure = hotspot.figure();
    return new Facts(
        figure.sources(),
        figure.answered(),
        figure.asked(),
        expected.level(),
        hotspot.weeksOfLastFour(),
        hotspot.categories(),
        hotspot.peak(),
        hotspot.organisations(),
        hotspot.organisationsAsked(),
        figure.asOf(),
        hotspot.basis());
  }

  private Hotspot hotspot(java.sql.ResultSet row) throws java.sql.SQLException {
    Facts facts = json.readValue(row.getString("facts"), Facts.class);
    return new Hotspot(
        row.getObject("hotspot_id", UUID.class),
        row.getObject("run_id", UUID.class),
        row.getInt("rank"),
        row.getString("name"),
        new Figure(
            row.getInt("incidents"),
            Optional.of(new Figure.Expected(
                row.getInt("expected_lower"), row.getInt("expected_upper"), facts.level())),
            facts.sources(),
            facts.answered(),
            facts.asked(),
            facts.asOf()),
        Certainty.valueOf(row.getString("certainty")),
        facts.weeksOfLastFour(),
        facts.categories(),
        facts.peak(),
        facts.organisations(),
        facts.organisationsAsked(),
        row.getDouble("lon"),
        row.getDouble("lat"),
        row.getString("wkt_sweref"),
        row.getObject("area_id", UUID.class),
        IsoWeek.of(row.getObject("week", java.time.LocalDate.class)),
        facts.basis());
  }

  /** Marks that something was passed; a mark that stands keeps its time. */
  public void markStale(Instant at) {
    db.sql("""
            insert into samlad.hotspot_stale (municipality_id, marked_at)
            select samlad.municipality(), :at
             where not exists (select 1 from samlad.hotspot_stale)
            on conflict do nothing
            """).param("at", Timestamp.from(at)).update();
  }

  /** Takes the mark away if it was set before the moment; whether there was one. */
  public boolean takeStale(Instant before) {
    return db.sql("delete from samlad.hotspot_stale where marked_at <= :before")
            .param("before", Timestamp.from(before))
            .update()
        > 0;
  }

  static String kind(Audience audience) {
    if (audience instanceof Audience.Coordinator) {
      return "COORDINATOR";
    }
    if (id(audience) == null) {
      throw new IllegalArgumentException("no hotspots are kept for " + audience.key());
    }
    return audience instanceof Audience.Group ? "GROUP" : "ORGANISATION";
  }

  static @Nullable UUID id(Audience audience) {
    return switch (audience) {
      case Audience.Group(var id) -> id;
      case Audience.Organisation(var id) -> id;
      case Audience.Coordinator c -> null;
      case Audience.Leadership l -> null;
      case Audience.Public p -> null;
    };
  }
}
