package se.samlad.insight.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import se.samlad.ground.disclosure.SmallNumbers;
import se.samlad.ground.geography.BaseSheet;
import se.samlad.ground.geography.tile.GeoJson;
import se.samlad.ground.geography.tile.World;
import se.samlad.ground.storage.Audience;

/**
 * How many of a selection lie in each area, as GeoJSON with outlines. Everything counts here, what has no point of its own too. Outside
 * the EST group one to four is not told, and then no sum either, from which it could be worked out.
 */
final class AreaFeatures {

  private AreaFeatures() {}

  static Map<String, Object> of(BaseSheet sheet, MapPoints points, Audience audience) {
    int most = sheet.outlines().stream()
        .mapToInt(area -> points.inArea(area.id()))
        .max()
        .orElse(0);
    boolean hidden = false;
    List<Map<String, Object>> features = new ArrayList<>();
    for (BaseSheet.Outline area : sheet.outlines()) {
      int count = points.inArea(area.id());
      OptionalInt shown = SmallNumbers.shown(count, audience);
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("id", area.id().toString());
      properties.put("slag", "omrade");
      properties.put("namn", area.name());
      properties.put("klass", CellCounts.colour(count, most));
      if (shown.isPresent()) {
        properties.put("antal", shown.getAsInt());
      } else {
        hidden = true;
      }
      features.add(GeoJson.feature(degrees(area.sweref()), properties));
    }
    Map<String, Object> collection = new LinkedHashMap<>(GeoJson.collection(features));
    OptionalInt outside = SmallNumbers.shown(points.outsideAreas(), audience);
    outside.ifPresent(count -> collection.put("utanOmrade", count));
    if (!hidden && outside.isPresent()) {
      collection.put("totalt", points.total());
      collection.put("utanPunkt", points.withoutPoint());
    }
    return collection;
  }

  private static Geometry degrees(Geometry sweref) {
    return World.degrees(TopologyPreservingSimplifier.simplify(sweref, 2));
  }
}
