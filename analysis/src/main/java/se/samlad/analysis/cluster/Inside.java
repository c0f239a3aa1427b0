package se.samlad.analysis.cluster;

import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.Rectangle;

/** Refuses points outside their study area. */
final class Inside {
  private Inside() {}

  static void check(PlanePoints points, Rectangle area) {
    for (int i = 0; i < points.size(); i++) {
      if (!area.contains(points.x(i), points.y(i))) {
        throw new IllegalArgumentException("Point %d at %s, %s lies outside the study area"
            .formatted(i + 1, points.x(i), points.y(i)));
      }
    }
  }
}
