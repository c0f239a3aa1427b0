package se.samlad.problem.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samlad.ground.disclosure.Figure;
import se.samlad.problem.NewProblem;
import se.samlad.problem.Problem;
import se.samlad.problem.ProblemStatus;

/** Reads and writes problems. */
@Repository
public class ProblemStore {

  private static final String SELECT = """
      select problem_id, group_id, title, place_label, area_id, easting, northing, outline_sweref, categories, from_day, to_day, hotspot_id,
             figure_value, expected_lower, expected_upper, expected_level, figure_sources, figure_answered, figure_asked, figure_as_of,
             certainty, created_at, status, lifted_to, version
        from samlad.problem
      """;

  private final JdbcClient db;

  ProblemStore(JdbcClient db) {
    this.db = db;
  }

  public Optional<Problem> find(UUID id) {
    return db.sql(SELECT + " where problem_id = :id")
        .param("id", id)
        .query(ProblemStore::problem)
        .optional();
  }

  public Optional<Problem> findOfHotspot(UUID hotspot, UUID group) {
    return db.sql(SELECT + " where hotspot_id = :hotspot and group_id = :group")
        .param("hotspot", hotspot)
        .param("group", group)
        .query(ProblemStore::problem)
        .optional();
  }

  public List<Problem> list(UUID group) {
    return db.sql(SELECT + " where group_id = :group order by created_at desc, problem_id")
        .param("group", group)
        .query(ProblemStore::problem)
        .list();
  }

  /** Problems in one of the statuses, worked on by the group unless it is null; the newest first. */
  public List<Problem> search(List<ProblemStatus> statuses, @Nullable UUID group) {
    return db.sql(SELECT + """
             where status = any (:statuses)
               and (cast(:group as uuid) is null or group_id = :group or :group = any (lifted_to))
             order by created_at desc, problem_id
            """)
        .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
        .param("group", group)
        .query(ProblemStore::problem)
        .list();
  }

  /** Locks the problem for a change. */
  public Optional<Problem> hold(UUID id) {
    return db.sql(SELECT + " where problem_id = :id for update")
        .param("id", id)
        .query(ProblemStore::problem)
        .optional();
  }

  public void status(UUID id, ProblemStatus status) {
    db.sql(
            "update samlad.problem set status = :status, version = version + 1 where problem_id = :id")
        .param("status", status.name())
        .param("id", id)
        .update();
  }

  public void lift(UUID id, UUID group) {
    db.sql("""
            update samlad.problem set lifted_to = lifted_to || cast(:group as uuid), version = version + 1 where problem_id = :id
            """).param("group", group).param("id", id).update();
  }

  public List<Problem> page(int limit, int offset) {
    return db.sql(SELECT + " order by created_at desc, problem_id limit :limit offset :offset")
        .param("limit", limit)
        .param("offset", offset)
        .query(ProblemStore::problem)
        .list();
  }

  /** Adds the problem; false when the group already has one of the same hotspot. */
  public boolean add(UUID id, NewProblem problem, Instant now, @Nullable UUID by) {
    Figure figure = problem.figure();
    Figure.Expected expected = figure == null ? null : figure.expected().orElse(null);
    return db.sql("""
                insert into samlad.problem
                       (municipality_id, problem_id, group_id, title, place_label, area_id, easting, northing, outline_sweref, categories,
                        from_day, to_day, hotspot_id, figure_value, expected_lower, expected_upper, expected_level, figure_sources,
                        figure_answered, figure_asked, figure_as_of, certainty, created_at, created_by)
                values (samlad.municipality(), :id, :group, :title, :place, :area, :easting, :northing, :outline, :categories,
                        :from, :to, :hotspot, :value, :lower, :upper, :level, :sources, :answered, :asked, :asOf, :certainty, :now, :by)
                on conflict (municipality_id, group_id, hotspot_id) where hotspot_id is not null do nothing
                """)
            .param("id", id)
            .param("group", problem.group())
            .param("title", problem.title())
            .param("place", problem.place())
            .param("area", problem.areaId())
            .param("easting", problem.easting())
            .param("northing", problem.northing())
            .param("outline", problem.outline())
            .param("categories", problem.categories().toArray(String[]::new))
            .param("from", problem.from())
            .param("to", problem.to())
            .param("hotspot", problem.hotspot())
            .param("value", figure == null ? null : figure.value())
            .param("lower", expected == null ? null : expected.lower())
            .param("upper", expected == null ? null : expected.upper())
            .param("level", expected == null ? null : expected.level())
            .param("sources", figure == null ? null : figure.sources())
            .param("answered", figure == null ? null : figure.answered())
            .param("asked", figure == null ? null : figure.asked())
            .param("asOf", figure == null ? null : Timestamp.from(figure.asOf()))
            .param("certainty", problem.certainty())
            .param("now", Timestamp.from(now))
            .param("by", by)
            .update()
        == 1;
  }

  private static Problem problem(ResultSet row, int n) throws SQLException {
    return new Problem(
        row.getObject("problem_id", UUID.class),
        row.getObject("group_id", UUID.class),
        row.getString("title"),
        row.getString("place_label"),
        row.getObject("area_id", UUID.class),
        row.getObject("easting", Double.class),
        row.getObject("northing", Double.class),
        row.getString("outline_sweref"),
        List.of((String[]) row.getArray("categories").getArray()),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        row.getObject("hotspot_id", UUID.class),
        figure(row),
        row.getString("certainty"),
        row.getTimestamp("created_at").toInstant(),
        ProblemStatus.valueOf(row.getString("status")),
        List.of((UUID[]) row.getArray("lifted_to").getArray()),
        row.getInt("version"));
  }

  private static @Nullable Figure figure(ResultSet row) throws SQLException {
    Integer value = row.getObject("figure_value", Integer.class);
    if (value == null) {
      return null;
    }
    Integer lower = row.getObject("expected_lower", Integer.class);
    Optional<Figure.Expected> expected = lower == null
        ? Optional.empty()
        : Optional.of(new Figure.Expected(
            lower, row.getInt("expected_upper"), row.getDouble("expected_level")));
    return new Figure(
        value,
        expected,
        row.getInt("figure_sources"),
        row.getInt("figure_answered"),
        row.getInt("figure_asked"),
        row.getTimestamp("figure_as_of").toInstant());
  }
}
