package se.samlad.ground.geography;

/** Between zooms of the browser's map (tiles 512 pixels wide) and metres, at the latitude of middle Sweden. */
public final class MapScale {

  private static final double LATITUDE = 59.3;
  private static final double EQUATOR_METRES = 40_075_016.68;

  private MapScale() {}

  public static double metresPerPixel(double zoom) {
    return EQUATOR_METRES * Math.cos(Math.toRadians(LATITUDE)) / 512 / Math.pow(2, zoom);
  }

  public static double zoom(double metresPerPixel) {
    return Math.log(EQUATOR_METRES * Math.cos(Math.toRadians(LATITUDE)) / 512 / metresPerPixel)
        / Math.log(2);
  }
}
