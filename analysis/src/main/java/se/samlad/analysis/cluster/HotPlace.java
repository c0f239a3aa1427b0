package se.samlad.analysis.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.samlad.analysis.grid.PlanePoints;

/**
 * A cluster as a place on the map (Swedish: het plats).
 *
 * @param label of its points
 * @param count events
 * @param hull their convex hull: a polygon, a line or a point
 */
public record HotPlace(int label, int count, double centreX, double centreY, Geometry hull) {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  static List<HotPlace> of(PlanePoints points, int[] labels, int clusters) {
    List<List<Coordinate>> members = new ArrayList<>();
    for (int c = 0; c < clusters; c++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] > 0) {
        members.get(labels[i] - 1).add(new Coordinate(points.x(i), points.y(i)));
      }
    }
    List<HotPlace> places = new ArrayList<>();
    for (int c = 0; c < clusters; c++) {
      places.add(of(c + 1, members.get(c)));
    }
    places.sort(
        Comparator.comparingInt(HotPlace::count).reversed().thenComparingInt(HotPlace::label));
    return places;
  }

  private static HotPlace of(int label, List<Coordinate> members) {
    double x = 0;
    double y = 0;
    for (Coordinate member : members) {
      x += member.x / members.size();
      y += member.y / members.size();
    }
    Geometry hull = new ConvexHull(members.toArray(new Coordinate[0]), SHAPES).getConvexHull();
    return new HotPlace(label, members.size(), x, y, hull);
  }
}
