package se.samlad.insight.map;

import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import se.samlad.ground.geography.tile.World;
import se.samlad.insight.Hotspot;

/** Points counted in squares of the SWEREF 99 TM grid, the same squares as hotspots when the side is 250 m. */
final class CellCounts {

  /** Steps of colour, lightest first. */
  static final int CLASSES = 7;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** A square with something in it. */
  record Cell(String id, int count, int colour, Geometry world, Coordinate middle) {}

  private final STRtree cells = new STRtree();

  private CellCounts(int side, Map<Long, Integer> counts) {
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    counts.forEach((key, count) -> {
      Cell cell = cell(side, (int) (key >> 32), (int) (long) key, count, most);
      cells.insert(cell.world().getEnvelopeInternal(), cell);
    });
    cells.build();
  }

  static CellCounts of(int side, double[] easting, double[] northing) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 0; i < easting.length; i++) {
      long column = (long) Math.floor(easting[i] / side);
      long row = (long) Math.floor(northing[i] / side);
      counts.merge(column << 32 | row & 0xffffffffL, 1, Integer::sum);
    }
    return new CellCounts(side, counts);
  }

  /** Counts of 250 m squares by column and row, put together into larger ones. */
  static CellCounts of(int side, Map<Hotspot.Cell, Integer> squares) {
    int factor = side / Hotspot.Cell.METERS;
    Map<Long, Integer> counts = new HashMap<>();
    squares.forEach((square, count) -> {
      long column = Math.floorDiv(square.column(), factor);
      long row = Math.floorDiv(square.row(), factor);
      counts.merge(column << 32 | row & 0xffffffffL, count, Integer::sum);
    });
    return new CellCounts(side, counts);
  }

  Iterable<Cell> in(Envelope world) {
    @SuppressWarnings("unchecked")
    Iterable<Cell> found = cells.query(world);
    return found;
  }

  /** The step of colour of a count, by its logarithm against the largest, so that a few busy squares do not make all others alike. */
  static int colour(int count, int most) {
    return count <= 0
        ? 0
        : Math.clamp(
            (int) Math.ceil(CLASSES * Math.log1p(count) / Math.log1p(Math.max(most, CLASSES))),
            1,
            CLASSES);
  }

  private static Cell cell(int side, int column, int row, int count, int most) {
    double west = (double) column * side;
    double south = (double) row * side;
    Geometry square = GEOMETRY.toGeometry(new Envelope(west, west + side, south, south + side));
    return new Cell(
        side + "." + column + "." + row,
        count,
        colour(count, most),
        World.of(square),
        World.of(west + side / 2.0, south + side / 2.0));
  }
}
