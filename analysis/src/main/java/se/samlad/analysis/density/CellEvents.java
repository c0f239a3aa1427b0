package se.samlad.analysis.density;

import java.util.Arrays;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.SquareGrid;

/** Events sorted by the cell of a grid they lie in, each with its way from the centre of that cell, in bandwidths. */
final class CellEvents {
  final double[] dx;
  final double[] dy;
  final double[] weight;
  private final int[] starts;
  private final PlanePoints outside;
  private final double[] outsideWeights;

  CellEvents(SquareGrid grid, PlanePoints events, double[] weights, double bandwidth) {
    int[] cells = new int[events.size()];
    starts = new int[grid.cells() + 2];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = grid.cellOf(events.x(i), events.y(i));
      starts[Math.floorMod(cells[i], grid.cells() + 1) + 1]++;
    }
    for (int cell = 1; cell < starts.length; cell++) {
      starts[cell] += starts[cell - 1];
    }
    int inside = starts[grid.cells()];
    dx = new double[inside];
    dy = new double[inside];
    weight = new double[inside];
    int[] next = Arrays.copyOf(starts, starts.length - 1);
    int[] others = new int[cells.length - inside];
    int left = 0;
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] < 0) {
        others[left++] = i;
        continue;
      }
      int at = next[cells[i]]++;
      dx[at] = (events.x(i) - grid.centreX(cells[i] % grid.columns())) / bandwidth;
      dy[at] = (events.y(i) - grid.centreY(cells[i] / grid.columns())) / bandwidth;
      weight[at] = weights[i];
    }
    outside = events.at(others);
    outsideWeights = Arrays.stream(others).mapToDouble(i -> weights[i]).toArray();
  }

  /** Position of the first event of a cell; those of the next cell follow. */
  int start(int cell) {
    return starts[cell];
  }

  /** Cells that hold an event. */
  int occupied() {
    int occupied = 0;
    for (int cell = 0; cell < starts.length - 2; cell++) {
      occupied += starts[cell + 1] > starts[cell] ? 1 : 0;
    }
    return occupied;
  }

  /** Events that lie in no cell but may reach into the grid. */
  PlanePoints outside() {
    return outside;
  }

  double[] outsideWeights() {
    return outsideWeights;
  }
}
