package se.samlad.demo.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    Map<String, Area> byName = new HashMap<>();
    areas.main().forEach(area -> byName.put(area.name(), area));
    for (Town.District district : town.districts()) {
      db.sql("update samlad.area set population = :population where name = :name")
          .param("population", district.population())
          .param("name", district.name())
          .update();
    }
  }

  private static Map<String, Object> feature(int number, Town.Feature feature) {
    Envelope box = feature.geometry().getEnvelopeInternal();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("feature_id", number);
    row.put("layer", feature.layer());
    row.put("class", feature.kind());
    row.put("name", feature.name());
    row.put("min_zoom", feature.minZoom());
    row.put("wkt_sweref", feature.geometry().toText());
    row.put("min_easting", box.getMinX());
    row.put("min_northing", box.getMinY());
    row.put("max_easting", box.getMaxX());
    row.put("max_northing", box.getMaxY());
    return known(row);
  }

  private static Map<String, Object> place(Town.Spot spot, AreaLocator locator) {
    Sweref99.Geographic at = Sweref99.TM.unproject(spot.northing(), spot.easting());
    UUID area = locator.locate(spot.easting(), spot.northing()).map(Area::id).orElse(null);
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("place_id", Ids.next());
    row.put("name", spot.name());
    row.put("kind", spot.kind());
    row.put("lon", at.lon());
    row.put("lat", at.lat());
    row.put("easting", spot.easting());
    row.put("northing", spot.northing());
    row.put("area_id", area);
    return known(row);
  }

  @SuppressWarnings({"unchecked", "NullAway"})
  private static Map<String, Object> known(Map<String, @Nullable Object> row) {
    return (Map<String, Object>) (Map<String, ?>) row;
  }
}
