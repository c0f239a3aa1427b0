package se.samlad.analysis.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The different places among rows with coordinates, ordered by x and then y, so that ties are broken the same way in any input order. */
final class Places {

  /** More places than this are refused. */
  static final int MOST = 50_000;

  private final double[] x;
  private final double[] y;
  private final int[] placeOf;
  private final List<List<Integer>> rows;

  private Places(double[] x, double[] y, int[] placeOf, List<List<Integer>> rows) {
    this.x = x;
    this.y = y;
    this.placeOf = placeOf;
    this.rows = rows;
  }

  private record Spot(double x, double y) implements Comparable<Spot> {
    @Override
    public int compareTo(Spot other) {
      int byX = Double.compare(x, other.x);
      return byX != 0 ? byX : Double.compare(y, other.y);
    }
  }

  static Places of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("There are %d x and %d y".formatted(x.length, y.length));
    }
    TreeMap<Spot, List<Integer>> spots = new TreeMap<>();
    for (int row = 0; row < x.length; row++) {
      if (!Double.isFinite(x[row]) || !Double.isFinite(y[row])) {
        throw new IllegalArgumentException(
            "Row %d has no place: x %s, y %s".formatted(row + 1, x[row], y[row]));
      }
      spots
          .computeIfAbsent(new Spot(x[row] + 0.0, y[row] + 0.0), spot -> new ArrayList<>())
          .add(row);
    }
    if (spots.size() > MOST) {
      throw new IllegalArgumentException(
          "At most %d places can be scanned but there are %d; put them together in squares"
              .formatted(MOST, spots.size()));
    }
    int[] placeOf = new int[x.length];
    List<List<Integer>> rows = new ArrayList<>(spots.values());
    for (int place = 0; place < rows.size(); place++) {
      for (int row : rows.get(place)) {
        placeOf[row] = place;
      }
    }
    return new Places(
        spots.keySet().stream().mapToDouble(Spot::x).toArray(),
        spots.keySet().stream().mapToDouble(Spot::y).toArray(),
        placeOf,
        rows);
  }

  int size() {
    return x.length;
  }

  double x(int place) {
    return x[place];
  }

  double y(int place) {
    return y[place];
  }

  int placeOf(int row) {
    return placeOf[row];
  }

  List<Integer> rowsOf(int place) {
    return rows.get(place);
  }

  /** Sums a value of the rows per place. */
  double[] sum(double[] perRow) {
    double[] sums = new double[size()];
    for (int row = 0; row < perRow.length; row++) {
      sums[placeOf[row]] += perRow[row];
    }
    return sums;
  }
}
