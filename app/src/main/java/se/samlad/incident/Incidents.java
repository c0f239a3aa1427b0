package se.samlad.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.calendar.IsoWeek;

/** Answers {@link IncidentSelection}s for whoever acts: rows, counts, one incident. Figures build on the same SQL, see {@link SelectionSql}. */
@Service
@Transactional(readOnly = true)
public class Incidents {

  private static final String ORDER = " order by placed_at desc, incident_id desc\n";

  private static final int LOOK_BACK_WEEKS = 4;

  /** What of a selection is listed. */
  public enum Refine {
    ALL(""),
    /** With a text that somebody must look at. */
    TEXT("""
         exists (select 1 from samlad.incident_source f
                  where f.incident_id = incidents.incident_id and 'TEXT' = any (f.flags) and f.state in ('NEW', 'PASSED'))
        """),
    /** With a time in doubt or a correction that waits. */
    MENDS("""
          exists (select 1 from samlad.incident_source f
                   where f.incident_id = incidents.incident_id and f.flags && array['TIME', 'PROPOSAL'] and f.state in ('NEW', 'PASSED'))
          """),
    /** With others near in place, time and kind: perhaps the same. */
    SIMILAR(DuplicateSuggestions.EXISTS);

    private final String where;

    Refine(String where) {
      this.where = where;
    }
  }

  private final JdbcClient db;

  Incidents(JdbcClient db) {
    this.db = db;
  }

  /** A page of the selection, newest first. */
  public List<IncidentRow> list(IncidentSelection selection, int limit, int offset) {
    return SelectionSql.of(selection)
        .query(db, "select * from incidents" + ORDER + " limit :limit offset :offset")
        .param("limit", limit)
        .param("offset", offset)
        .query(ROW)
        .list();
  }

  /** A page of the selection from a place in it, newest first; rows that come in meanwhile neither repeat nor push out others. */
  public IncidentPage page(
      IncidentSelection selection, int limit, Optional<IncidentPage.Place> after) {
    return page(selection, Refine.ALL, limit, after);
  }

  /**
   * A page of what is refined. The newest rows of a long period are looked for in its last weeks first: rows are in order of time, so a
   * page found there is the page.
   */
  public IncidentPage page(
      IncidentSelection selection, Refine refine, int limit, Optional<IncidentPage.Place> after) {
    IncidentSelection ahead = after.map(place -> until(selection, place)).orElse(selection);
    LocalDate from = ahead.to().with(DayOfWeek.MONDAY).minusWeeks(LOOK_BACK_WEEKS);
    if (selection.by() == IncidentSelection.By.EVENT && from.isAfter(ahead.from())) {
      IncidentPage page = read(ahead.withPeriod(from, ahead.to()), refine, limit, after);
      if (page.next().isPresent()) {
        return page;
      }
    }
    return read(ahead, refine, limit, after);
  }

  /** Nothing after the place begins on a later day. */
  private static IncidentSelection until(IncidentSelection selection, IncidentPage.Place place) {
    LocalDate after = place.at().atZone(IsoWeek.ZONE).toLocalDate().plusDays(1);
    return selection.by() == IncidentSelection.By.EVENT
            && after.isBefore(selection.to())
            && after.isAfter(selection.from())
        ? selection.withPeriod(selection.from(), after)
        : selection;
  }

  private IncidentPage read(
      IncidentSelection selection, Refine refine, int limit, Optional<IncidentPage.Place> after) {
    String beyond = after.isEmpty() ? "" : "(placed_at, incident_id) < (:at, :id)";
    JdbcClient.StatementSpec query =
        SelectionSql.of(selection).newest(db, and(beyond, refine.where)).param("limit", limit + 1);
    if (after.isPresent()) {
      query = query
          .param("at", Timestamp.from(after.get().at()))
          .param("id", after.get().id());
    }
    return IncidentPage.of(query.query(ROW).list(), limit);
  }

  public int count(IncidentSelection selection) {
    return count(selection, Refine.ALL);
  }

  public int count(IncidentSelection selection, Refine refine) {
    return SelectionSql.of(selection)
        .query(db, "select count(*) from incidents" + where("", refine.where))
        .query(Integer.class)
        .single();
  }

  /** Hands every row of the selection to a consumer, in order, without holding them all. */
  public void forEach(IncidentSelection selection, Consumer<IncidentRow> consumer) {
    forEach(selection, Refine.ALL, consumer);
  }

  public void forEach(IncidentSelection selection, Refine refine, Consumer<IncidentRow> consumer) {
    SelectionSql.of(selection)
        .query(db, "select * from incidents" + where("", refine.where) + ORDER)
        .withFetchSize(2000)
        .query((org.springframework.jdbc.core.RowCallbackHandler) row -> consumer.accept(row(row)));
  }

  /** One incident as the actor sees it, whatever its period or review state; a merged one leads to the one it went into. */
  public Optional<IncidentRow> find(UUID incident) {
    return db.sql("""
            with recursive lead (incident_id, merged_into) as (
              select incident_id, merged_into from samlad.incident where incident_id = :incident
               union
              select i.incident_id, i.merged_into from lead join samlad.incident i on i.incident_id = lead.merged_into
            ), seen as (
              select s.incident_id, s.source_id, s.owner_org, s.state, s.flags, s.category_group, s.area_id, s.week, s.received_at,
                     d.category_code, d.from_at, d.to_at, d.lon, d.lat, d.easting, d.northing, d.precision_class,
                     coalesce(d.place_label, '') as place_label, d.severity, d.suspected, d.indoors, d.ongoing,
                     count(*) over () as sources, array_agg(s.owner_org) over () as organisations
                from samlad.incident_source s
                left join samlad.incident_detail d on d.municipality_id = s.municipality_id and d.source_id = s.source_id
               where s.incident_id = (select incident_id from lead where merged_into is null))
            select seen.*, i.number
              from seen
              join samlad.incident i on i.incident_id = seen.incident_id
             order by seen.state in ('DISMISSED', 'WITHDRAWN'), seen.from_at is null, seen.received_at, seen.source_id
             limit 1
            """).param("incident", incident).query(ROW).optional();
  }

  private static String and(String... conditions) {
    return java.util.Arrays.stream(conditions)
        .filter(condition -> !condition.isEmpty())
        .collect(java.util.stream.Collectors.joining(" and "));
  }

  private static String where(String... conditions) {
    String all = and(conditions);
    return all.isEmpty() ? "" : " where " + all;
  }

  private static final RowMapper<IncidentRow> ROW = (row, n) -> row(row);

  private static IncidentRow row(ResultSet row) throws SQLException {
    return new IncidentRow(
        row.getObject("incident_id", UUID.class),
        row.getString("number"),
        row.getObject("source_id", UUID.class),
        row.getObject("owner_org", UUID.class),
        SourceState.valueOf(row.getString("state")),
        List.of((String[]) row.getArray("flags").getArray()),
        row.getString("category_group"),
        row.getString("category_code"),
        row.getObject("area_id", UUID.class),
        row.getObject("week", LocalDate.class),
        instant(row, "from_at"),
        instant(row, "to_at"),
        row.getTimestamp("received_at").toInstant(),
        row.getObject("lon", Double.class),
        row.getObject("lat", Double.class),
        row.getObject("easting", Double.class),
        row.getObject("northing", Double.class),
        row.getString("precision_class"),
        row.getString("place_label"),
        row.getObject("severity", Integer.class),
        row.getBoolean("suspected"),
        row.getBoolean("indoors"),
        row.getBoolean("ongoing"),
        row.getInt("sources"),
        List.of((UUID[]) row.getArray("organisations").getArray()));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
