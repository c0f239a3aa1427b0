package se.samlad.analysis.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import se.samlad.analysis.autocorrelation.Permutations;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.SquareGrid;
import se.samlad.analysis.table.Json;

/** Values and their neighbours: rows with a value, or events counted in cells. */
@SuppressWarnings("ArrayRecordComponent")
record Units(
    String[] names,
    double[] values,
    Neighbours neighbours,
    @Nullable List<Geometry> shapes) {

  static final List<Option> OPTIONS = List.of(
      Places.ID,
      Option.column("value", "value", "value of each row; without it rows are events"),
      Option.number("cell", 250, "rows are events: side of the cells they are counted in, metres"),
      Option.text("contiguity", "queen", "cells: queen (side or corner) or rook (side)"),
      Option.column("column", "col", "rows with a value: which column of a grid, from 0"),
      Option.column("row", "row", "rows with a value: which row of a grid, from 0"),
      Option.file("neighbours", "rows with a value: file of pairs i, j of row numbers from 1"),
      Option.number("distance", "rows with a value: neighbours are those within so many metres"),
      Option.whole("nearest", "rows with a value: neighbours are so many nearest"),
      Option.whole("permutations", 0, "conditional permutations, 0 for none"));

  static Permutations permutations(Options options) {
    return Permutations.of(options.whole("permutations"), options.seed())
        .onThreads(options.threads());
  }

  static Units of(Input input, Options options) {
    String value = options.column("value");
    if (!input.has(value) && !options.isGiven("value-column")) {
      return counted(input, options);
    }
    return new Units(
        Places.names(input, options),
        input.numbers(value),
        neighbours(input, options),
        input.hasPlaces() ? input.shapes() : null);
  }

  private static boolean queen(Options options) {
    String word = options.text("contiguity");
    if (!word.equals("queen") && !word.equals("rook")) {
      throw new IllegalArgumentException(
          "--contiguity takes queen or rook, not \"%s\"".formatted(word));
    }
    return word.equals("queen");
  }

  private static Units counted(Input input, Options options) {
    PlanePoints events = Places.points(input);
    SquareGrid grid = SquareGrid.around(events, options.number("cell"), 0);
    String[] names = new String[grid.cells()];
    int[] cells = new int[names.length];
    for (int cell = 0; cell < names.length; cell++) {
      cells[cell] = cell;
      names[cell] = "%d-%d".formatted(cell % grid.columns(), cell / grid.columns());
    }
    double[] counts = Arrays.stream(grid.counts(events)).asDoubleStream().toArray();
    Neighbours neighbours = queen(options)
        ? Neighbours.queen(grid.columns(), grid.rows())
        : Neighbours.rook(grid.columns(), grid.rows());
    return new Units(names, counts, neighbours, Places.squares(grid, cells));
  }

  private static Neighbours neighbours(Input input, Options options) {
    Optional<Input> pairs = options.file("neighbours");
    if (pairs.isPresent()) {
      return pairs(pairs.get(), input.size());
    }
    OptionalDouble distance = options.findNumber("distance");
    if (distance.isPresent()) {
      return Neighbours.within(Places.points(input), distance.getAsDouble());
    }
    if (options.findWhole("nearest").isPresent()) {
      return Neighbours.nearest(Places.points(input), options.whole("nearest"));
    }
    return cells(
        input.whole(options.column("column"), Integer.MIN_VALUE),
        input.whole(options.column("row"), Integer.MIN_VALUE),
        queen(options));
  }

  static Neighbours pairs(Input pairs, int units) {
    int[] from = Arrays.stream(pairs.whole("i", 1)).map(i -> i - 1).toArray();
    int[] to = Arrays.stream(pairs.whole("j", 1)).map(j -> j - 1).toArray();
    return Neighbours.ofPairs(units, from, to);
  }

  /** Cells of a grid of which some may be missing. */
  private static Neighbours cells(int[] columns, int[] rows, boolean corners) {
    Map<Long, Integer> at = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      if (at.put(key(columns[i], rows[i]), i) != null) {
        throw new IllegalArgumentException(
            "Row %d: there is another cell %d, %d".formatted(i + 1, columns[i], rows[i]));
      }
    }
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      for (int dr = -1; dr <= 1; dr++) {
        for (int dc = -1; dc <= 1; dc++) {
          Integer other = at.get(key(columns[i] + dc, rows[i] + dr));
          int steps = Math.abs(dc) + Math.abs(dr);
          if (other != null && (steps == 1 || (corners && steps == 2))) {
            pairs.add(new int[] {i, other});
          }
        }
      }
    }
    int[] from = pairs.stream().mapToInt(pair -> pair[0]).toArray();
    int[] to = pairs.stream().mapToInt(pair -> pair[1]).toArray();
    return Neighbours.ofPairs(columns.length, from, to);
  }

  private static long key(int column, int row) {
    return ((long) row << 32) ^ (column & 0xFFFFFFFFL);
  }

  /** A table with a row for each unit, its name and value put already. */
  Outcome.Table table(Json.Obj facts) {
    Outcome.Table table = Outcome.table(facts, values.length).put("id", names).put("value", values);
    return shapes == null ? table : table.shapes(shapes);
  }
}
