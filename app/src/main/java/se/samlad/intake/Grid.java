package se.samlad.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samlad.analysis.grid.Sweref99;

/** The reference system of a file's coordinates: degrees in WGS 84, or metres in SWEREF 99 TM or one of the twelve local zones. */
public enum Grid {
  WGS84("wgs84", "WGS 84", null, 0, 0),
  TM("sweref99tm", "SWEREF 99 TM", Sweref99.TM, 200_000, 1_000_000),
  ZONE_12_00("1200", 12.0),
  ZONE_13_30("1330", 13.5),
  ZONE_15_00("1500", 15.0),
  ZONE_16_30("1630", 16.5),
  ZONE_18_00("1800", 18.0),
  ZONE_14_15("1415", 14.25),
  ZONE_15_45("1545", 15.75),
  ZONE_17_15("1715", 17.25),
  ZONE_18_45("1845", 18.75),
  ZONE_20_15("2015", 20.25),
  ZONE_21_45("2145", 21.75),
  ZONE_23_15("2315", 23.25);

  /** The plane coordinates that can lie in Sweden, in metres. */
  public static final double LEAST_NORTHING = 6_090_000;

  public static final double MOST_NORTHING = 7_700_000;

  private final String code;
  private final String title;
  private final @Nullable Sweref99 projection;
  private final double leastEasting;
  private final double mostEasting;

  Grid(String digits, double meridian) {
    this(
        digits,
        "SWEREF 99 " + digits.substring(0, 2) + " " + digits.substring(2),
        Sweref99.zone(meridian),
        -100_000,
        400_000);
  }

  Grid(
      String code,
      String title,
      @Nullable Sweref99 projection,
      double leastEasting,
      double mostEasting) {
    this.code = code;
    this.title = title;
    this.projection = projection;
    this.leastEasting = leastEasting;
    this.mostEasting = mostEasting;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public boolean metres() {
    return projection != null;
  }

  public double leastEasting() {
    return leastEasting;
  }

  public double mostEasting() {
    return mostEasting;
  }

  /** The point in degrees. */
  public Sweref99.Geographic geographic(double north, double east) {
    return projection == null
        ? new Sweref99.Geographic(east, north)
        : projection.unproject(north, east);
  }

  public static Optional<Grid> find(String code) {
    return Arrays.stream(values()).filter(grid -> grid.code.equals(code)).findFirst();
  }

  /** The local zones. */
  public static List<Grid> zones() {
    return Arrays.stream(values()).filter(grid -> grid.ordinal() > TM.ordinal()).toList();
  }
}
