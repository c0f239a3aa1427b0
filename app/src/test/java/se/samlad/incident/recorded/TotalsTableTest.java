package se.samlad.incident.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samlad.incident.RecordedCrime.Total;

/** Counts by area and month; a line is shown as name: counts = sum, with ·· where something is hidden. */
class TotalsTableTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  @Test
  void groupSeesEveryCountAndEverySum() {
    assertThat(table(false, "Centrum 12 1", "Norr 7 0"))
        .containsExactly("Centrum: 12 1 = 13", "Norr: 7 0 = 7", ": 19 1 = 20");
  }

  @Test
  void outsideTheGroupASmallCountHidesASecondOneAndTheSums() {
    assertThat(table(true, "Centrum 12 30", "Norr 3 20", "Söder 8 9"))
        .containsExactly(
            "Centrum: 12 30 = 42", "Norr: ·· 20 = ··", "Söder: ·· 9 = ··", ": ·· 59 = ··");
  }

  @Test
  void hiddenCountsOfAMonthAreFiveTogetherAtLeast() {
    assertThat(table(true, "Centrum 12 0", "Norr 1 0", "Söder 2 0", "Väster 9 0"))
        .containsExactly(
            "Centrum: 12 0 = 12",
            "Norr: ·· 0 = ··",
            "Söder: ·· 0 = ··",
            "Väster: ·· 0 = ··",
            ": ·· 0 = ··");
  }

  @Test
  void fiveAndMoreAreTold() {
    assertThat(table(true, "Centrum 5 0")).containsExactly("Centrum: 5 0 = 5", ": 5 0 = 5");
  }

  private static List<String> table(boolean outside, String... areas) {
    List<Total> totals = new ArrayList<>();
    for (String area : areas) {
      String[] parts = area.split(" ");
      totals.add(new Total(null, parts[0], "1210", "", OCTOBER, Integer.parseInt(parts[1])));
      totals.add(new Total(null, parts[0], "1210", "", NOVEMBER, Integer.parseInt(parts[2])));
    }
    TotalsTable table = TotalsTable.of(totals, List.of(OCTOBER, NOVEMBER), Total::area, outside);
    List<TotalsTable.Line> lines = new ArrayList<>(table.lines());
    lines.add(table.sum());
    return lines.stream().map(TotalsTableTest::shown).toList();
  }

  private static String shown(TotalsTable.Line line) {
    return line.name() + ": " + count(line.counts().get(0)) + " "
        + count(line.counts().get(1)) + " = " + count(line.sum());
  }

  private static String count(Integer count) {
    return count == null ? "··" : count.toString();
  }
}
