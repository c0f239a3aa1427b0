package se.samlad.ground.geography;

import java.util.Collection;
import org.locationtech.jts.geom.Envelope;

/** The part of the land a map shows, SWEREF 99 TM metres. */
public record MapFrame(double minE, double minN, double maxE, double maxN) {

  public MapFrame {
    if (!(minE < maxE && minN < maxN)) {
      throw new IllegalArgumentException(
          "frame is empty: easting " + minE + " to " + maxE + ", northing " + minN + " to " + maxN);
    }
  }

  /** The frame around what the marks show, with a margin on every side; at least 200 m wide and high. */
  public static MapFrame around(Collection<? extends MapMark> marks, double marginMeters) {
    Envelope extent = new Envelope();
    marks.forEach(mark -> extent.expandToInclude(mark.extent()));
    if (extent.isNull()) {
      throw new IllegalArgumentException("no mark has a place");
    }
    return of(extent, marginMeters);
  }

  public static MapFrame of(Envelope extent, double marginMeters) {
    double east = marginMeters + Math.max(0, 200 - extent.getWidth()) / 2;
    double north = marginMeters + Math.max(0, 200 - extent.getHeight()) / 2;
    return new MapFrame(
        extent.getMinX() - east,
        extent.getMinY() - north,
        extent.getMaxX() + east,
        extent.getMaxY() + north);
  }

  public double width() {
    return maxE - minE;
  }

  public double height() {
    return maxN - minN;
  }

  public Envelope envelope() {
    return new Envelope(minE, maxE, minN, maxN);
  }
}
