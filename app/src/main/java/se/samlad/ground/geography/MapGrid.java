package se.samlad.ground.geography;

import org.locationtech.jts.geom.Envelope;

/** The map sheet's squares of 500 m, the same on every map of a municipality: columns A, B ... from the west, rows 1, 2 ... from the north. */
public record MapGrid(double west, double north) {

  /** Metres. */
  public static final double SIDE = 500;

  static MapGrid over(Envelope extent) {
    return extent.isNull()
        ? new MapGrid(0, 0)
        : new MapGrid(
            Math.floor(extent.getMinX() / SIDE) * SIDE, Math.ceil(extent.getMaxY() / SIDE) * SIDE);
  }

  /** The square a point lies in, C3; west of A and north of 1 the column and row nearest to it. */
  public String square(double easting, double northing) {
    return column(Math.max(0, (int) Math.floor((easting - west) / SIDE)))
        + row(Math.max(0, (int) Math.floor((north - northing) / SIDE)));
  }

  /** A for 0, Z for 25, AA for 26; nothing for what lies west of the grid. */
  public static String column(int index) {
    if (index < 0) {
      return "";
    }
    int rest = index;
    StringBuilder letters = new StringBuilder();
    do {
      letters.insert(0, (char) ('A' + rest % 26));
      rest = rest / 26 - 1;
    } while (rest >= 0);
    return letters.toString();
  }

  public static String row(int index) {
    return index < 0 ? "" : String.valueOf(index + 1);
  }
}
