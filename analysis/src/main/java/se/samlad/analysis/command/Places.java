package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.SquareGrid;

/** What the methods of places share: points, weights, names of rows, cells as shapes. */
final class Places {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  static final Option ID = Option.column("id", "id", "name of each row, else its number");

  private Places() {}

  static PlanePoints points(Input input) {
    Input.Points points = input.points();
    return PlanePoints.of(points.x(), points.y());
  }

  /** The weights of a column, 1 for each row when nobody named one and there is none. */
  static double[] weights(Input input, Options options) {
    String column = options.column("weight");
    if (!input.has(column) && !options.isGiven("weight-column")) {
      double[] ones = new double[input.size()];
      Arrays.fill(ones, 1);
      return ones;
    }
    return input.numbers(column, 0, Double.MAX_VALUE);
  }

  static String[] names(Input input, Options options) {
    String column = options.column("id");
    if (input.has(column) || options.isGiven("id-column")) {
      return input.texts(column);
    }
    String[] names = new String[input.size()];
    for (int row = 0; row < names.length; row++) {
      names[row] = Integer.toString(row + 1);
    }
    return names;
  }

  static List<Geometry> squares(SquareGrid grid, int[] cells) {
    List<Geometry> squares = new ArrayList<>();
    for (int cell : cells) {
      double west = grid.west() + (cell % grid.columns()) * grid.cellMeters();
      double south = grid.south() + (cell / grid.columns()) * grid.cellMeters();
      Envelope square =
          new Envelope(west, west + grid.cellMeters(), south, south + grid.cellMeters());
      squares.add(SHAPES.toGeometry(square));
    }
    return squares;
  }
}
