package se.samlad.analysis.interaction;

/** How a scan measures from place to place (Swedish: avståndsmått). */
public enum ScanDistance {
  /** Coordinates in a plane, x east and y north; distances in their unit. */
  PLANE {
    @Override
    double between(double x1, double y1, double x2, double y2) {
      return Math.sqrt((x1 - x2) * (x1 - x2) + (y1 - y2) * (y1 - y2));
    }

    @Override
    double perNorthing() {
      return 1;
    }
  },
  /** Longitude and latitude in degrees; distances in metres along the globe (haversine, mean radius 6 371 008.8 m). */
  GREAT_CIRCLE {
    @Override
    double between(double lon1, double lat1, double lon2, double lat2) {
      double north = Math.sin(Math.toRadians(lat1 - lat2) / 2);
      double east = Math.sin(Math.toRadians(lon1 - lon2) / 2);
      double h = north * north
          + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * east * east;
      return 2 * RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    @Override
    double perNorthing() {
      return RADIUS_METERS * Math.PI / 180;
    }
  };

  private static final double RADIUS_METERS = 6_371_008.8;

  abstract double between(double x1, double y1, double x2, double y2);

  /** The least distance between two places that lie one unit of y apart. */
  abstract double perNorthing();
}
