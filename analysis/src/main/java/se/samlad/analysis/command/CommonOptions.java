package se.samlad.analysis.command;

import java.util.List;

/** The options every method has. */
public final class CommonOptions {

  public static final long SEED = 20260105;

  static final Option CRS = Option.text(
      "crs",
      "auto",
      "coordinates: lonlat, sweref99tm, plane (metres of any other plane, not checked) or auto, which tells from the column names and GeoJSON");
  static final Option X =
      Option.text("x-column", null, "column of longitude or easting (lon, longitude, easting, x)");
  static final Option Y =
      Option.text("y-column", null, "column of latitude or northing (lat, latitude, northing, y)");
  static final Option SEED_OPTION = Option.whole("seed", SEED, "seed of everything random");
  static final Option THREADS =
      Option.whole("threads", 1, "threads to work on; the result is the same whatever the number");

  public static final List<Option> ALL = List.of(CRS, X, Y, SEED_OPTION, THREADS);

  private CommonOptions() {}
}
