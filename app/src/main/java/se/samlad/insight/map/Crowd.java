package se.samlad.insight.map;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import se.samlad.analysis.grid.Sweref99;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.ground.geography.tile.TileCut;
import se.samlad.ground.geography.tile.World;
import se.samlad.insight.Hotspot;

/**
 * A selection of more incidents than are worth holding one by one: counts of 250 m squares and areas. Points are drawn at the deepest zoom
 * alone, where those of a tile's few squares are read when asked for.
 */
final class Crowd implements MapPoints {

  /** Reads the points of the squares in some columns and rows of the grid. */
  @FunctionalInterface
  interface Reading extends BiFunction<Collection<Integer>, Collection<Integer>, PointSet> {}

  private final Map<Hotspot.Cell, Integer> squares;
  private final Map<UUID, Integer> byArea;
  private final int outsideAreas;
  private final int withoutPoint;
  private final int total;
  private final Reading reading;
  private final Map<Integer, CellCounts> cells = new ConcurrentHashMap<>();

  private Crowd(Builder builder, Reading reading) {
    squares = Collections.unmodifiableMap(new HashMap<>(builder.squares));
    byArea = Collections.unmodifiableMap(new HashMap<>(builder.byArea));
    outsideAreas = builder.outsideAreas;
    withoutPoint = builder.withoutPoint;
    total = builder.total;
    this.reading = reading;
  }

  @Override
  public int total() {
    return total;
  }

  @Override
  public int withoutPoint() {
    return withoutPoint;
  }

  @Override
  public int inArea(UUID area) {
    return byArea.getOrDefault(area, 0);
  }

  @Override
  public int outsideAreas() {
    return outsideAreas;
  }

  /** More than can be told apart, at every zoom but the deepest. */
  @Override
  public int busiestTile(int zoom) {
    return Integer.MAX_VALUE;
  }

  @Override
  public CellCounts cells(int sideMeters) {
    return cells.computeIfAbsent(sideMeters, side -> CellCounts.of(side, squares));
  }

  @Override
  public PointSet near(TileAddress address) {
    Envelope window = address.envelope(TileCut.MARGIN);
    Set<Integer> columns = new TreeSet<>();
    Set<Integer> rows = new TreeSet<>();
    for (Coordinate corner : new Coordinate[] {
      new Coordinate(window.getMinX(), window.getMinY()),
      new Coordinate(window.getMinX(), window.getMaxY()),
      new Coordinate(window.getMaxX(), window.getMinY()),
      new Coordinate(window.getMaxX(), window.getMaxY())
    }) {
      Sweref99.Point at = Sweref99.TM.project(World.lon(corner.x), World.lat(corner.y));
      Hotspot.Cell cell = Hotspot.Cell.of(at.easting(), at.northing());
      columns.add(cell.column());
      rows.add(cell.row());
    }
    return reading.apply(between(columns), between(rows));
  }

  @Override
  public PointSet inCells(Collection<Hotspot.Cell> place) {
    return reading
        .apply(
            place.stream().map(Hotspot.Cell::column).distinct().toList(),
            place.stream().map(Hotspot.Cell::row).distinct().toList())
        .inCells(place);
  }

  /** A tile may be wider than a square: what lies between its corners counts. */
  private static Set<Integer> between(Set<Integer> numbers) {
    Set<Integer> all = new TreeSet<>();
    for (int n = Collections.min(numbers); n <= Collections.max(numbers); n++) {
      all.add(n);
    }
    return all;
  }

  static final class Builder {
    private final Map<Hotspot.Cell, Integer> squares = new HashMap<>();
    private final Map<UUID, Integer> byArea = new HashMap<>();
    private int outsideAreas;
    private int withoutPoint;
    private int total;

    /** So many incidents of an area, in a square when they have a point to draw. */
    void add(@Nullable UUID area, Hotspot.@Nullable Cell square, int count) {
      total += count;
      if (area == null) {
        outsideAreas += count;
      } else {
        byArea.merge(area, count, Integer::sum);
      }
      if (square == null) {
        withoutPoint += count;
      } else {
        squares.merge(square, count, Integer::sum);
      }
    }

    Crowd build(Reading reading) {
      return new Crowd(this, reading);
    }
  }
}
