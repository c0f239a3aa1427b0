package se.samlad.incident.recorded;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samlad.ground.disclosure.SmallNumbers;
import se.samlad.incident.RecordedCrime.Total;

/**
 * Offences by line and month. For those outside the EST group counts from one to four are hidden; so that a month's total known from elsewhere
 * does not give one away, each month hides at least two, together at least five, and a sum that holds a hidden count is hidden as well.
 */
record TotalsTable(List<YearMonth> months, List<Line> lines, Line sum) {

  /** A line of the table; a null count is hidden. */
  record Line(
      String name, List<@Nullable Integer> counts, @Nullable Integer sum) {}

  /** Lines come in the order of the totals. */
  static TotalsTable of(
      List<Total> totals, List<YearMonth> months, Function<Total, String> name, boolean outside) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (Total total : totals) {
      int month = months.indexOf(total.month());
      if (month >= 0) {
        counts.computeIfAbsent(name.apply(total), key -> new int[months.size()])[month] +=
            total.offences();
      }
    }
    boolean[][] hidden = new boolean[months.size()][counts.size()];
    List<int[]> rows = List.copyOf(counts.values());
    for (int month = 0; outside && month < months.size(); month++) {
      hide(rows, month, hidden[month]);
    }
    return table(months, List.copyOf(counts.keySet()), rows, hidden);
  }

  private static void hide(List<int[]> rows, int month, boolean[] hidden) {
    List<Integer> bySize = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row)[month] > 0) {
        bySize.add(row);
      }
    }
    bySize.sort(Comparator.comparingInt(row -> rows.get(row)[month]));
    int number = 0;
    int together = 0;
    for (int row : bySize) {
      int count = rows.get(row)[month];
      boolean small = count < SmallNumbers.THRESHOLD;
      boolean cover = number > 0 && (number < 2 || together < SmallNumbers.THRESHOLD);
      if (small || cover) {
        hidden[row] = true;
        number++;
        together += count;
      }
    }
  }

  private static TotalsTable table(
      List<YearMonth> months, List<String> names, List<int[]> rows, boolean[][] hidden) {
    List<Line> lines = new ArrayList<>();
    @Nullable Integer[] sums = new Integer[months.size()];
    java.util.Arrays.fill(sums, 0);
    for (int row = 0; row < rows.size(); row++) {
      List<@Nullable Integer> counts = new ArrayList<>();
      for (int month = 0; month < months.size(); month++) {
        Integer count = hidden[month][row] ? null : Integer.valueOf(rows.get(row)[month]);
        counts.add(count);
        sums[month] = plus(sums[month], count);
      }
      lines.add(new Line(names.get(row), counts, sum(counts)));
    }
    List<@Nullable Integer> last = java.util.Arrays.asList(sums);
    return new TotalsTable(months, lines, new Line("", last, sum(last)));
  }

  /** Whether something is hidden. */
  public boolean hides() {
    return lines.stream().anyMatch(line -> line.counts().contains(null));
  }

  private static @Nullable Integer sum(List<@Nullable Integer> counts) {
    Integer sum = 0;
    for (Integer count : counts) {
      sum = plus(sum, count);
    }
    return sum;
  }

  private static @Nullable Integer plus(@Nullable Integer sum, @Nullable Integer count) {
    return sum == null || count == null ? null : Integer.valueOf(sum + count);
  }
}
