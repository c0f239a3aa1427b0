package se.samlad.insight.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.samlad.analysis.Certainty;
import se.samlad.ground.geography.HotspotShape;
import se.samlad.ground.geography.MapMark;
import se.samlad.ground.geography.tile.GeoJson;
import se.samlad.ground.geography.tile.World;
import se.samlad.insight.Hotspot;

/** Hotspots as GeoJSON: for each its outline, drawn as on paper, and the point where its number stands. */
final class HotspotFeatures {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private HotspotFeatures() {}

  static Map<String, Object> of(List<Hotspot> hotspots) {
    List<Map<String, Object>> features = new ArrayList<>();
    for (Hotspot hotspot : hotspots) {
      Geometry outline = HotspotShape.around(MapMark.geometry(hotspot.wktSweref()));
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("id", hotspot.id().toString());
      properties.put("slag", "hotspot");
      properties.put("nummer", hotspot.rank());
      properties.put("namn", hotspot.name());
      properties.put("antal", hotspot.figure().value());
      properties.put("sakerhet", stroke(hotspot.certainty()));
      features.add(GeoJson.feature(World.degrees(outline), properties));
      features.add(GeoJson.feature(
          World.degrees(GEOMETRY.createPoint(HotspotShape.number(outline))), properties));
    }
    return GeoJson.collection(features);
  }

  /** As {@link MapMark.Outline} calls certainty. */
  private static String stroke(Certainty certainty) {
    return certainty == Certainty.UNCERTAIN ? "unsure" : certainty.name().toLowerCase(Locale.ROOT);
  }
}
