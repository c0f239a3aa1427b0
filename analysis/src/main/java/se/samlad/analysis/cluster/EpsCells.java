package se.samlad.analysis.cluster;

import java.util.Arrays;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.Rectangle;

/**
 * Points sorted into cells so small that any two in a cell lie within eps, only cells with points kept, row by row; those
 * within eps of a cell lie in the five rows and columns round it.
 */
final class EpsCells {
  private static final int INDEX_BITS = 23;
  private static final long MOST_CELLS = 1L << 40;

  final double[] x;
  final double[] y;
  /** The number each point has outside, in the order of the cells. */
  final int[] number;

  private final int[] starts;
  private final long[] rows;
  private final int[] columns;
  private final int count;

  EpsCells(PlanePoints points, double eps) {
    int n = points.size();
    Rectangle box = Rectangle.around(points);
    double side = eps / Math.sqrt(2) * (1 - 1e-9);
    double across = Math.floor(box.width() / side) + 1;
    if (across * (Math.floor(box.height() / side) + 1) > MOST_CELLS) {
      throw new IllegalArgumentException(
          "eps %s m is too small for points %.0f x %.0f m apart: there would be more than 10^12 cells"
              .formatted(eps, box.width(), box.height()));
    }
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      long column = (long) ((points.x(i) - box.west()) / side);
      long row = (long) ((points.y(i) - box.south()) / side);
      keys[i] = (row * (long) across + column) << INDEX_BITS | i;
    }
    Arrays.sort(keys);
    this.x = new double[n];
    this.y = new double[n];
    this.number = new int[n];
    int[] first = new int[n + 1];
    long[] cellRows = new long[n];
    int[] cellColumns = new int[n];
    int cells = 0;
    long before = -1;
    for (int at = 0; at < n; at++) {
      long cell = keys[at] >>> INDEX_BITS;
      if (cell != before) {
        first[cells] = at;
        cellRows[cells] = cell / (long) across;
        cellColumns[cells++] = (int) (cell % (long) across);
        before = cell;
      }
      int point = (int) (keys[at] & ((1 << INDEX_BITS) - 1));
      number[at] = point;
      x[at] = points.x(point);
      y[at] = points.y(point);
    }
    first[cells] = n;
    this.count = cells;
    this.starts = Arrays.copyOf(first, cells + 1);
    this.rows = Arrays.copyOf(cellRows, cells);
    this.columns = Arrays.copyOf(cellColumns, cells);
  }

  int count() {
    return count;
  }

  int from(int cell) {
    return starts[cell];
  }

  int size(int cell) {
    return starts[cell + 1] - starts[cell];
  }

  /** Walks through the cells in their order, finding each one's surroundings by five hands that only move forward. */
  final class Walk {
    final int[] near = new int[24];
    int nearCount;
    private final int[] hands = new int[5];

    /** Fills {@link #near} with the cells round this one, in order, itself left out. */
    void to(int cell) {
      nearCount = 0;
      for (int r = 0; r < 5; r++) {
        long row = rows[cell] + r - 2;
        int least = columns[cell] - 2;
        int hand = hands[r];
        while (hand < count && before(hand, row, least)) {
          hand++;
        }
        hands[r] = hand;
        for (int at = hand; at < count && rows[at] == row && columns[at] <= least + 4; at++) {
          if (at != cell) {
            near[nearCount++] = at;
          }
        }
      }
    }

    /** Starts so that cells from this one on can be walked. */
    Walk from(int cell) {
      if (cell > 0) {
        for (int r = 0; r < 5; r++) {
          hands[r] = firstFrom(rows[cell] + r - 2, columns[cell] - 2);
        }
      }
      return this;
    }

    private boolean before(int cell, long row, int column) {
      return rows[cell] < row || (rows[cell] == row && columns[cell] < column);
    }

    private int firstFrom(long row, int column) {
      int low = 0;
      int high = count;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (before(middle, row, column)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
