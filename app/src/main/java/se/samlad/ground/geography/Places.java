package se.samlad.ground.geography;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The named places of the acting municipality (platsregister). */
@Service
@Transactional(readOnly = true)
public class Places {

  private static final String COLUMNS =
      "select place_id as id, name, kind, lon, lat, easting, northing, area_id from samlad.place\n";

  private final JdbcClient db;

  Places(JdbcClient db) {
    this.db = db;
  }

  /** The nearest place within a distance in metres. */
  public Optional<Place> nearest(double easting, double northing, double withinMeters) {
    return db.sql(COLUMNS + """
             where point(easting, northing) <@ circle(point(:easting, :northing), :within)
             order by point(easting, northing) <-> point(:easting, :northing), place_id
             limit 1
            """)
        .param("easting", easting)
        .param("northing", northing)
        .param("within", withinMeters)
        .query(Place.class)
        .optional();
  }

  /** Places other than plain addresses, by name: what a reporter chooses among without a map. */
  public List<Place> named() {
    return db.sql(COLUMNS + " where kind <> 'ADDRESS' order by name, place_id limit 2000")
        .query(Place.class)
        .list();
  }

  /** Places whose name begins with or holds the text, the beginning first. */
  public List<Place> search(String text, int limit) {
    return db.sql(COLUMNS + """
             where lower(name) like '%' || lower(:text) || '%' escape '!'
             order by lower(name) not like lower(:text) || '%' escape '!', length(name), name, place_id
             limit :limit
            """)
        .param("text", text.replace("!", "!!").replace("%", "!%").replace("_", "!_"))
        .param("limit", limit)
        .query(Place.class)
        .list();
  }
}
