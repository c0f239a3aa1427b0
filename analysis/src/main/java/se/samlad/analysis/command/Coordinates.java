package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import se.samlad.analysis.grid.Sweref99;

/**
 * In which reference system an input's coordinates are, and which columns hold them. Longitude and latitude become SWEREF
 * 99 TM metres. A place outside Sweden's surroundings is refused: nearly always the axes are swapped or the system is
 * another.
 *
 * @param system as told or asked for
 * @param x column of longitude or easting, empty when there is none
 * @param y column of latitude or northing
 */
record Coordinates(System system, String x, String y) {

  /** The systems an input may be in. */
  enum System {
    LONLAT,
    SWEREF99TM,
    PLANE
  }

  private static final List<String> X_DEGREES = List.of("lon", "longitude", "long", "lng");
  private static final List<String> Y_DEGREES = List.of("lat", "latitude");
  private static final List<String> X_METRES = List.of("easting", "x", "e");
  private static final List<String> Y_METRES = List.of("northing", "y", "n");
  private static final double[] DEGREES = {4, 53, 30, 72};
  private static final double[] METRES = {100_000, 5_900_000, 1_100_000, 8_000_000};
  private static final GeometryFactory SHAPES = new GeometryFactory();

  static Coordinates ofColumns(Collection<String> columns, Options options) {
    Optional<String> xGiven = options.find(CommonOptions.X.name());
    Optional<String> yGiven = options.find(CommonOptions.Y.name());
    Optional<String> lon = first(columns, X_DEGREES);
    Optional<String> lat = first(columns, Y_DEGREES);
    boolean degrees = xGiven.isEmpty() && lon.isPresent() && lat.isPresent();
    System system = asked(options).orElse(degrees ? System.LONLAT : System.SWEREF99TM);
    String x =
        xGiven.or(() -> degrees ? lon : first(columns, X_METRES)).or(() -> lon).orElse("");
    String y =
        yGiven.or(() -> degrees ? lat : first(columns, Y_METRES)).or(() -> lat).orElse("");
    boolean degreesByName = X_DEGREES.contains(x.toLowerCase(Locale.ROOT));
    if (asked(options).isEmpty() && degreesByName) {
      system = System.LONLAT;
    }
    return new Coordinates(system, x, y);
  }

  /** GeoJSON is longitude and latitude unless it or the user says otherwise. */
  static Coordinates ofGeoJson(boolean saysSweref, Options options) {
    return new Coordinates(
        asked(options).orElse(saysSweref ? System.SWEREF99TM : System.LONLAT), "", "");
  }

  private static Optional<System> asked(Options options) {
    String name = options.text(CommonOptions.CRS.name());
    return switch (name) {
      case "auto" -> Optional.empty();
      case "lonlat" -> Optional.of(System.LONLAT);
      case "sweref99tm" -> Optional.of(System.SWEREF99TM);
      case "plane" -> Optional.of(System.PLANE);
      default ->
        throw new IllegalArgumentException(
            "--crs takes auto, lonlat, sweref99tm or plane, not \"%s\"".formatted(name));
    };
  }

  private static Optional<String> first(Collection<String> columns, List<String> names) {
    return columns.stream()
        .filter(column -> names.contains(column.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  boolean isIn(List<String> columns) {
    return columns.contains(x) && columns.contains(y);
  }

  Input.Points points(Input input) {
    if (x.isEmpty() || y.isEmpty()) {
      throw new IllegalArgumentException(
          "There are no coordinates; name their columns with --x-column and --y-column, of %s"
              .formatted(String.join(", ", input.columns())));
    }
    double[] xs = input.numbersOrMissing(x);
    double[] ys = input.numbersOrMissing(y);
    for (int row = 0; row < xs.length; row++) {
      Coordinate metres = metres(xs[row], ys[row], row);
      xs[row] = metres.x;
      ys[row] = metres.y;
    }
    return new Input.Points(xs, ys);
  }

  List<Geometry> pointShapes(Input input) {
    Input.Points points = points(input);
    List<Geometry> shapes = new ArrayList<>();
    for (int row = 0; row < points.size(); row++) {
      shapes.add(SHAPES.createPoint(new Coordinate(points.x()[row], points.y()[row])));
    }
    return shapes;
  }

  Input.Points centres(List<Geometry> shapes) {
    List<Geometry> projected = project(shapes);
    double[] xs = new double[projected.size()];
    double[] ys = new double[projected.size()];
    for (int row = 0; row < xs.length; row++) {
      Geometry shape = projected.get(row);
      Point point = shape instanceof Point exact ? exact : shape.getCentroid();
      xs[row] = point.getX();
      ys[row] = point.getY();
    }
    return new Input.Points(xs, ys);
  }

  List<Geometry> project(List<Geometry> shapes) {
    List<Geometry> projected = new ArrayList<>();
    for (int row = 0; row < shapes.size(); row++) {
      if (shapes.get(row).isEmpty()) {
        throw new IllegalArgumentException("Row %d has no place".formatted(row + 1));
      }
      int at = row;
      projected.add(changed(shapes.get(row), (x, y) -> metres(x, y, at)));
    }
    return projected;
  }

  Geometry toLonLat(Geometry shape) {
    if (system == System.PLANE) {
      throw new IllegalArgumentException(
          "Coordinates of an unknown plane have no longitude and latitude; ask for csv or json");
    }
    return changed(shape, (x, y) -> {
      Sweref99.Geographic place = Sweref99.TM.unproject(y, x);
      return new Coordinate(rounded(place.lon()), rounded(place.lat()));
    });
  }

  private Coordinate metres(double x, double y, int row) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("Row %d has no place".formatted(row + 1));
    }
    if (system == System.PLANE) {
      return new Coordinate(x, y);
    }
    double[] limits = system == System.LONLAT ? DEGREES : METRES;
    if (x < limits[0] || y < limits[1] || x > limits[2] || y > limits[3]) {
      throw new IllegalArgumentException(outside(x, y, row));
    }
    if (system == System.SWEREF99TM) {
      return new Coordinate(x, y);
    }
    Sweref99.Point point = Sweref99.TM.project(x, y);
    return new Coordinate(point.easting(), point.northing());
  }

  private String outside(double x, double y, int row) {
    double[] limits = system == System.LONLAT ? DEGREES : METRES;
    boolean swapped = y >= limits[0] && x >= limits[1] && y <= limits[2] && x <= limits[3];
    String names = system == System.LONLAT
        ? "longitude %s, latitude %s is outside Sweden"
        : "easting %s, northing %s is outside SWEREF 99 TM";
    return "Row %d: ".formatted(row + 1)
        + names.formatted(Outcome.plain(x), Outcome.plain(y))
        + (swapped ? "; the two look swapped" : "; is it another reference system? See --crs");
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * 1e8) / 1e8;
  }

  /** How one coordinate becomes another. */
  private interface Change {
    Coordinate of(double x, double y);
  }

  private static Geometry changed(Geometry shape, Change change) {
    Geometry copy = shape.copy();
    copy.apply(new CoordinateSequenceFilter() {
      @Override
      public void filter(CoordinateSequence coordinates, int i) {
        Coordinate made = change.of(coordinates.getX(i), coordinates.getY(i));
        coordinates.setOrdinate(i, 0, made.x);
        coordinates.setOrdinate(i, 1, made.y);
      }

      @Override
      public boolean isDone() {
        return false;
      }

      @Override
      public boolean isGeometryChanged() {
        return true;
      }
    });
    return copy;
  }
}
