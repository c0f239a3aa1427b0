package se.samlad.analysis.aberration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins kept cells that touch into hotspots (Swedish: sammanhängande hotspot).
 *
 * <p>Question: which kept cells are one place? Terms: integer columns and rows of a grid; cells that share a side or a corner
 * touch (queen). Edges: no kept cell gives no group, the same cell twice is refused. Method: a walk over touching kept cells.
 * Cost: linear. The order is the largest count first, then the lowest row and column, so it depends on nothing else.
 */
public final class HotspotCells {
  private HotspotCells() {}

  /**
   * @param members input places of its cells, by row and column
   * @param count events in them together
   */
  public record Group(List<Integer> members, long count) {
    public Group {
      members = List.copyOf(members);
    }
  }

  private record Square(int column, int row) {}

  /** The groups of touching kept cells. */
  public static List<Group> join(int[] column, int[] row, int[] count, boolean[] kept) {
    if (column.length != row.length || row.length != count.length || count.length != kept.length) {
      throw new IllegalArgumentException("columns, rows, counts and kept must be equally many");
    }
    Map<Square, Integer> waiting = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        order.add(i);
        if (waiting.put(new Square(column[i], row[i]), i) != null) {
          throw new IllegalArgumentException(
              "cell %d, %d is given twice".formatted(column[i], row[i]));
        }
      }
    }
    Comparator<Integer> byPlace =
        Comparator.<Integer>comparingInt(i -> row[i]).thenComparingInt(i -> column[i]);
    order.sort(byPlace);
    List<Group> groups = new ArrayList<>();
    for (int start : order) {
      if (waiting.remove(new Square(column[start], row[start])) != null) {
        List<Integer> members = walk(start, column, row, waiting);
        members.sort(byPlace);
        groups.add(new Group(members, members.stream().mapToLong(i -> count[i]).sum()));
      }
    }
    groups.sort(Comparator.comparingLong(Group::count).reversed());
    return groups;
  }

  private static List<Integer> walk(
      int start, int[] column, int[] row, Map<Square, Integer> waiting) {
    List<Integer> members = new ArrayList<>();
    Deque<Integer> next = new ArrayDeque<>();
    next.add(start);
    while (!next.isEmpty()) {
      int cell = next.remove();
      members.add(cell);
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          Integer neighbour = waiting.remove(new Square(column[cell] + dx, row[cell] + dy));
          if (neighbour != null) {
            next.add(neighbour);
          }
        }
      }
    }
    return members;
  }
}
