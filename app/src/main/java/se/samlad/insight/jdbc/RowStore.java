package se.samlad.insight.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.incident.IncidentSelection;
import se.samlad.incident.SelectionSql;
import se.samlad.insight.Hotspot;

/** The incidents of a selection, in the cells of a place when one is chosen, as whoever acts sees them. */
@Repository
public class RowStore {

  private static final String SELECT = """
      select incident_id, number, state, sorted_at, from_at, to_at, week, category_group, category_code, area_id, place_label,
             easting, northing, precision_class, organisations
        from incidents
       where true
      """;
  private static final String ORDER =
      " order by coalesce(sorted_at, cast(week as timestamp) at time zone 'Europe/Stockholm') desc, incident_id limit :limit";
  private static final String IN_CELLS = """
       and precision_class in ('EXACT', 'ADDRESS', 'STREET') and category_code <> all (:leftOut)
       and (cast(floor(easting / 250) as int), cast(floor(northing / 250) as int))
           in (select c, r from unnest(cast(:columns as int[]), cast(:rows as int[])) as cell (c, r))
      """;

  private final JdbcClient db;

  RowStore(JdbcClient db) {
    this.db = db;
  }

  /** A line of the list. Coarse ones have week, area and category group only. */
  public record Row(
      UUID id,
      String number,
      boolean reviewed,
      @Nullable Instant at,
      @Nullable Instant until,
      LocalDate week,
      String categoryGroup,
      @Nullable String categoryCode,
      @Nullable UUID area,
      String placeLabel,
      @Nullable Double easting,
      @Nullable Double northing,
      @Nullable String precision,
      List<UUID> organisations) {

    public Row {
      organisations = List.copyOf(organisations);
    }

    public String category() {
      return categoryCode == null ? categoryGroup : categoryCode;
    }
  }

  /** What a place holds: cells, and codes that do not count there. */
  public record Cells(List<Hotspot.Cell> cells, java.util.Set<String> leftOut) {
    public static final Cells EVERYWHERE = new Cells(List.of(), java.util.Set.of());

    public Cells {
      cells = List.copyOf(cells);
    }
  }

  public List<Row> list(IncidentSelection selection, Cells cells, int limit) {
    return statement(selection, cells, SELECT, ORDER)
        .param("limit", limit)
        .query((row, n) -> row(row))
        .list();
  }

  public int count(IncidentSelection selection, Cells cells) {
    return statement(
            selection, cells, "select cast(count(*) as int) from incidents where true\n", "")
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec statement(
      IncidentSelection selection, Cells cells, String select, String order) {
    SelectionSql sql = SelectionSql.of(selection);
    if (cells.cells().isEmpty()) {
      return sql.query(db, select + order);
    }
    return sql.query(db, select + IN_CELLS + order)
        .param("leftOut", cells.leftOut().toArray(String[]::new))
        .param("columns", ints(cells, Hotspot.Cell::column))
        .param("rows", ints(cells, Hotspot.Cell::row));
  }

  private static String ints(Cells cells, java.util.function.ToIntFunction<Hotspot.Cell> part) {
    return cells.cells().stream()
        .map(cell -> String.valueOf(part.applyAsInt(cell)))
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }

  private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
    Timestamp at = row.getTimestamp("sorted_at");
    Instant until = null;
    if (at != null) {
      long length =
          row.getTimestamp("to_at").getTime() - row.getTimestamp("from_at").getTime();
      until = at.toInstant().plusMillis(length);
    }
    return new Row(
        row.getObject("incident_id", UUID.class),
        row.getString("number"),
        row.getString("state").equals("PASSED"),
        at == null ? null : at.toInstant(),
        until,
        row.getObject("week", LocalDate.class),
        row.getString("category_group"),
        row.getString("category_code"),
        row.getObject("area_id", UUID.class),
        row.getString("place_label"),
        row.getObject("easting", Double.class),
        row.getObject("northing", Double.class),
        row.getString("precision_class"),
        List.of((UUID[]) row.getArray("organisations").getArray()));
  }
}
