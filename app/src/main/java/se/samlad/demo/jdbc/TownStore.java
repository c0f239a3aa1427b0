package se.samlad.demo.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.demo.town.Town;
import se.samlad.ground.geography.Area;
import se.samlad.ground.geography.AreaLocator;
import se.samlad.ground.geography.Areas;
import se.samlad.ground.storage.Ids;

/** Writes a generated town: base map, populations of the areas, places and addresses. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TownStore {

  private final BulkRows rows;
  private final Areas areas;
  private final JdbcClient db;

  TownStore(BulkRows rows, Areas areas, JdbcClient db) {
    this.rows = rows;
    this.areas = areas;
    this.db = db;
  }

  public void write(Town town) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (Town.Feature feature : town.features()) {
      features.add(feature(features.size() + 1, feature));
    }
    rows.insert("base_feature", features);
    AreaLocator locator = areas.locator();
    rows.insert("place", town.spots().stream().map(spot -> place(spot, locator)).toList());
    for (Town.District district : town.districts()) {
      db.sql("update samlad.area set population = :population where name = :name")
          .param("population", district.population())
          .param("name", district.name())
          .update();
    }
  }

  private static Map<String, Object> feature(int number, Town.Feature feature) {
    Envelope box = feature.geometry().getEnvelopeInternal();
    return Row.of(
        "feature_id", number,
        "layer", feature.layer(),
        "class", feature.kind(),
        "name", feature.name(),
        "min_zoom", feature.minZoom(),
        "wkt_sweref", feature.geometry().toText(),
        "min_easting", box.getMinX(),
        "min_northing", box.getMinY(),
        "max_easting", box.getMaxX(),
        "max_northing", box.getMaxY());
  }

  private static Map<String, Object> place(Town.Spot spot, AreaLocator locator) {
    Sweref99.Geographic at = Sweref99.TM.unproject(spot.northing(), spot.easting());
    return Row.of(
        "place_id", Ids.next(),
        "name", spot.name(),
        "kind", spot.kind(),
        "lon", at.lon(),
        "lat", at.lat(),
        "easting", spot.easting(),
        "northing", spot.northing(),
        "area_id", locator.locate(spot.easting(), spot.northing()).map(Area::id).orElse(null));
  }
}
