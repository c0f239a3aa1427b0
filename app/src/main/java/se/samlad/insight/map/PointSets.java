package se.samlad.insight.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.catalogue.Categories;
import se.samlad.catalogue.Category;
import se.samlad.catalogue.CategorySymbols;
import se.samlad.ground.access.Audiences;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Audience;
import se.samlad.ground.storage.Tenancy;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionSql;
import se.samlad.insight.Hotspot;

/**
 * The points of a selection for an audience, read once by row-level security's rules and held until an incident of the municipality
 * changes. All tiles of one map, and of all who look at the same with the same rights, are made from one reading.
 */
@Component
class PointSets {

  /** Points held at a time, over all selections: some 60 bytes each. */
  private static final int MOST_POINTS_HELD = 600_000;

  /** A selection of more is a {@link Crowd}. */
  static final int MOST_POINTS = 30_000;

  /** Rows brought in past the system's own verbs are seen after this long at the latest. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final JdbcClient db;
  private final Tenancy tenancy;
  private final Audiences audiences;
  private final Categories categories;
  private final CategorySymbols symbols;
  private final Clock clock;
  private final Map<Key, Held> held = new LinkedHashMap<>(16, 0.75f, true);
  private int heldPoints;

  PointSets(
      JdbcClient db,
      Tenancy tenancy,
      Audiences audiences,
      Categories categories,
      CategorySymbols symbols,
      Clock clock) {
    this.db = db;
    this.tenancy = tenancy;
    this.audiences = audiences;
    this.categories = categories;
    this.symbols = symbols;
    this.clock = clock;
  }

  /**
   * Points and the state they were read in.
   *
   * @param version changes when an answer made from the points may
   */
  record Read(MapPoints points, String version) {

    /** How many points are held for it. */
    int held() {
      return points instanceof PointSet set ? set.size() : 0;
    }
  }

  private record Key(Actor viewer, IncidentSelection selection) {}

  /** A reading that may still be on its way; whoever comes meanwhile waits for it. */
  private static final class Held {
    private @Nullable Read read;
    private @Nullable String state;
    private Instant since = Instant.EPOCH;
  }

  /** The points of a selection as the audience may see them; the caller has made sure the audience is the actor's to choose. */
  Read of(Audience audience, IncidentSelection selection) {
    Actor viewer = audiences.actor(audience);
    String state = tenancy.readAs(Actor.system(viewer.municipality()), this::newestChange);
    Key key = new Key(viewer, selection);
    Held entry;
    synchronized (held) {
      entry = held.computeIfAbsent(key, unknown -> new Held());
    }
    synchronized (entry) {
      Read read = entry.read;
      Instant now = clock.instant();
      if (read == null
          || !state.equals(entry.state)
          || Duration.between(entry.since, now).compareTo(LONGEST) > 0) {
        MapPoints points = Objects.requireNonNull(
            tenancy.readAs(viewer, () -> read(viewer, selection, MOST_POINTS)));
        String version = Integer.toHexString(key.hashCode()) + "." + state + "." + points.total();
        Read fresh = new Read(points, version);
        hold(fresh.held() - (read == null ? 0 : read.held()));
        entry.read = fresh;
        entry.state = state;
        entry.since = now;
        return fresh;
      }
      return read;
    }
  }

  private void hold(int more) {
    synchronized (held) {
      heldPoints += more;
      var oldest = held.entrySet().iterator();
      while ((heldPoints > MOST_POINTS_HELD || held.size() > 200) && held.size() > 1) {
        Read gone = oldest.next().getValue().read;
        heldPoints -= gone == null ? 0 : gone.held();
        oldest.remove();
      }
    }
  }

  /** What the newest change of the municipality's incidents was; two indexes answer it. */
  private String newestChange() {
    return db.sql("""
            select coalesce(extract(epoch from (select max(state_at) from samlad.incident_source
                                                 where municipality_id = (select samlad.municipality()))), 0)
                || '.' ||
                   coalesce(extract(epoch from (select max(at) from samlad.incident_event
                                                 where municipality_id = (select samlad.municipality()))), 0)
            """).query(String.class).single();
  }

  /** The selection of the transaction's viewer: points, or a crowd when there are more than so many. */
  MapPoints read(Actor viewer, IncidentSelection selection, int mostPoints) {
    SelectionSql sql = SelectionSql.of(selection);
    int some = sql.query(
            db,
            "select cast(count(*) as int) from (select 1 from incidents limit :most) as counted")
        .param("most", mostPoints + 1)
        .query(Integer.class)
        .single();
    return some > mostPoints ? crowd(viewer, selection, sql) : points(sql);
  }

  private PointSet points(SelectionSql sql) {
    Map<String, String> known = symbols.byGroup();
    Set<String> neverByPlace = neverByPlace();
    PointSet.Builder builder = new PointSet.Builder();
    sql.query(db, """
            select incident_id, category_group, category_code, area_id, easting, northing, precision_class
              from incidents
            """).withFetchSize(5000).query((RowCallbackHandler)
        row -> add(builder, row, known, neverByPlace));
    return builder.build();
  }

  /** Counts only; the points of a tile are read as the same viewer, when it is asked for. */
  private Crowd crowd(Actor viewer, IncidentSelection selection, SelectionSql sql) {
    Crowd.Builder builder = new Crowd.Builder();
    sql.query(db, """
            select area_id, cast(count(*) as int) as count, cell_column, cell_row,
                   cell_column is not null and precision_class <> 'CENTROID' and category_group <> all (:never) and category_code <> all (:never) as placed
              from incidents
             group by area_id, cell_column, cell_row, placed
            """)
        .param("never", neverByPlace().toArray(String[]::new))
        .query((RowCallbackHandler) row -> builder.add(
            row.getObject("area_id", UUID.class),
            row.getBoolean("placed")
                ? new Hotspot.Cell(row.getInt("cell_column"), row.getInt("cell_row"))
                : null,
            row.getInt("count")));
    return builder.build((columns, rows) -> Objects.requireNonNull(
        tenancy.readAs(viewer, () -> points(SelectionSql.inCells(selection, columns, rows)))));
  }

  private Set<String> neverByPlace() {
    return categories.current().stream()
        .filter(Category::coarseOnly)
        .map(Category::code)
        .collect(Collectors.toSet());
  }

  private static void add(
      PointSet.Builder builder, ResultSet row, Map<String, String> known, Set<String> neverByPlace)
      throws SQLException {
    builder.count(row.getObject("area_id", UUID.class));
    String group = row.getString("category_group");
    String code = row.getString("category_code");
    String precision = row.getString("precision_class");
    double easting = row.getDouble("easting");
    boolean placed = !row.wasNull() && precision != null && !precision.equals("CENTROID");
    if (!placed || neverByPlace.contains(group) || neverByPlace.contains(code)) {
      builder.addWithoutPoint();
      return;
    }
    PointSet.Kind kind = switch (precision) {
      case "STREET" -> PointSet.Kind.STREET;
      case "AREA" -> PointSet.Kind.AREA;
      default -> PointSet.Kind.POINT;
    };
    builder.addPoint(
        row.getObject("incident_id", UUID.class),
        easting,
        row.getDouble("northing"),
        kind,
        known.getOrDefault(group, CategorySymbols.OTHERS).charAt(3) - '0');
  }
}
