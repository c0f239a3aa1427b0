package se.samlad.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ActorKind;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;

/**
 * An {@link IncidentSelection} as SQL: {@code with incidents as (...)}, one row an incident as the transaction's actor sees it, to be
 * followed by any {@code select ... from incidents}. The facts come from the visible source that tells most and came first; {@code sources}
 * counts the visible ones only. A source seen only coarsely has null as category, time and point.
 *
 * <p>The rows come in lanes that share none: incidents of one source that is seen precisely (one row of {@code incident_detail} each, in
 * the order of an index), of one source seen coarsely, and those of several sources, which alone need a window. Every lane is read
 * under row-level security; docs/decisions/0015 tells why there are lanes.
 *
 * <p>Columns: incident_id, number, source_id, owner_org, state, flags, category_group, category_code, area_id, week (Monday), from_at, to_at,
 * cell_column, cell_row (of the 250 m square), sorted_at, placed_at (sorted_at, or the start of the week where the time is not seen), received_at, lon, lat, easting, northing,
 * precision_class, place_label, severity, suspected, indoors, ongoing, sources, organisations.
 */
public record SelectionSql(List<String> lanes, Map<String, Object> parameters) {

  public SelectionSql {
    lanes = List.copyOf(lanes);
    parameters = Map.copyOf(parameters);
  }

  /** The selection for whoever acts in the transaction. */
  public static SelectionSql of(IncidentSelection selection) {
    return of(new SelectionConditions(selection));
  }

  /** What of the selection lies in one of the columns and one of the rows of the grid of 250 m squares. */
  public static SelectionSql inCells(
      IncidentSelection selection, Collection<Integer> columns, Collection<Integer> rows) {
    SelectionConditions conditions = new SelectionConditions(selection);
    conditions.cells(columns, rows);
    return of(conditions);
  }

  private static SelectionSql of(SelectionConditions conditions) {
    Coarse coarse = Coarse.of(CurrentActor.find());
    List<String> lanes = new ArrayList<>();
    lanes.add(PRECISE + " where d.lone" + conditions.precise("d"));
    if (conditions.coarsePossible()) {
      coarse.rules.forEach(
          rule -> lanes.add(COARSE + " where s.lone" + rule + conditions.coarse("s")));
    }
    lanes.add(several(conditions, coarse));
    return new SelectionSql(lanes, conditions.parameters());
  }

  /** The selection as {@code with incidents as (...)}, for any {@code select ... from incidents} after it. */
  public String with() {
    return WITH.formatted(String.join("\n   union all\n", lanes));
  }

  /** Starts a statement: the selection followed by the given query on {@code incidents}. */
  public JdbcClient.StatementSpec query(JdbcClient db, String select) {
    return db.sql(with() + select).params(parameters);
  }

  /**
   * Starts a statement that reads the newest rows that fulfil a condition on {@code incidents}, empty for none: so many of each lane in its
   * own order, then of all. The parameter {@code limit} is still to be given.
   */
  JdbcClient.StatementSpec newest(JdbcClient db, String condition) {
    String each = lanes.stream()
        .map(lane -> "(select incidents.* from (" + lane + ") as incidents"
            + (condition.isEmpty() ? "" : " where " + condition) + NEWEST + ")")
        .collect(Collectors.joining("\n   union all\n"));
    return db.sql(WITH.formatted(each) + "select * from incidents" + NEWEST).params(parameters);
  }

  private static final String NEWEST = " order by placed_at desc, incident_id desc limit :limit";

  private static final String WITH = """
      with incidents as (
        select lane.*,
               (select i.number from samlad.incident i where i.municipality_id = samlad.municipality() and i.incident_id = lane.incident_id) as number
          from (
      %s
          ) as lane
      )
      """;

  private static final String PRECISE = """
      select d.incident_id, d.source_id, d.owner_org, d.state, d.flags, d.category_group, d.area_id, d.week, d.received_at, d.category_code,
             d.from_at, d.to_at, d.lon, d.lat, d.easting, d.northing, d.precision_class, d.place_label, d.severity, d.suspected, d.indoors,
             d.ongoing, d.cell_column, d.cell_row, d.sorted_at, d.sorted_at as placed_at, cast(1 as bigint) as sources, array[d.owner_org] as organisations
        from samlad.incident_detail d
      """;

  /** A week alone is told: such a source is placed where its week begins. */
  private static final String WEEK_START =
      "cast(%s.week as timestamp) at time zone 'Europe/Stockholm'";

  private static final String COARSE = """
      select s.incident_id, s.source_id, s.owner_org, s.state, s.flags, s.category_group, s.area_id, s.week, s.received_at, cast(null as text) as category_code,
             cast(null as timestamptz) as from_at, cast(null as timestamptz) as to_at, cast(null as float8) as lon, cast(null as float8) as lat,
             cast(null as float8) as easting, cast(null as float8) as northing, cast(null as text) as precision_class, '' as place_label,
             cast(null as smallint) as severity, cast(null as boolean) as suspected, cast(null as boolean) as indoors, cast(null as boolean) as ongoing,
             cast(null as int) as cell_column, cast(null as int) as cell_row, cast(null as timestamptz) as sorted_at, %s as placed_at, cast(1 as bigint) as sources, array[s.owner_org] as organisations
        from samlad.incident_source s
      """.formatted(WEEK_START.formatted("s"));

  private static final String SEVERAL = """
      select p.incident_id, p.source_id, p.owner_org, p.state, p.flags, p.category_group, p.area_id, p.week, p.received_at, p.category_code,
             p.from_at, p.to_at, p.lon, p.lat, p.easting, p.northing, p.precision_class, p.place_label, p.severity, p.suspected, p.indoors,
             p.ongoing, p.cell_column, p.cell_row, p.sorted_at, p.placed_at, p.same as sources, p.owners as organisations
        from (select distinct on (seen.incident_id) seen.*,
                     count(*) over same as same,
                     array_agg(seen.owner_org) over same as owners
                from (%s) as seen
               where seen.incident_id in (%s)
              window same as (partition by seen.incident_id)
               order by seen.incident_id, seen.from_at is null, seen.received_at, seen.source_id) as p
       where true%s
      """;

  /**
   * Incidents of several sources. What is asked, at least one source must fulfil by itself: so the window is read over the incidents that
   * have such a one, and over all sources of theirs, whenever those began.
   */
  private static String several(SelectionConditions conditions, Coarse coarse) {
    List<String> seen = new ArrayList<>();
    List<String> fulfil = new ArrayList<>();
    seen.add(PRECISE + " where not d.lone" + conditions.several("d"));
    fulfil.add("select d.incident_id from samlad.incident_detail d where not d.lone"
        + conditions.precise("d"));
    for (String rule : coarse.rules) {
      seen.add(COARSE + " where not s.lone" + rule + conditions.several("s"));
      if (conditions.coarsePossible()) {
        fulfil.add("select s.incident_id from samlad.incident_source s where not s.lone" + rule
            + conditions.coarse("s"));
      }
    }
    return SEVERAL.formatted(
        String.join("\n   union all\n", seen),
        String.join("\n   union all\n", fulfil),
        conditions.facts("p"));
  }

  /**
   * Which sources somebody sees coarsely and not precisely, beside what row-level security lets through: none for those who see every
   * detail of what they see, so that for them nothing is asked.
   */
  private record Coarse(List<String> rules) {

    private static final String NOT_OWN =
        "\n   and not s.owner_org = any ((select samlad.coordinated())::uuid[])";
    private static final String SHARED_COARSELY = "\n   and s.reach = 1" + NOT_OWN;
    /** Leadership outside a group sees of finer sources what is coarse in them. */
    private static final String LED = """

           and s.reach >= 2
           and not (cardinality((select samlad.groups())::uuid[]) > 0
                    and ((select samlad.whole_municipality()) or coalesce(s.area_id = any ((select samlad.areas())::uuid[]), false)))""" + NOT_OWN;

    static Coarse of(Optional<Actor> actor) {
      boolean everything = actor
          .filter(who -> who.kind() == ActorKind.SYSTEM || who.has(Role.COORDINATOR))
          .isPresent();
      if (everything) {
        return new Coarse(List.of());
      }
      boolean leads = actor.filter(who -> who.has(Role.LEADERSHIP)).isPresent();
      return new Coarse(leads ? List.of(SHARED_COARSELY, LED) : List.of(SHARED_COARSELY));
    }
  }
}
