package se.samlad.analysis.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import se.samlad.analysis.Progress;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.grid.SquareGrid;
import se.samlad.analysis.season.EmergingHotspots;
import se.samlad.analysis.season.MannKendall;
import se.samlad.analysis.table.Json;

/** {@code emerging}: a row per cell of a grid with what it has been over the periods. */
final class EmergingMethod implements AnalyseMethod {

  private static final int MOST_CELLS = 1_000_000;

  @Override
  public String name() {
    return "emerging";
  }

  @Override
  public String summary() {
    return "Which hotspots are new, persistent, intermittent or former?";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.column("col", "col", "column of the cell, from 0"),
        Option.column("row", "row", "row of the cell, from 0"),
        Option.column("period", "t", "number of the period, from 1; periods do not overlap"),
        Option.column("count", "count", "events of that cell and period; cells left out have 0"),
        Option.number("hot-from", 1.96, "least Gi* of a hot cell"),
        Option.number("lasting", 0.75, "least share of periods of a persistent one"),
        Option.number(
            "west", "left edge of the cells in column 0, metres; with south, cells get shapes"),
        Option.number("south", "lower edge of the cells in row 0, metres"),
        Option.number("cell", 250, "side of a cell in metres"),
        Option.whole("draws", 1000, "parametric draws for the stability of the classes"));
  }

  @Override
  public int mostRows() {
    return Input.ROW_LIMIT;
  }

  @Override
  public Outcome run(Input input, Options options, Progress progress) {
    int[] col = input.whole(options.column("col"), 0);
    int[] row = input.whole(options.column("row"), 0);
    int[] period = input.whole(options.column("period"), 1);
    int[] count = input.counts(options.column("count"));
    long columns = 1 + (long) Arrays.stream(col).max().orElse(0);
    long rows = 1 + (long) Arrays.stream(row).max().orElse(0);
    long periods = Arrays.stream(period).max().orElse(0);
    if (columns * rows * Math.max(1, periods) > MOST_CELLS) {
      throw new IllegalArgumentException(
          "%d x %d cells over %d periods are more than %,d, which is the limit"
              .formatted(columns, rows, periods, MOST_CELLS));
    }
    int[][] counts = new int[(int) periods][(int) (columns * rows)];
    for (int i = 0; i < input.size(); i++) {
      counts[period[i] - 1][(int) (row[i] * columns + col[i])] += count[i];
    }
    EmergingHotspots.Parameters parameters = new EmergingHotspots.Parameters(
        options.number("hot-from"),
        options.number("lasting"),
        options.whole("draws"),
        options.seed(),
        options.threads());
    EmergingHotspots result = EmergingHotspots.of(
        counts, Neighbours.queen((int) columns, (int) rows), parameters, progress);
    return outcome(result, (int) columns, options);
  }

  private Outcome outcome(EmergingHotspots result, int columns, Options options) {
    Json.Builder sizes = Json.object();
    result
        .sizes()
        .forEach((course, size) -> sizes.put(course.name().toLowerCase(Locale.ROOT), size));
    Json.Obj facts = Json.object()
        .put("method", name())
        .put("n", result.n())
        .put("periods", result.z().length)
        .put("classes", sizes.build())
        .put("seed", options.seed())
        .put(
            "parameters",
            Json.object()
                .put("hotFrom", result.parameters().hotFrom())
                .put("lasting", result.parameters().lasting())
                .put("draws", result.parameters().draws())
                .build())
        .build();
    int cells = result.classes().length;
    int[] col = new int[cells];
    int[] row = new int[cells];
    String[] course = new String[cells];
    String[] certainty = new String[cells];
    double[] trendP = new double[cells];
    MannKendall[] trends = result.trends();
    for (int cell = 0; cell < cells; cell++) {
      col[cell] = cell % columns;
      row[cell] = cell / columns;
      course[cell] = result.classes()[cell].name().toLowerCase(Locale.ROOT);
      certainty[cell] = result.certainty(cell).name().toLowerCase(Locale.ROOT);
      trendP[cell] = trends.length == 0 ? Double.NaN : trends[cell].p();
    }
    Outcome.Table table = Outcome.table(facts, cells);
    if (options.findNumber("west").isPresent() || options.findNumber("south").isPresent()) {
      table.shapes(shapes(columns, cells, options));
    }
    return table
        .put("col", col)
        .put("row", row)
        .put("class", course)
        .put("last_gistar", result.z()[result.z().length - 1])
        .put("trend_p", trendP)
        .put("stability", result.stability())
        .put("certainty", certainty)
        .build();
  }

  private static List<Geometry> shapes(int columns, int cells, Options options) {
    SquareGrid grid = new SquareGrid(
        options.findNumber("west").orElseThrow(EmergingMethod::halfACorner),
        options.findNumber("south").orElseThrow(EmergingMethod::halfACorner),
        options.number("cell"),
        columns,
        cells / columns);
    return Places.squares(grid, IntStream.range(0, cells).toArray());
  }

  private static IllegalArgumentException halfACorner() {
    return new IllegalArgumentException("--west and --south belong together");
  }
}
