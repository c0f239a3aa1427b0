package se.samlad.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.samlad.analysis.aberration.HotspotTest;
import se.samlad.analysis.aberration.PooledDispersion;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.insight.Hotspot.Cell;

/** Weekly counts of every cell, folded into four-week windows that end with any week, and tested. */
final class CellHistory {

  /** Past windows a count is read against. */
  static final int WINDOWS = 13;

  /** Weeks from the oldest window's first to the newest week, first and last included. */
  static final int REACH = Hotspot.WEEKS * (WINDOWS + 1);

  private final Map<Cell, Map<IsoWeek, Integer>> counts =
      new TreeMap<>(java.util.Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
  private final Set<IsoWeek> heard;
  private final java.util.Optional<IsoWeek> beginning;

  /** @param heard weeks in which anything at all was heard: a window before the first, or without any, has no data */
  CellHistory(Set<IsoWeek> heard) {
    this.heard = Set.copyOf(heard);
    this.beginning = heard.stream().min(java.util.Comparator.naturalOrder());
  }

  void add(Cell cell, IsoWeek week, int count) {
    counts.computeIfAbsent(cell, any -> new HashMap<>()).merge(week, count, Integer::sum);
  }

  /** Four-week windows of all cells with any incident in them, and what the test says. */
  record Tested(List<Cell> cells, int[] now, int[][] past, int windows, HotspotTest.Result result) {

    boolean[] kept() {
      boolean[] kept = new boolean[cells.size()];
      result.cells().forEach(cell -> kept[cell.index()] = cell.kept());
      return kept;
    }

    java.util.stream.Stream<Cell> hotspots() {
      return result.hotspots().stream().map(cell -> cells.get(cell.index()));
    }
  }

  Set<IsoWeek> heard() {
    return heard;
  }

  /** Incidents of these cells together, by week. */
  Map<IsoWeek, Integer> weeksOf(List<Cell> cells) {
    Map<IsoWeek, Integer> weeks = new HashMap<>();
    for (Cell cell : cells) {
      counts
          .getOrDefault(cell, Map.of())
          .forEach((week, count) -> weeks.merge(week, count, Integer::sum));
    }
    return weeks;
  }

  /**
   * How much more than chance the single weeks of cells vary, told from all cells and the weeks that the windows of this
   * week reach. Single weeks have another dispersion than windows of four.
   */
  PooledDispersion weeklyDispersion(IsoWeek last) {
    int[][] rows = counts.values().stream()
        .map(weeks -> {
          int[] row = new int[REACH];
          for (int ago = 0; ago < REACH; ago++) {
            IsoWeek week = last.plus(-ago);
            row[ago] =
                heard.contains(week) ? weeks.getOrDefault(week, 0) : PooledDispersion.MISSING;
          }
          return row;
        })
        .toArray(int[][]::new);
    return PooledDispersion.of(rows);
  }

  /** Tests the four weeks that end with {@code last}. */
  Tested test(IsoWeek last, HotspotTest.Parameters parameters) {
    boolean[] present = new boolean[WINDOWS];
    int windows = 0;
    for (int window = 0; window < WINDOWS; window++) {
      present[window] = hasData(end(last, window + 1));
      windows += present[window] ? 1 : 0;
    }
    List<Cell> cells = new ArrayList<>();
    List<int[]> rows = new ArrayList<>();
    for (var entry : counts.entrySet()) {
      int[] sums = new int[WINDOWS + 1];
      if (sum(entry.getValue(), last, sums) > 0) {
        cells.add(entry.getKey());
        rows.add(sums);
      }
    }
    int[] now = new int[cells.size()];
    int[][] past = new int[cells.size()][WINDOWS];
    for (int i = 0; i < now.length; i++) {
      now[i] = rows.get(i)[0];
      for (int window = 0; window < WINDOWS; window++) {
        past[i][window] = present[window] ? rows.get(i)[window + 1] : PooledDispersion.MISSING;
      }
    }
    return new Tested(cells, now, past, windows, HotspotTest.run(now, past, parameters));
  }

  private static int sum(Map<IsoWeek, Integer> weeks, IsoWeek last, int[] sums) {
    int all = 0;
    for (var entry : weeks.entrySet()) {
      int ago = entry.getKey().until(last);
      if (ago >= 0 && ago < REACH) {
        sums[ago / Hotspot.WEEKS] += entry.getValue();
        all += entry.getValue();
      }
    }
    return all;
  }

  private boolean hasData(IsoWeek end) {
    IsoWeek first = end.plus(1 - Hotspot.WEEKS);
    return beginning.isPresent()
        && first.compareTo(beginning.get()) >= 0
        && Answers.weeks(first, end).anyMatch(heard::contains);
  }

  private static IsoWeek end(IsoWeek last, int windowsAgo) {
    return last.plus(-Hotspot.WEEKS * windowsAgo);
  }
}
