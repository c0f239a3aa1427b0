package se.samlad.analysis.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The square cells a forecast may choose among, fixed before anything is counted (Swedish: undersökningsområde).
 *
 * @param cellSize side of a cell, in the unit of the coordinates
 * @param cells by column and row, a cell holding floor(x / size), floor(y / size)
 */
public record StudyArea(double cellSize, List<Cell> cells) {

  private static final long MOST_CELLS = 4_000_000;

  /** A cell by its column and row. */
  public record Cell(long column, long row) {}

  public StudyArea {
    if (!(cellSize > 0) || Double.isInfinite(cellSize)) {
      throw new IllegalArgumentException(
          "The side of a cell is %s, it should be above 0".formatted(cellSize));
    }
    cells = List.copyOf(cells);
    if (cells.stream().distinct().count() < cells.size()) {
      throw new IllegalArgumentException("A cell is named twice in the study area");
    }
  }

  /** All cells that a rectangle touches, at most 4,000,000. */
  public static StudyArea covering(
      double minX, double minY, double maxX, double maxY, double cellSize) {
    if (!(minX <= maxX) || !(minY <= maxY)) {
      throw new IllegalArgumentException(
          "A study area from %s, %s to %s, %s has no inside".formatted(minX, minY, maxX, maxY));
    }
    long left = (long) Math.floor(minX / cellSize);
    long bottom = (long) Math.floor(minY / cellSize);
    long columns = (long) Math.floor(maxX / cellSize) - left + 1;
    long rows = (long) Math.floor(maxY / cellSize) - bottom + 1;
    boolean known = columns > 0 && rows > 0;
    if (!known || columns > MOST_CELLS || rows > MOST_CELLS || columns * rows > MOST_CELLS) {
      throw new IllegalArgumentException(
          "A study area of %d x %d cells, it should be from 1 to 4,000,000 cells"
              .formatted(columns, rows));
    }
    List<Cell> cells = new ArrayList<>();
    for (long row = bottom; row < bottom + rows; row++) {
      for (long column = left; column < left + columns; column++) {
        cells.add(new Cell(column, row));
      }
    }
    return new StudyArea(cellSize, cells);
  }

  public int size() {
    return cells.size();
  }

  public double centreX(int cell) {
    return (cells.get(cell).column() + 0.5) * cellSize;
  }

  public double centreY(int cell) {
    return (cells.get(cell).row() + 0.5) * cellSize;
  }

  Map<Cell, Integer> index() {
    Map<Cell, Integer> index = HashMap.newHashMap(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      index.put(cells.get(i), i);
    }
    return index;
  }
}
