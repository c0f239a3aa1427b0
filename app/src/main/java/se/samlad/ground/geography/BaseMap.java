package se.samlad.ground.geography;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samlad.ground.geography.tile.World;
import se.samlad.ground.storage.CurrentActor;

/** The base map of the acting municipality, read from its rows once for each state of them. */
@Service
@Transactional(readOnly = true)
public class BaseMap {

  /** Counts up when the same rows are to give other tiles. */
  private static final int FORMAT = 1;

  /** Municipalities whose maps are held in memory at a time. */
  private static final int HELD = 4;

  private final JdbcClient db;
  private final Map<UUID, BaseSheet> sheets = new LinkedHashMap<>(8, 0.75f, true);

  BaseMap(JdbcClient db) {
    this.db = db;
  }

  /** The map as its rows are now. */
  public BaseSheet sheet() {
    UUID municipality = CurrentActor.get().municipality().value();
    String build = build(municipality);
    synchronized (sheets) {
      BaseSheet held = sheets.get(municipality);
      if (held != null && held.build().equals(build)) {
        return held;
      }
    }
    BaseSheet read = read(build);
    synchronized (sheets) {
      sheets.put(municipality, read);
      if (sheets.size() > HELD) {
        sheets.remove(sheets.keySet().iterator().next());
      }
    }
    return read;
  }

  /**
   * A name for the state of the rows that every process arrives at: their number and the transaction that last wrote one of them. Rows
   * restored from a backup get another name, which costs a new fetch and nothing else.
   */
  private String build(UUID municipality) {
    String state =
        db.sql("""
            select (select count(*) || '.' || coalesce(max(cast(cast(xmin as text) as bigint)), 0)
                      from samlad.base_feature where municipality_id = :municipality)
                || '.' ||
                   (select count(*) || '.' || coalesce(max(cast(cast(xmin as text) as bigint)), 0)
                      from samlad.area where municipality_id = :municipality)
            """).param("municipality", municipality).query(String.class).single();
    return digest(municipality + " " + state + " " + FORMAT);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private BaseSheet read(String build) {
    WKTReader reader =
        new WKTReader(new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY));
    List<BaseFeature> features = new ArrayList<>();
    db.sql("""
            select feature_id, layer, class, name, min_zoom, wkt_sweref
              from samlad.base_feature
             order by feature_id
            """).withFetchSize(2000).query(row -> {
      features.add(new BaseFeature(
          row.getLong("feature_id"),
          row.getString("layer"),
          row.getString("class"),
          row.getString("name"),
          row.getInt("min_zoom"),
          sound(reader, row.getString("wkt_sweref"))));
    });
    List<BaseSheet.Outline> outlines = new ArrayList<>();
    db.sql("""
            select a.area_id, a.code, a.name, a.wkt_sweref
              from samlad.area a
              join samlad.area_layer l on l.municipality_id = a.municipality_id and l.layer = a.layer and l.main
             where a.wkt_sweref is not null
             order by a.name, a.area_id
            """).query(row -> {
      Geometry sweref = sound(reader, row.getString("wkt_sweref"));
      outlines.add(new BaseSheet.Outline(
          row.getObject("area_id", UUID.class),
          row.getString("code"),
          row.getString("name"),
          sweref,
          World.of(sweref)));
    });
    return new BaseSheet(build, features, outlines);
  }

  private static Geometry sound(WKTReader reader, String wkt) {
    try {
      Geometry geometry = reader.read(wkt);
      return geometry.getDimension() < 2 || geometry.isValid()
          ? geometry
          : GeometryFixer.fix(geometry);
    } catch (ParseException broken) {
      throw new IllegalStateException("the base map holds what is no geometry: " + wkt, broken);
    }
  }
}
