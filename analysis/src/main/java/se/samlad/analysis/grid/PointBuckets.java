package se.samlad.analysis.grid;

import java.util.Arrays;

/**
 * Points sorted into square cells, so that those within the side of a cell are found in nine of them (Swedish: cellindelning).
 * Cells are made wider when there would be more than four for each point. Building n, memory some numbers a point.
 */
public final class PointBuckets {
  private final double side;
  private final double west;
  private final double south;
  private final int columns;
  private final int rows;
  private final int[] starts;
  private final int[] order;
  private final double[] x;
  private final double[] y;

  /** Told of a point that may be near, by its number, and the square of its distance. */
  @FunctionalInterface
  public interface Visitor {
    void visit(int point, double square);
  }

  /** Cells at least this wide, round at least one point. */
  public PointBuckets(PlanePoints points, double reach) {
    Rectangle box = Rectangle.around(points);
    int n = points.size();
    double most = 4.0 * n + 64;
    double wide = reach;
    while ((Math.floor(box.width() / wide) + 1) * (Math.floor(box.height() / wide) + 1) > most) {
      wide *= 1.5;
    }
    this.side = wide;
    this.west = box.west();
    this.south = box.south();
    this.columns = (int) (box.width() / wide) + 1;
    this.rows = (int) (box.height() / wide) + 1;
    this.starts = new int[columns * rows + 1];
    this.order = new int[n];
    this.x = new double[n];
    this.y = new double[n];
    sort(points);
  }

  private void sort(PlanePoints points) {
    int n = points.size();
    int[] cells = new int[n];
    for (int i = 0; i < n; i++) {
      cells[i] = row(points.y(i)) * columns + column(points.x(i));
      starts[cells[i] + 1]++;
    }
    for (int c = 1; c < starts.length; c++) {
      starts[c] += starts[c - 1];
    }
    int[] next = Arrays.copyOf(starts, starts.length - 1);
    for (int i = 0; i < n; i++) {
      int at = next[cells[i]]++;
      order[at] = i;
      x[at] = points.x(i);
      y[at] = points.y(i);
    }
  }

  private int column(double px) {
    return (int) Math.min(columns - 1, Math.max(0, Math.floor((px - west) / side)));
  }

  private int row(double py) {
    return (int) Math.min(rows - 1, Math.max(0, Math.floor((py - south) / side)));
  }

  /** Visits every point within the reach the buckets were made for, and some beyond; by cells, then by number. */
  public void near(double px, double py, Visitor visitor) {
    int firstColumn = column(px - side);
    int lastColumn = column(px + side);
    for (int r = row(py - side); r <= row(py + side); r++) {
      int from = starts[r * columns + firstColumn];
      int to = starts[r * columns + lastColumn + 1];
      for (int at = from; at < to; at++) {
        double dx = x[at] - px;
        double dy = y[at] - py;
        visitor.visit(order[at], dx * dx + dy * dy);
      }
    }
  }
}
