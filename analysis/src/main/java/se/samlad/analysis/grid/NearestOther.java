package se.samlad.analysis.grid;

import se.samlad.analysis.distribution.Draws;

/**
 * For every point how far it is to its nearest other point (Swedish: närmaste granne).
 *
 * <p>Edges: at least two points; identical ones lie at distance 0. Method: cells with two points on average, searched in
 * rings round the point until nothing nearer can come; where the points crowd into few cells, a {@link KdTree}. Cost: about
 * linear; memory 44 bytes a point. Source: Bentley, Weide and Yao 1980, ACM Trans Math Softw 6:563-580.
 */
public final class NearestOther {
  private static final double POINTS_A_CELL = 2;

  /** Pairs to look at for each point above which the tree is quicker. */
  private static final double CROWDED = 24;

  private static final int BATCH = 4096;

  private final int columns;
  private final int rows;
  private final double side;
  private final double west;
  private final double south;
  private final int[] starts;
  private final int[] order;
  private final double[] x;
  private final double[] y;

  private NearestOther(PlanePoints points, Rectangle box) {
    int n = points.size();
    double longer = Math.max(box.width(), box.height());
    double even = Math.sqrt(box.area() * POINTS_A_CELL / n);
    this.side = Math.max(even, longer * POINTS_A_CELL / n);
    this.west = box.west();
    this.south = box.south();
    this.columns = (int) (box.width() / side) + 1;
    this.rows = (int) (box.height() / side) + 1;
    this.starts = new int[columns * rows + 1];
    this.order = new int[n];
    this.x = new double[n];
    this.y = new double[n];
    sort(points);
  }

  /** Distances in the order of the points. */
  public static double[] distances(PlanePoints points, int threads) {
    points.needAtLeast(2);
    Rectangle box = Rectangle.around(points);
    if (box.diagonal() == 0) {
      return new double[points.size()];
    }
    NearestOther cells = new NearestOther(points, box);
    return cells.isCrowded()
        ? new KdTree(points).distancesToNearest(1, threads)
        : cells.distances(threads);
  }

  private void sort(PlanePoints points) {
    int[] cells = new int[order.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row(points.y(i)) * columns + column(points.x(i));
      starts[cells[i] + 1]++;
    }
    for (int cell = 1; cell < starts.length; cell++) {
      starts[cell] += starts[cell - 1];
    }
    int[] next = java.util.Arrays.copyOf(starts, starts.length - 1);
    for (int i = 0; i < cells.length; i++) {
      int at = next[cells[i]]++;
      order[at] = i;
      x[at] = points.x(i);
      y[at] = points.y(i);
    }
  }

  private int column(double px) {
    return Math.min(columns - 1, (int) ((px - west) / side));
  }

  private int row(double py) {
    return Math.min(rows - 1, (int) ((py - south) / side));
  }

  private boolean isCrowded() {
    double pairs = 0;
    for (int cell = 0; cell < starts.length - 1; cell++) {
      double held = starts[cell + 1] - starts[cell];
      pairs += held * held;
    }
    return pairs > CROWDED * order.length;
  }

  private double[] distances(int threads) {
    double[] distances = new double[order.length];
    Draws.run((order.length + BATCH - 1) / BATCH, 0, threads, () -> (random, batch) -> {
      int end = Math.min(order.length, (batch + 1) * BATCH);
      for (int at = batch * BATCH; at < end; at++) {
        distances[order[at]] = Math.sqrt(nearest(at));
      }
    });
    return distances;
  }

  /** Square of the distance from the point at that position. */
  private double nearest(int at) {
    int column = column(x[at]);
    int row = row(y[at]);
    double best = Double.POSITIVE_INFINITY;
    for (int ring = 0; ring <= Math.max(columns, rows); ring++) {
      double reach = (ring - 1) * side + toEdge(at, column, row);
      if (ring > 0 && reach * reach >= best) {
        break;
      }
      int lastRow = Math.min(rows - 1, row + ring);
      for (int r = Math.max(0, row - ring); r <= lastRow; r++) {
        if (Math.abs(r - row) == ring) {
          best = along(r, column - ring, column + ring, at, best);
        } else {
          best = along(r, column - ring, column - ring, at, best);
          best = along(r, column + ring, column + ring, at, best);
        }
      }
    }
    return best;
  }

  /** Least distance to the edge of its own cell. */
  private double toEdge(int at, int column, int row) {
    double fromWest = x[at] - west - column * side;
    double fromSouth = y[at] - south - row * side;
    return Math.max(
        0, Math.min(Math.min(fromWest, side - fromWest), Math.min(fromSouth, side - fromSouth)));
  }

  private double along(int row, int from, int to, int self, double best) {
    if (to < 0 || from >= columns) {
      return best;
    }
    int first = starts[row * columns + Math.max(0, from)];
    int end = starts[row * columns + Math.min(columns - 1, to) + 1];
    double least = best;
    for (int i = first; i < end; i++) {
      double dx = x[i] - x[self];
      double dy = y[i] - y[self];
      double square = dx * dx + dy * dy;
      if (square < least && i != self) {
        least = square;
      }
    }
    return least;
  }
}
