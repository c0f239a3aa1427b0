package se.samlad.ground.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.ground.geography.tile.World;

/** A town of 2 by 2 km on paper: streets in a grid, a river, a park, a railway, houses and two areas. Deterministic, for tests of drawing. */
public final class SmallTown {

  public static final double E = 500_000;
  public static final double N = 6_560_000;

  private final List<BaseFeature> features = new ArrayList<>();

  private SmallTown() {}

  public static List<BaseFeature> features() {
    SmallTown town = new SmallTown();
    town.land();
    town.streets();
    town.houses();
    town.names();
    return town.features;
  }

  /** Writes the town as the base map of the acting municipality. */
  public static void plant(JdbcClient db) {
    features().forEach(feature -> insert(db, feature));
  }

  static BaseSheet sheet() {
    return new BaseSheet(
        "test",
        features(),
        List.of(
            area("Centrum", "POLYGON ((0 0, 1100 0, 1100 2000, 0 2000, 0 0))"),
            area("Lindhem", "POLYGON ((1100 0, 2000 0, 2000 2000, 1100 2000, 1100 0))")));
  }

  private static BaseSheet.Outline area(String name, String wkt) {
    Geometry sweref = moved(wkt);
    return new BaseSheet.Outline(
        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        name,
        name,
        sweref,
        World.of(sweref));
  }

  /** A geometry given in metres from the town's corner. */
  public static Geometry moved(String wkt) {
    return org.locationtech.jts.geom.util.AffineTransformation.translationInstance(E, N)
        .transform(MapMark.geometry(wkt));
  }

  private void land() {
    add(
        "green",
        "forest",
        null,
        8,
        "POLYGON ((1500 0, 2000 0, 2000 500, 1750 620, 1500 300, 1500 0))");
    add(
        "green",
        "park",
        "Stadsparken",
        11,
        "POLYGON ((330 980, 520 980, 520 1180, 330 1180, 330 980))");
    add(
        "green",
        "pitch",
        null,
        13,
        "POLYGON ((1300 1500, 1400 1500, 1400 1560, 1300 1560, 1300 1500))");
    add(
        "water",
        "river",
        null,
        8,
        "LINESTRING (0 1300, 120 1000, 160 600, 420 240, 900 120, 2000 60)");
    add(
        "water",
        "lake",
        null,
        8,
        "POLYGON ((1700 1700, 1900 1650, 1960 1850, 1760 1950, 1700 1700))");
    add("contour", "contour", null, 13, "LINESTRING (1550 80, 1700 260, 1900 380)");
    add("rail", "railway", null, 11, "LINESTRING (0 520, 600 480, 1200 470, 2000 420)");
    add("boundary", "urban", null, 11, "LINESTRING (150 1750, 1600 1750, 1600 650)");
  }

  private void streets() {
    String[] across = {"Järnvägsgatan", "Storgatan", "Kvarngatan", "Torggatan", "Norra gatan"};
    for (int i = 0; i < across.length; i++) {
      int y = 600 + i * 200;
      add("road", i == 1 ? "street" : "local", across[i], 12, line(200, y, 1250, y - 40));
    }
    String[] along = {"Ågatan", "Skolgatan", "Parkgatan", "Smedjegatan", "Östra gatan", "Lindvägen"
    };
    for (int i = 0; i < along.length; i++) {
      int x = 200 + i * 210;
      add("road", i == 3 ? "street" : "local", along[i], 12, line(x, 600, x + 15, 1400));
    }
    add("road", "main", "Riksväg 50", 8, "LINESTRING (0 1850, 700 1800, 2000 1600)");
    add("road", "path", null, 14, "LINESTRING (330 980, 420 1080, 520 1180)");
    add(
        "square",
        "square",
        "Torget",
        13,
        "POLYGON ((650 790, 740 790, 740 900, 650 900, 650 790))");
  }

  private void houses() {
    for (int x = 230; x < 1200; x += 45) {
      for (int y = 630; y < 1380; y += 50) {
        if ((x + y) % 3 != 0) {
          add(
              "building",
              "house",
              null,
              14,
              String.format(
                  Locale.ROOT,
                  "POLYGON ((%1$d %3$d, %2$d %3$d, %2$d %4$d, %1$d %4$d, %1$d %3$d))",
                  x,
                  x + 22,
                  y,
                  y + 16));
        }
      }
    }
    add(
        "building",
        "public",
        "Lindskolan",
        14,
        "POLYGON ((1250 1050, 1340 1050, 1340 1120, 1290 1120, 1290 1160, 1250 1160, 1250 1050))");
  }

  private void names() {
    add("label", "place", "Torget", 13, "POINT (695 845)");
    add("label", "green", "Stadsparken", 13, "POINT (425 1080)");
    add("label", "station", "Lindesta C", 12, "POINT (800 500)");
    add("label", "water", "Lindån", 11, "POINT (300 400)");
    add("label", "place", "Lindskolan", 13, "POINT (1300 1010)");
  }

  private static String line(int x1, int y1, int x2, int y2) {
    return "LINESTRING (" + x1 + " " + y1 + ", " + x2 + " " + y2 + ")";
  }

  private void add(String layer, String kind, @Nullable String name, int minZoom, String wkt) {
    features.add(new BaseFeature(features.size() + 1L, layer, kind, name, minZoom, moved(wkt)));
  }

  private static void insert(JdbcClient db, BaseFeature feature) {
    Envelope extent = feature.sweref().getEnvelopeInternal();
    db.sql("""
            insert into samlad.base_feature (municipality_id, feature_id, layer, class, name, min_zoom, wkt_sweref,
                                             min_easting, min_northing, max_easting, max_northing)
            values (samlad.municipality(), :id, :layer, :class, :name, :zoom, :wkt, :minE, :minN, :maxE, :maxN)
            """)
        .param("id", feature.id())
        .param("layer", feature.layer())
        .param("class", feature.kind())
        .param("name", feature.name())
        .param("zoom", feature.minZoom())
        .param("wkt", feature.sweref().toText())
        .param("minE", extent.getMinX())
        .param("minN", extent.getMinY())
        .param("maxE", extent.getMaxX())
        .param("maxN", extent.getMaxY())
        .update();
  }
}
