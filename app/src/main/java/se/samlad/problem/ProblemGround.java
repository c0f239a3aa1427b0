package se.samlad.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import se.samlad.insight.Hotspot.Cell;

/**
 * Where a problem's incidents are looked for: the cells of its outline, else those within 150 m of its point, else its area. A problem that
 * names neither has no ground, and nothing can be counted.
 *
 * @param cells empty when the ground is a whole area
 */
record ProblemGround(List<Cell> cells, @Nullable UUID area) {

  static final int METERS = 150;

  private static final GeometryFactory SHAPES = new GeometryFactory();

  ProblemGround {
    cells = List.copyOf(cells);
  }

  static Optional<ProblemGround> of(Problem problem) {
    String outline = problem.outline();
    Double easting = problem.easting();
    Double northing = problem.northing();
    if (outline != null) {
      return Optional.of(new ProblemGround(within(shape(outline, problem.id())), problem.areaId()));
    }
    if (easting != null && northing != null) {
      Geometry around = SHAPES.createPoint(new Coordinate(easting, northing)).buffer(METERS);
      return Optional.of(new ProblemGround(touching(around), problem.areaId()));
    }
    return Optional.ofNullable(problem.areaId()).map(area -> new ProblemGround(List.of(), area));
  }

  /** The area to select, when the ground is one. */
  Set<UUID> areas() {
    return cells.isEmpty() && area != null ? Set.of(area) : Set.of();
  }

  private static List<Cell> within(Geometry outline) {
    return cells(outline).stream()
        .filter(cell -> outline.covers(SHAPES.createPoint(
            new Coordinate((cell.column() + 0.5) * Cell.METERS, (cell.row() + 0.5) * Cell.METERS))))
        .toList();
  }

  private static List<Cell> touching(Geometry around) {
    return cells(around).stream()
        .filter(cell -> around.intersects(SHAPES.toGeometry(new Envelope(
            (double) cell.column() * Cell.METERS,
            (cell.column() + 1.0) * Cell.METERS,
            (double) cell.row() * Cell.METERS,
            (cell.row() + 1.0) * Cell.METERS))))
        .toList();
  }

  private static List<Cell> cells(Geometry shape) {
    Envelope box = shape.getEnvelopeInternal();
    Cell low = Cell.of(box.getMinX(), box.getMinY());
    Cell high = Cell.of(box.getMaxX(), box.getMaxY());
    List<Cell> cells = new ArrayList<>();
    for (int column = low.column(); column <= high.column(); column++) {
      for (int row = low.row(); row <= high.row(); row++) {
        cells.add(new Cell(column, row));
      }
    }
    return cells;
  }

  private static Geometry shape(String outline, UUID problem) {
    try {
      return new WKTReader(SHAPES).read(outline);
    } catch (ParseException unreadable) {
      throw new IllegalStateException("outline of problem " + problem, unreadable);
    }
  }
}
