package se.samlad.demo.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes simulated incidents set by set, so that a million takes minutes. Every draw is a hash of seed, incident and purpose: the same
 * incident comes out alike whatever the size of the sets.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SimulationStore {

  /** One die an incident and purpose: a number from 0 up to 1. */
  private static final String DIE =
      "(hashint8extended(cast(i as bigint), cast(:seed as bigint) + %d) & 2147483647) / 2147483648.0";

  private static final String DICE = "with dice as (select i, "
      + java.util.stream.IntStream.rangeClosed(1, 18)
          .mapToObj(n -> DIE.formatted(n) + " as u" + n)
          .collect(Collectors.joining(",\n"))
      + "\n  from generate_series(:first, :last) as i),\n";

  private static final String SPOTS = """
      create temp table spot on commit drop as
      select * from json_to_recordset(cast(:spots as json)) as spot (n int, area_id uuid, name text, lon float8, lat float8, easting float8, northing float8)
      """;

  private static final String DRAW = "create temp table made on commit drop as\n" + DICE + """
      kinds as (
        select d.*, 1 + width_bucket(u1, cast(:kindsUntil as float8[])) as kind,
               cast(:lastMonday as date) - 7 * (cast(:weeks as int) - 1 - least(cast(:weeks as int) - 1, cast(floor(cast(:weeks as int) * power((i - 0.5) / cast(:incidents as float8), 0.8)) as int))) as week,
               1 + width_bucket(u2, cast(:ownersUntil as float8[])) as owner,
               cast(floor(case when u3 < 0.45 then least(cast(:spotCount as int), 60) * power(u4, 3) else cast(:spotCount as int) * u4 end) as int) as n
          from dice d
      ), times as (
        select k.*, (cast(:codes as text[]))[kind] as code, (cast(:groups as text[]))[kind] as category_group,
               (cast(:coarse as boolean[]))[kind] as coarse_only,
               (cast(week as timestamp) + make_interval(
                  hours => case (cast(:rhythms as int[]))[kind] when 0 then width_bucket(u5, cast(:rhythm0 as float8[])) when 1 then width_bucket(u5, cast(:rhythm1 as float8[]))
                             when 2 then width_bucket(u5, cast(:rhythm2 as float8[])) when 3 then width_bucket(u5, cast(:rhythm3 as float8[])) else width_bucket(u5, cast(:rhythm4 as float8[])) end,
                  mins => 5 * cast(floor(12 * u6) as int))) at time zone 'Europe/Stockholm' as from_at
          from kinds k
      ), received as (
        select t.*, to_at, least(cast(:now as timestamptz), to_at + make_interval(mins => cast(case when u8 < 0.7 then 2 + 25 * u9 else 60 + 600 * u9 end as int))) as received_at
          from times t, lateral (select least(cast(:now as timestamptz), from_at + make_interval(mins => case when (cast(:found as boolean[]))[kind] and u7 < 0.55 then 180 + cast(720 * u9 as int) else 0 end)) as to_at) as ended
      )
      select r.i, r.week, r.code, r.category_group, r.owner, r.from_at, r.to_at, r.received_at, s.area_id,
             case when u10 < 0.07 then 'AREA' when u10 < 0.55 then 'EXACT' when u10 < 0.85 then 'ADDRESS' else 'STREET' end as precision_class,
             s.name, s.lon, s.lat, s.easting, s.northing,
             case when received_at > cast(:now as timestamptz) - interval '9 days' and u11 < 0.35 then 'NEW' when u11 < 0.02 then 'DISMISSED' when u11 < 0.03 then 'WITHDRAWN' else 'PASSED' end as state,
             least(cast(:now as timestamptz), received_at + make_interval(mins => 30 + cast(1200 * u12 as int))) as reviewed_at,
             case when u13 < 0.005 then array['TIME'] else '{}' end as flags,
             1 + cast(floor(3 * u14 * u14) as int) as severity,
             u15 as share_die, coarse_only, code = 'NARKOTIKA' as suspected,
             u16 < 0.063 as twice, 1 + (r.owner + cast(floor((cast(:ownerCount as int) - 1) * u17) as int)) % cast(:ownerCount as int) as witness, u18 as witness_die,
             """
      + uuid("received_at", "i", 'a') + " as incident_id, " + uuid("received_at", "i", 'b')
      + " as source_id, " + uuid("received_at", "i", 'c') + """
       as witness_id
        from received r
        join spot s on s.n = r.n
      """;

  private static final String INCIDENTS = """
      insert into samlad.incident (municipality_id, incident_id, number, created_at)
      select samlad.municipality(), incident_id, extract(year from received_at at time zone 'Europe/Stockholm') || '-' || i, received_at
        from made
       order by i
      """;

  /** The first source of each, and for some a second by another organisation an hour later. */
  private static final String SOURCES =
      """
      insert into samlad.incident_source (municipality_id, source_id, incident_id, owner_org, source_kind, state, sharing_class, category_group,
             area_id, week, flags, received_at, state_at, passed_at, version)
      select samlad.municipality(), source_id, incident_id, (cast(:owners as uuid[]))[owner],
             case when (cast(:guards as boolean[]))[owner] then 'GUARD_SYSTEM' else 'EARLIER_SYSTEM' end, state, %1$s, category_group,
             area_id, week, flags, received_at, case when state = 'NEW' then received_at else reviewed_at end,
             case when state = 'PASSED' then reviewed_at end, case when state = 'NEW' then 1 else 2 end
        from made
       union all
      select samlad.municipality(), witness_id, incident_id, (cast(:owners as uuid[]))[witness],
             case when (cast(:guards as boolean[]))[witness] then 'GUARD_SYSTEM' else 'EARLIER_SYSTEM' end, 'PASSED', %2$s, category_group,
             area_id, week, '{}', least(cast(:now as timestamptz), received_at + interval '50 minutes'), least(cast(:now as timestamptz), reviewed_at + interval '50 minutes'),
             least(cast(:now as timestamptz), reviewed_at + interval '50 minutes'), 2
        from made
       where twice and state = 'PASSED' and precision_class <> 'AREA'
      """.formatted(sharing("owner", "share_die"), sharing("witness", "witness_die"));

  private static final String DETAILS = """
      insert into samlad.incident_detail (municipality_id, source_id, owner_org, category_code, catalogue_version, from_at, to_at, lon, lat, easting,
             northing, precision_class, place_label, suspected, severity)
      select samlad.municipality(), source_id, (cast(:owners as uuid[]))[owner], code, :version, from_at, to_at,
             case when precision_class <> 'AREA' then lon end, case when precision_class <> 'AREA' then lat end,
             case when precision_class <> 'AREA' then easting end, case when precision_class <> 'AREA' then northing end,
             precision_class, name, suspected, severity
        from made
       union all
      select samlad.municipality(), witness_id, (cast(:owners as uuid[]))[witness], code, :version, from_at, to_at, lon, lat, easting, northing,
             precision_class, name, suspected, severity
        from made
       where twice and state = 'PASSED' and precision_class <> 'AREA'
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  SimulationStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** A place where things happen. */
  public record Spot(
      int n, UUID areaId, String name, double lon, double lat, double easting, double northing) {}

  /** What incidents are drawn from, each list in the order of its draws. */
  public record Urn(
      long seed,
      int incidents,
      int weeks,
      LocalDate lastMonday,
      Instant now,
      int catalogueVersion,
      List<Spot> spots,
      Map<String, String> lists) {
    public Urn {
      spots = List.copyOf(spots);
      lists = Map.copyOf(lists);
    }
  }

  /** Writes the incidents of a span of numbers, both ends included. */
  public void write(Urn urn, int ownerCount, int first, int last) {
    db.sql("set local statement_timeout = 0").update();
    db.sql("set local jit = off").update();
    db.sql(SPOTS)
        .param(
            "spots",
            json.writeValueAsString(urn.spots().stream()
                .map(spot -> Row.of(
                    "n", spot.n(),
                    "area_id", spot.areaId(),
                    "name", spot.name(),
                    "lon", spot.lon(),
                    "lat", spot.lat(),
                    "easting", spot.easting(),
                    "northing", spot.northing()))
                .toList()))
        .update();
    with(DRAW, urn)
        .param("ownerCount", ownerCount)
        .param("spotCount", urn.spots().size())
        .param("first", first)
        .param("last", last)
        .update();
    db.sql(INCIDENTS).update();
    with(SOURCES, urn).update();
    with(DETAILS, urn).update();
  }

  /** What the years' numbers have reached, how the units answered, and that the municipality is complete. */
  public void finish(Urn urn) {
    db.sql("set local statement_timeout = 0").update();
    db.sql("""
            insert into samlad.incident_number (municipality_id, year, last)
            select samlad.municipality(), year, :incidents
              from generate_series(extract(year from cast(:firstDay as date))::int, extract(year from cast(:now as timestamptz))::int) as year
            """)
        .param("incidents", urn.incidents())
        .param("firstDay", urn.lastMonday().minusWeeks(urn.weeks()))
        .param("now", Timestamp.from(urn.now()))
        .update();
    db.sql("""
            insert into samlad.unit_week (municipality_id, unit_id, period, organisation_id, reports, nothing)
            select samlad.municipality(), u.unit_id, to_char(w.week, 'IYYY"-W"IW'), u.organisation_id, greatest(1, w.reports / o.units), 0
              from samlad.unit u
              join (select organisation_id, count(*)::int as units from samlad.unit group by organisation_id) o on o.organisation_id = u.organisation_id
              join (select owner_org, week, count(*)::int as reports from samlad.incident_source group by owner_org, week) w on w.owner_org = u.organisation_id
             where hashtextextended(u.name || w.week, :seed) & 15 > 0
            """).param("seed", urn.seed()).update();
    db.sql("""
            update samlad.municipality
               set settings = settings || jsonb_build_object('simulated', jsonb_build_object('incidents', cast(:incidents as int), 'seed', cast(:seed as bigint)))
             where municipality_id = samlad.municipality()
            """).param("incidents", urn.incidents()).param("seed", urn.seed()).update();
  }

  private JdbcClient.StatementSpec with(String sql, Urn urn) {
    JdbcClient.StatementSpec statement = db.sql(sql);
    for (Map.Entry<String, String> list : urn.lists().entrySet()) {
      if (sql.contains(":" + list.getKey())) {
        statement = statement.param(list.getKey(), list.getValue());
      }
    }
    Map<String, Object> values = Map.of(
        "seed", urn.seed(),
        "incidents", urn.incidents(),
        "weeks", urn.weeks(),
        "lastMonday", urn.lastMonday(),
        "now", Timestamp.from(urn.now()),
        "version", urn.catalogueVersion());
    for (Map.Entry<String, Object> value : values.entrySet()) {
      if (sql.contains(":" + value.getKey())) {
        statement = statement.param(value.getKey(), value.getValue());
      }
    }
    return statement;
  }

  /** A list as PostgreSQL writes arrays. */
  public static String list(Iterable<?> values) {
    StringBuilder text = new StringBuilder("{");
    for (Object value : values) {
      text.append(text.length() > 1 ? "," : "").append(value);
    }
    return text.append('}').toString();
  }

  public static String list(double[] values) {
    return list(Arrays.stream(values).boxed().toList());
  }

  /** Version 7 of the moment of receipt, so that rows lie as those of a living system. */
  private static String uuid(String moment, String number, char part) {
    String hash = "md5(cast(:seed as text) || ':' || " + number + " || '" + part + "')";
    return "cast(lpad(to_hex(cast(extract(epoch from " + moment
        + ") * 1000 as bigint)), 12, '0') || '7' || substr(" + hash + ", 1, 3) || '8' || substr("
        + hash + ", 4, 15) as uuid)";
  }

  /** As in Lindesta, and one in fifty confidential. */
  private static String sharing(String owner, String die) {
    return """
        case when coarse_only then 'COARSE' when %2$s < 0.02 then 'OWNER' when %2$s < (cast(:coarseShares as float8[]))[%1$s] then 'COARSE'
             when %2$s > 0.8 and not (cast(:passesOwn as boolean[]))[%1$s] then 'GROUP_TEXT' else 'GROUP' end""".formatted(owner, die);
  }
}
