package se.samlad.insight.map;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import se.samlad.ground.geography.tile.TileAddress;
import se.samlad.ground.geography.tile.World;
import se.samlad.insight.Hotspot;

/**
 * What of a selection can be drawn, in plain arrays: where each incident lies in the world square and what stands for it. What has no
 * point of its own (seen coarsely, known by its area's middle, or never shown by place) is counted, in all and by area.
 */
final class PointSet implements MapPoints {

  /** How exactly a point is known. */
  enum Kind {
    POINT(0),
    STREET(75),
    AREA(250);

    private final int meters;

    Kind(int meters) {
      this.meters = meters;
    }

    /** Radius of the circle it is drawn as; 0 for a symbol. */
    int meters() {
      return meters;
    }
  }

  private static final Kind[] KINDS = Kind.values();

  private final int size;
  private final double[] x;
  private final double[] y;
  private final double[] easting;
  private final double[] northing;
  private final long[] idMost;
  private final long[] idLeast;
  private final byte[] kind;
  private final byte[] symbol;
  private final int withoutPoint;
  private final Map<UUID, Integer> byArea;
  private final int outsideAreas;
  private final Map<Integer, Integer> busiest = new ConcurrentHashMap<>();
  private final Map<Integer, CellCounts> cells = new ConcurrentHashMap<>();

  private PointSet(Builder builder) {
    size = builder.size;
    x = Arrays.copyOf(builder.x, size);
    y = Arrays.copyOf(builder.y, size);
    easting = Arrays.copyOf(builder.easting, size);
    northing = Arrays.copyOf(builder.northing, size);
    idMost = Arrays.copyOf(builder.idMost, size);
    idLeast = Arrays.copyOf(builder.idLeast, size);
    kind = Arrays.copyOf(builder.kind, size);
    symbol = Arrays.copyOf(builder.symbol, size);
    withoutPoint = builder.withoutPoint;
    byArea = Collections.unmodifiableMap(new HashMap<>(builder.byArea));
    outsideAreas = builder.outsideAreas;
  }

  int size() {
    return size;
  }

  @Override
  public int withoutPoint() {
    return withoutPoint;
  }

  @Override
  public int total() {
    return size + withoutPoint;
  }

  @Override
  public int inArea(UUID area) {
    return byArea.getOrDefault(area, 0);
  }

  @Override
  public int outsideAreas() {
    return outsideAreas;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  Kind kind(int i) {
    return KINDS[kind[i]];
  }

  int symbol(int i) {
    return symbol[i];
  }

  UUID id(int i) {
    return new UUID(idMost[i], idLeast[i]);
  }

  @Override
  public int busiestTile(int zoom) {
    return busiest.computeIfAbsent(zoom, z -> {
      Map<Long, Integer> counts = new HashMap<>();
      int most = 0;
      for (int i = 0; i < size; i++) {
        TileAddress tile = TileAddress.at(z, x[i], y[i]);
        most = Math.max(most, counts.merge((long) tile.x() << 32 | tile.y(), 1, Integer::sum));
      }
      return most;
    });
  }

  @Override
  public CellCounts cells(int sideMeters) {
    return cells.computeIfAbsent(sideMeters, side -> CellCounts.of(side, easting, northing));
  }

  @Override
  public PointSet near(TileAddress address) {
    return this;
  }

  @Override
  public PointSet inCells(Collection<Hotspot.Cell> place) {
    Set<Hotspot.Cell> inside = Set.copyOf(place);
    Builder kept = new Builder();
    for (int i = 0; i < size; i++) {
      if (inside.contains(Hotspot.Cell.of(easting[i], northing[i]))) {
        kept.addPoint(id(i), easting[i], northing[i], kind(i), symbol[i]);
      }
    }
    return kept.build();
  }

  static final class Builder {

    private int size;
    private double[] x = new double[256];
    private double[] y = new double[256];
    private double[] easting = new double[256];
    private double[] northing = new double[256];
    private long[] idMost = new long[256];
    private long[] idLeast = new long[256];
    private byte[] kind = new byte[256];
    private byte[] symbol = new byte[256];
    private int withoutPoint;
    private int outsideAreas;
    private final Map<UUID, Integer> byArea = new HashMap<>();

    void addPoint(UUID id, double east, double north, Kind how, int symbolNumber) {
      if (size == x.length) {
        grow(size * 2);
      }
      Coordinate at = World.of(east, north);
      x[size] = at.x;
      y[size] = at.y;
      easting[size] = east;
      northing[size] = north;
      idMost[size] = id.getMostSignificantBits();
      idLeast[size] = id.getLeastSignificantBits();
      kind[size] = (byte) how.ordinal();
      symbol[size] = (byte) symbolNumber;
      size++;
    }

    void addWithoutPoint() {
      withoutPoint++;
    }

    void count(@Nullable UUID area) {
      if (area == null) {
        outsideAreas++;
      } else {
        byArea.merge(area, 1, Integer::sum);
      }
    }

    PointSet build() {
      return new PointSet(this);
    }

    private void grow(int length) {
      x = Arrays.copyOf(x, length);
      y = Arrays.copyOf(y, length);
      easting = Arrays.copyOf(easting, length);
      northing = Arrays.copyOf(northing, length);
      idMost = Arrays.copyOf(idMost, length);
      idLeast = Arrays.copyOf(idLeast, length);
      kind = Arrays.copyOf(kind, length);
      symbol = Arrays.copyOf(symbol, length);
    }
  }
}
