package se.samlad.analysis.cluster;

import se.samlad.analysis.distribution.Normal;
import se.samlad.analysis.grid.NearestOther;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.Rectangle;

/**
 * Do points lie closer than if they had been strewn at random (Swedish: närmaste granne-index)?
 *
 * <p>Terms: mean distance to the nearest other point over what strewing the same number over the study area would give:
 * 1 is random, below gathered, above spread out. Donnelly's form allows for points near the edge, whose nearest neighbour
 * may lie outside.
 *
 * <p>Edges: fewer than 2 points and an area without extent are refused, so are points outside the area. Identical points
 * have distance 0; all identical give 0. The area decides the figure: the bounding box makes points look spread out, so give
 * the area that could have had points.
 *
 * <p>Method: nearest neighbours by {@link NearestOther}; z is normal for some twenty points and up. Cost about n, memory 60 bytes a point.
 *
 * <p>Source: Clark and Evans 1954, Ecology 35:445-453; Donnelly 1978 in Hodder, Simulation studies in archaeology.
 *
 * @param n points
 * @param meanNearest metres
 * @param expected mean distance at random, without regard to the edge
 * @param index R, mean over expected
 * @param donnelly R with the expectation corrected for the edge
 * @param standardError of the mean at random
 */
public record NearestNeighbourIndex(
    int n,
    Rectangle area,
    double meanNearest,
    double expected,
    double index,
    double donnelly,
    double standardError) {

  /** Over the bounding box of the points. */
  public static NearestNeighbourIndex of(PlanePoints points) {
    return of(points, Rectangle.around(points), 1);
  }

  public static NearestNeighbourIndex of(PlanePoints points, Rectangle area, int threads) {
    points.needAtLeast(2);
    area.needArea();
    Inside.check(points, area);
    double sum = 0;
    for (double distance : NearestOther.distances(points, threads)) {
      sum += distance;
    }
    double n = points.size();
    double density = n / area.area();
    double mean = sum / n;
    double expected = 0.5 / Math.sqrt(density);
    double edge = (0.0514 + 0.0412 / Math.sqrt(n)) * area.perimeter() / n;
    double error = Math.sqrt((4 - Math.PI) / (4 * Math.PI * n * density));
    return new NearestNeighbourIndex(
        points.size(), area, mean, expected, mean / expected, mean / (expected + edge), error);
  }

  public double z() {
    return (meanNearest - expected) / standardError;
  }

  public double pTwoSided() {
    return Math.min(1, 2 * Normal.STANDARD.atLeast(Math.abs(z())));
  }
}
