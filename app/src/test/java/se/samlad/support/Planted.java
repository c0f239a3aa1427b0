package se.samlad.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Ids;

/** Incidents planted in a {@link TestTown}: {@code new Planted(town, db, owner).at(0.1, 0.1).in(area).began("2026-11-20T19:30").times(3)}. */
public final class Planted {

  private final TestTown town;
  private final JdbcClient db;
  private final UUID owner;
  private final List<Row> rows = new ArrayList<>();
  private UUID area;
  private double easting = TestTown.EASTING + 100;
  private double northing = TestTown.NORTHING + 100;
  private String code = "KLOTTER";
  private String group = "SKADEGORELSE";
  private String state = "PASSED";
  private String sharing = "GROUP";
  private String precision = "EXACT";

  private record Row(
      UUID source,
      UUID incident,
      String number,
      UUID owner,
      UUID area,
      double easting,
      double northing,
      String code,
      String group,
      String state,
      String sharing,
      String precision,
      Instant from,
      Instant to) {}

  public Planted(TestTown town, JdbcClient db, UUID owner) {
    this.town = town;
    this.db = db;
    this.owner = owner;
  }

  public Planted in(UUID somewhere) {
    area = somewhere;
    return this;
  }

  /** Kilometres from the town's corner. */
  public Planted at(double eastKm, double northKm) {
    easting = TestTown.EASTING + eastKm * 1000;
    northing = TestTown.NORTHING + northKm * 1000;
    return this;
  }

  public Planted of(String categoryGroup, String categoryCode) {
    group = categoryGroup;
    code = categoryCode;
    return this;
  }

  public Planted state(String newState) {
    state = newState;
    return this;
  }

  public Planted sharing(String newSharing) {
    sharing = newSharing;
    return this;
  }

  public Planted precision(String newPrecision) {
    precision = newPrecision;
    return this;
  }

  /** A moment of local time such as 2026-11-20T19:30. */
  public Planted began(String local) {
    Instant at = java.time.LocalDateTime.parse(local).atZone(IsoWeek.ZONE).toInstant();
    return between(at, at);
  }

  public Planted between(Instant from, Instant to) {
    rows.add(new Row(
        Ids.next(),
        Ids.next(),
        "P-" + Ids.next(),
        owner,
        area,
        easting,
        northing,
        code,
        group,
        state,
        sharing,
        precision,
        from,
        to));
    return this;
  }

  /** So many on the days of a week, one after another, in the evening. */
  public Planted inWeek(IsoWeek week, int times) {
    for (int i = 0; i < times; i++) {
      began(week.monday().plusDays(i % 7) + "T18:" + String.format("%02d", i % 60));
    }
    return this;
  }

  /** Writes what was planted since the last time. */
  public void write() {
    town.asSystem(() -> {
      db.sql("""
              insert into samlad.incident (municipality_id, incident_id, number, created_at)
              select samlad.municipality(), i, n, now() from unnest(cast(:i as uuid[]), cast(:n as text[])) as t (i, n)
              """).param("i", ids(Row::incident)).param("n", texts(Row::number)).update();
      db.sql("""
              insert into samlad.incident_source (municipality_id, source_id, incident_id, owner_org, source_kind, state, sharing_class,
                     category_group, area_id, week, received_at, state_at, passed_at)
              select samlad.municipality(), s, i, o, 'EARLIER_SYSTEM', st, sh, g, a, w, f, f, case when st = 'PASSED' then f end
                from unnest(cast(:s as uuid[]), cast(:i as uuid[]), cast(:o as uuid[]), cast(:st as text[]), cast(:sh as text[]),
                            cast(:g as text[]), cast(:a as uuid[]), cast(:w as date[]), cast(:f as timestamptz[])) as t (s, i, o, st, sh, g, a, w, f)
              """)
          .param("s", ids(Row::source))
          .param("i", ids(Row::incident))
          .param("o", ids(Row::owner))
          .param("st", texts(Row::state))
          .param("sh", texts(Row::sharing))
          .param("g", texts(Row::group))
          .param("a", ids(Row::area))
          .param(
              "w", texts(row -> LocalDate.from(IsoWeek.of(row.from()).monday()).toString()))
          .param("f", texts(row -> row.from().toString()))
          .update();
      db.sql("""
              insert into samlad.incident_detail (municipality_id, source_id, owner_org, category_code, catalogue_version, from_at, to_at, lon,
                     lat, easting, northing, precision_class, place_label)
              select samlad.municipality(), s, o, c, 1, f, t, lon, lat, e, n, p, ''
                from unnest(cast(:s as uuid[]), cast(:o as uuid[]), cast(:c as text[]), cast(:f as timestamptz[]), cast(:t as timestamptz[]),
                            cast(:lon as float8[]), cast(:lat as float8[]), cast(:e as float8[]), cast(:n as float8[]), cast(:p as text[]))
                     as t (s, o, c, f, t, lon, lat, e, n, p)
              """)
          .param("s", ids(Row::source))
          .param("o", ids(Row::owner))
          .param("c", texts(Row::code))
          .param("f", texts(row -> row.from().toString()))
          .param("t", texts(row -> row.to().toString()))
          .param("lon", texts(row -> String.valueOf(geographic(row).lon())))
          .param("lat", texts(row -> String.valueOf(geographic(row).lat())))
          .param("e", texts(row -> String.valueOf(row.easting())))
          .param("n", texts(row -> String.valueOf(row.northing())))
          .param("p", texts(Row::precision))
          .update();
    });
    rows.clear();
  }

  private static Sweref99.Geographic geographic(Row row) {
    return Sweref99.TM.unproject(row.northing(), row.easting());
  }

  private String[] texts(java.util.function.Function<Row, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private String ids(java.util.function.Function<Row, UUID> value) {
    return rows.stream()
        .map(value)
        .map(id -> id == null ? "NULL" : id.toString())
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }
}
