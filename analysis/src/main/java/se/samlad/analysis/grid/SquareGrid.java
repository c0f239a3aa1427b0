package se.samlad.analysis.grid;

/**
 * A grid of square cells along the axes (Swedish: rutnät), cells numbered row by row from the south-west corner.
 *
 * @param west left edge of the first column, metres
 * @param south lower edge of the first row, metres
 * @param cellMeters side of a cell
 */
public record SquareGrid(double west, double south, double cellMeters, int columns, int rows) {
  /** The most cells. */
  public static final int MOST_CELLS = 25_000_000;

  public SquareGrid {
    if (!Double.isFinite(west) || !Double.isFinite(south)) {
      throw new IllegalArgumentException("a grid from %s, %s".formatted(west, south));
    }
    if (!(cellMeters > 0 && cellMeters < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "cells of %s m, their side should be above 0".formatted(cellMeters));
    }
    if (columns < 1 || rows < 1 || (long) columns * rows > MOST_CELLS) {
      throw new IllegalArgumentException(
          "%d x %d cells, there should be 1 to %d".formatted(columns, rows, MOST_CELLS));
    }
  }

  /** Cells on whole multiples of their side that hold the points and so many metres around them. */
  public static SquareGrid around(PlanePoints points, double cellMeters, double margin) {
    Rectangle box = Rectangle.around(points);
    if (!(cellMeters > 0) || !(margin >= 0)) {
      throw new IllegalArgumentException(
          "cells of %s m and a margin of %s m".formatted(cellMeters, margin));
    }
    double west = Math.floor((box.west() - margin) / cellMeters);
    double south = Math.floor((box.south() - margin) / cellMeters);
    double columns = Math.floor((box.east() + margin) / cellMeters) - west + 1;
    double rows = Math.floor((box.north() + margin) / cellMeters) - south + 1;
    if (columns * rows > MOST_CELLS) {
      throw new IllegalArgumentException(
          "%.0f x %.0f cells of %s m, there should be at most %d: choose larger cells"
              .formatted(columns, rows, cellMeters, MOST_CELLS));
    }
    return new SquareGrid(
        west * cellMeters, south * cellMeters, cellMeters, (int) columns, (int) rows);
  }

  public int cells() {
    return columns * rows;
  }

  public double centreX(int column) {
    return west + (column + 0.5) * cellMeters;
  }

  public double centreY(int row) {
    return south + (row + 0.5) * cellMeters;
  }

  /** The cell a point lies in, or -1 outside; a point on an edge belongs to the cell north and east of it. */
  public int cellOf(double x, double y) {
    double column = Math.floor((x - west) / cellMeters);
    double row = Math.floor((y - south) / cellMeters);
    if (!(column >= 0 && column < columns && row >= 0 && row < rows)) {
      return -1;
    }
    return (int) row * columns + (int) column;
  }

  /** How many points lie in each cell; those outside count nowhere. */
  public int[] counts(PlanePoints points) {
    int[] counts = new int[cells()];
    for (int i = 0; i < points.size(); i++) {
      int cell = cellOf(points.x(i), points.y(i));
      if (cell >= 0) {
        counts[cell]++;
      }
    }
    return counts;
  }
}
