package se.samlad.ground.geography;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the map of the acting municipality calls things: areas, places, streets without their numbers, water and parks. */
@Service
public class MapNames {

  private final JdbcClient db;

  MapNames(JdbcClient db) {
    this.db = db;
  }

  @Transactional(readOnly = true)
  public List<String> list() {
    return db.sql("""
            select name
              from samlad.area
            union
            select regexp_replace(name, '\\s+[0-9].*$', '')
              from samlad.place
            union
            select name
              from samlad.base_feature
             where name is not null
            """).query(String.class).list();
  }
}
