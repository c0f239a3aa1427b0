package se.samlad.analysis.effect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.samlad.analysis.effect.DifferenceInDifferences.Week;

/** A panel as a regression: a column for each area, each week but the first, and treated after the start. */
@SuppressWarnings("ArrayRecordComponent")
record PanelDesign(
    List<Week> kept,
    double[][] rows,
    double[] counts,
    int[] cluster,
    int areas,
    int treatedAreas,
    int weeks) {

  static PanelDesign of(List<Week> panel) {
    check(panel);
    Map<String, Integer> byArea = new HashMap<>();
    Map<Integer, Integer> byWeek = new HashMap<>();
    panel.forEach(each -> {
      byArea.merge(each.area(), each.count(), Integer::sum);
      byWeek.merge(each.week(), each.count(), Integer::sum);
    });
    List<Week> kept = panel.stream()
        .filter(each -> byArea.getOrDefault(each.area(), 0) > 0)
        .filter(each -> byWeek.getOrDefault(each.week(), 0) > 0)
        .toList();
    Map<String, Integer> areas = numbered(kept.stream().map(Week::area).toList());
    Map<Integer, Integer> weeks = numbered(kept.stream().map(Week::week).toList());
    long treated =
        kept.stream().filter(Week::treated).map(Week::area).distinct().count();
    requireAllFour(kept);
    int columns = areas.size() + weeks.size();
    double[][] rows = new double[kept.size()][columns];
    int[] cluster = new int[kept.size()];
    for (int i = 0; i < kept.size(); i++) {
      Week each = kept.get(i);
      cluster[i] = areas.getOrDefault(each.area(), 0);
      rows[i][cluster[i]] = 1;
      int week = weeks.getOrDefault(each.week(), 0);
      if (week > 0) {
        rows[i][areas.size() + week - 1] = 1;
      }
      rows[i][columns - 1] = each.treated() && each.post() ? 1 : 0;
    }
    double[] counts = kept.stream().mapToDouble(Week::count).toArray();
    return new PanelDesign(kept, rows, counts, cluster, areas.size(), (int) treated, weeks.size());
  }

  private static void check(List<Week> panel) {
    Set<List<Object>> seen = new HashSet<>();
    Map<String, Boolean> treated = new HashMap<>();
    Map<Integer, Boolean> post = new HashMap<>();
    for (Week each : panel) {
      if (!seen.add(List.of(each.area(), each.week()))) {
        throw new IllegalArgumentException(
            "area %s has week %d twice".formatted(each.area(), each.week()));
      }
      if (treated.merge(each.area(), each.treated(), (first, now) -> first) != each.treated()) {
        throw new IllegalArgumentException(
            "area %s is both treated and untreated".formatted(each.area()));
      }
      if (post.merge(each.week(), each.post(), (first, now) -> first) != each.post()) {
        throw new IllegalArgumentException(
            "week %d is both before and after the start".formatted(each.week()));
      }
    }
    requireAllFour(panel);
  }

  private static void requireAllFour(List<Week> panel) {
    for (boolean treated : new boolean[] {true, false}) {
      for (boolean post : new boolean[] {true, false}) {
        long events = panel.stream()
            .filter(each -> each.treated() == treated && each.post() == post)
            .mapToLong(Week::count)
            .sum();
        if (events == 0) {
          throw new IllegalArgumentException("%s areas have no events %s the start"
              .formatted(treated ? "treated" : "untreated", post ? "after" : "before"));
        }
      }
    }
  }

  private static <T extends Comparable<T>> Map<T, Integer> numbered(List<T> names) {
    Map<T, Integer> numbers = new TreeMap<>();
    new TreeSet<>(names).forEach(name -> numbers.put(name, numbers.size()));
    return numbers;
  }

  /** The meat of the sandwich: each area's scores summed, then squared. */
  double[][] meat(double[][] scores) {
    int k = rows[0].length;
    double[][] sums = new double[areas][k];
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < k; j++) {
        sums[cluster[i]][j] += scores[i][j];
      }
    }
    double[][] meat = new double[k][k];
    for (double[] sum : sums) {
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          meat[a][b] += sum[a] * sum[b];
        }
      }
    }
    return meat;
  }
}
