package se.samlad.ground.geography;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The areas of the acting municipality. */
@Service
@Transactional(readOnly = true)
public class Areas {

  private static final String COLUMNS =
      "select a.area_id as id, a.layer, a.code, a.name, a.wkt_sweref, a.population from samlad.area a\n";

  private final JdbcClient db;

  Areas(JdbcClient db) {
    this.db = db;
  }

  /** The areas incidents are assigned to and groups cover, by name. */
  public List<Area> main() {
    return db.sql(COLUMNS + """
              join samlad.area_layer l on l.municipality_id = a.municipality_id and l.layer = a.layer and l.main
             order by a.name, a.area_id
            """).query(Area.class).list();
  }

  public Optional<Area> find(UUID id) {
    return db.sql(COLUMNS + " where a.area_id = :id")
        .param("id", id)
        .query(Area.class)
        .optional();
  }

  /** An area of the main layer by its code, or of any layer when the main one has it not. */
  public Optional<Area> findByCode(String code) {
    return db.sql(COLUMNS + """
              join samlad.area_layer l on l.municipality_id = a.municipality_id and l.layer = a.layer
             where a.code = :code
             order by l.main desc, a.layer
             limit 1
            """).param("code", code).query(Area.class).optional();
  }

  /** Reads the main layer's polygons once and then tells which area a point lies in. */
  public AreaLocator locator() {
    return new AreaLocator(main());
  }
}
