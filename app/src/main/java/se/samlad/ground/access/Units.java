package se.samlad.ground.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Ids;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.NotFound;

/** The units of the actor's municipality: who is expected to report for which areas. */
@Component
public class Units {

  private static final String SELECT = """
      select u.unit_id, u.organisation_id, u.name, u.active_from, u.active_to,
             array(select a.area_id from samlad.unit_area a
                    where a.municipality_id = u.municipality_id and a.unit_id = u.unit_id) as areas
        from samlad.unit u
       where u.municipality_id = :municipality
      """;

  private final JdbcClient db;
  private final Audit audit;

  Units(JdbcClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public List<Unit> list() {
    return db.sql(SELECT + " order by u.name, u.unit_id")
        .param("municipality", municipality())
        .query(Units::unit)
        .list();
  }

  @Transactional(readOnly = true)
  public List<Unit> listOf(UUID organisation) {
    return list().stream()
        .filter(unit -> unit.organisation().equals(organisation))
        .toList();
  }

  @Transactional(readOnly = true)
  public Optional<Unit> find(UUID id) {
    return db.sql(SELECT + " and u.unit_id = :id")
        .param("municipality", municipality())
        .param("id", id)
        .query(Units::unit)
        .optional();
  }

  @Transactional(readOnly = true)
  public Unit get(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("unit " + id));
  }

  @Transactional
  public Unit add(UUID organisation, String name, LocalDate activeFrom, Set<UUID> areas) {
    Unit unit = new Unit(Ids.next(), organisation, name, activeFrom, null, areas);
    try {
      db.sql("""
              insert into samlad.unit (municipality_id, unit_id, organisation_id, name, active_from)
              values (:municipality, :id, :organisation, :name, :activeFrom)
              """)
          .param("municipality", municipality())
          .param("id", unit.id())
          .param("organisation", organisation)
          .param("name", name)
          .param("activeFrom", activeFrom)
          .update();
    } catch (DuplicateKeyException e) {
      throw new InvalidInput("name", "access.problem.nameTaken", name);
    }
    cover(unit.id(), areas);
    audit.record("unit.add", "unit", unit.id(), Map.of("organisation", organisation));
    return unit;
  }

  /** Changes name, last day and areas. Past unit-weeks keep what was expected then through the first and last day. */
  @Transactional
  public void change(UUID id, String name, @Nullable LocalDate activeTo, Set<UUID> areas) {
    Unit unit = get(id);
    if (activeTo != null && activeTo.isBefore(unit.activeFrom())) {
      throw new InvalidInput("activeTo", "access.problem.endsBeforeStart", unit.activeFrom());
    }
    try {
      db.sql("""
              update samlad.unit
                 set name = :name, active_to = :activeTo
               where municipality_id = :municipality
                 and unit_id = :id
              """)
          .param("municipality", municipality())
          .param("id", id)
          .param("name", name)
          .param("activeTo", activeTo)
          .update();
    } catch (DuplicateKeyException e) {
      throw new InvalidInput("name", "access.problem.nameTaken", name);
    }
    cover(id, areas);
    audit.record("unit.change", "unit", id);
  }

  private void cover(UUID unit, Set<UUID> areas) {
    db.sql("delete from samlad.unit_area where municipality_id = :municipality and unit_id = :unit")
        .param("municipality", municipality())
        .param("unit", unit)
        .update();
    for (UUID area : areas) {
      db.sql("""
              insert into samlad.unit_area (municipality_id, unit_id, area_id)
              values (:municipality, :unit, :area)
              """)
          .param("municipality", municipality())
          .param("unit", unit)
          .param("area", area)
          .update();
    }
  }

  private static UUID municipality() {
    return CurrentActor.get().municipality().value();
  }

  private static Unit unit(ResultSet row, int n) throws SQLException {
    return new Unit(
        row.getObject("unit_id", UUID.class),
        row.getObject("organisation_id", UUID.class),
        row.getString("name"),
        row.getObject("active_from", LocalDate.class),
        row.getObject("active_to", LocalDate.class),
        Set.of((UUID[]) row.getArray("areas").getArray()));
  }
}
