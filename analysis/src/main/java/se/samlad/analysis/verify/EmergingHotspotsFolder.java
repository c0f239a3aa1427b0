package se.samlad.analysis.verify;

import java.nio.file.Path;
import java.util.Arrays;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.season.EmergingHotspots;
import se.samlad.analysis.season.MannKendall;
import se.samlad.analysis.table.Csv;

/** Gi* by period and over the whole cube of cells and periods, and each cell's trend. */
final class EmergingHotspotsFolder implements FolderKind {

  private static final Tolerance TOLERANCE = Tolerance.relative(1e-9, 1);

  @Override
  public String name() {
    return "emerging_hotspots";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv input = Csv.read(folder.resolve("input.csv"));
    int columns = 1 + Arrays.stream(input.integers("col")).max().orElseThrow();
    int rows = 1 + Arrays.stream(input.integers("row")).max().orElseThrow();
    int periods = Arrays.stream(input.integers("t")).max().orElseThrow();
    int[][] counts = new int[periods][columns * rows];
    int[] idOf = new int[columns * rows];
    for (int row = 0; row < input.size(); row++) {
      int cell = (int) (input.number(row, "row") * columns + input.number(row, "col"));
      counts[(int) input.number(row, "t") - 1][cell] = (int) input.number(row, "count");
      idOf[cell] = (int) input.number(row, "id");
    }
    EmergingHotspots.Parameters parameters = new EmergingHotspots.Parameters(1.96, 0.75, 0, 1, 1);
    EmergingHotspots ours =
        EmergingHotspots.of(counts, Neighbours.queen(columns, rows), parameters);
    int[] cellOf = new int[1 + Arrays.stream(idOf).max().orElseThrow()];
    for (int cell = 0; cell < idOf.length; cell++) {
      cellOf[idOf[cell]] = cell;
    }
    compare(folder, ours, cellOf, findings);
  }

  private static void compare(Path folder, EmergingHotspots ours, int[] cellOf, Findings findings) {
    Csv gistar = Csv.read(folder.resolve("expected_gistar.csv"));
    for (int row = 0; row < gistar.size(); row++) {
      int period = (int) gistar.number(row, "t") - 1;
      int cell = cellOf[(int) gistar.number(row, "id")];
      Expected reads = new Expected(gistar, row, findings);
      reads.compare("Gi* over the cube", TOLERANCE, "gistar_cube", ours.cubeZ()[period][cell]);
      reads.compare("Gi* by period", TOLERANCE, "gistar_slice", ours.z()[period][cell]);
    }
    Csv trend = Csv.read(folder.resolve("expected_trend.csv"));
    for (int row = 0; row < trend.size(); row++) {
      MannKendall own = ours.trends()[cellOf[(int) trend.number(row, "id")]];
      Expected reads = new Expected(trend, row, findings);
      reads.compare("S", Tolerance.exact(), "S", own.s());
      reads.compare("variance, z, p", TOLERANCE, "varS", own.variance());
      reads.compare("variance, z, p", TOLERANCE, "z", own.z());
      reads.compare("variance, z, p", TOLERANCE, "p", own.p());
    }
  }
}
