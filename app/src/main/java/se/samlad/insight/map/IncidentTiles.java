package se.samlad.insight.map;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.ground.geography.tile.TileCut;
import se.samlad.ground.geography.tile.VectorTile;

/**
 * Incidents of a selection in one tile. At each zoom the whole selection is drawn one way, so that a place is never drawn twice: as
 * symbols and circles where no tile would hold too many to tell apart, else as squares with counts. Layers: {@code punkter},
 * {@code cirklar}, {@code celler} and {@code cellnummer}.
 */
final class IncidentTiles {

  /** The deepest zoom with tiles of its own; there points are always drawn. */
  static final int DEEPEST = 16;

  /** More symbols in one tile are slow to draw and no help to read. */
  private static final int MOST_IN_TILE = 600;

  /** More in an eighth of a tile's side, 64 pixels, lie on top of each other. */
  private static final int MOST_IN_EIGHTH = 40;

  /** Far out a heap says less than its number. */
  private static final int MOST_IN_EIGHTH_FAR_OUT = 8;

  private static final int FINEST_CELL_ZOOM = 13;
  private static final int FINEST_CELL = 250;
  private static final int COARSEST_CELL = 64_000;

  /** Tile units between symbols that would lie on each other: 9 pixels. */
  private static final double APART = 72;

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private IncidentTiles() {}

  static byte[] make(MapPoints points, TileAddress address) {
    VectorTile tile = new VectorTile();
    if (pointsAt(points, address.z())) {
      points(points.near(address), address, tile);
    } else {
      cells(points, address, tile);
    }
    return tile.toBytes();
  }

  /** Whether each incident is drawn by itself at the zoom. */
  static boolean pointsAt(MapPoints points, int zoom) {
    int most = zoom >= FINEST_CELL_ZOOM ? MOST_IN_EIGHTH : MOST_IN_EIGHTH_FAR_OUT;
    return zoom >= DEEPEST
        || points.busiestTile(zoom) <= MOST_IN_TILE && points.busiestTile(zoom + 3) <= most;
  }

  /** The side of squares at a zoom, metres. */
  static int cellSide(int zoom) {
    return zoom >= FINEST_CELL_ZOOM
        ? FINEST_CELL
        : Math.min(COARSEST_CELL, FINEST_CELL << FINEST_CELL_ZOOM - zoom);
  }

  private static void points(PointSet points, TileAddress address, VectorTile tile) {
    Envelope window = address.envelope(TileCut.MARGIN);
    Map<Coordinate, Integer> stacked = new HashMap<>();
    for (int i = 0; i < points.size(); i++) {
      double x = points.x(i);
      double y = points.y(i);
      if (!window.covers(x, y)) {
        continue;
      }
      double scale = VectorTile.EXTENT / address.side();
      Coordinate at = new Coordinate(
          Math.rint((x - address.left()) * scale), Math.rint((y - address.top()) * scale));
      PointSet.Kind kind = points.kind(i);
      if (kind == PointSet.Kind.POINT) {
        int before = stacked.merge(at, 1, Integer::sum) - 1;
        tile.layer("punkter").add(0, spread(at, before), attributes(points, i));
      } else {
        Map<String, Object> attributes = attributes(points, i);
        attributes.put("meter", kind.meters());
        tile.layer("cirklar").add(0, GEOMETRY.createPoint(at), attributes);
      }
    }
  }

  /** Incidents at the very same place stand beside each other, as seeds in a flower. */
  private static Point spread(Coordinate at, int before) {
    double distance = APART * Math.sqrt(before);
    double angle = before * GOLDEN_ANGLE;
    return GEOMETRY.createPoint(
        new Coordinate(at.x + distance * Math.cos(angle), at.y + distance * Math.sin(angle)));
  }

  private static Map<String, Object> attributes(PointSet points, int i) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("id", points.id(i).toString());
    attributes.put("slag", "handelse");
    attributes.put("antal", 1);
    attributes.put("symbol", "kat" + points.symbol(i));
    return attributes;
  }

  private static void cells(MapPoints points, TileAddress address, VectorTile tile) {
    TileCut cut = new TileCut(address);
    Envelope own = address.envelope(0);
    for (CellCounts.Cell cell : points.cells(cellSide(address.z())).in(cut.envelope())) {
      Map<String, Object> attributes = new LinkedHashMap<>();
      attributes.put("id", cell.id());
      attributes.put("slag", "cell");
      attributes.put("antal", cell.count());
      attributes.put("klass", cell.colour());
      cut.cut(cell.world()).ifPresent(units -> tile.layer("celler").add(0, units, attributes));
      if (own.covers(cell.middle())) {
        cut.cut(GEOMETRY.createPoint(cell.middle()))
            .ifPresent(units -> tile.layer("cellnummer").add(0, units, attributes));
      }
    }
  }
}
