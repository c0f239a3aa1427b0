package se.samlad.analysis.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.Reference;
import se.samlad.analysis.distribution.SeededRandom;
import se.samlad.analysis.effect.DifferenceInDifferences.Parameters;
import se.samlad.analysis.effect.DifferenceInDifferences.Week;
import se.samlad.analysis.table.Csv;

class DifferenceInDifferencesTest {

  private static final Parameters QUICK = new Parameters(0.95, 99, 200, 1, 1);

  @Test
  void twoAreasAndTwoWeeksAreTheRatioOfRatios() {
    List<Week> panel = List.of(
        new Week("a", 1, true, false, 20),
        new Week("a", 2, true, true, 10),
        new Week("b", 1, false, false, 15),
        new Week("b", 2, false, true, 15),
        new Week("c", 1, false, false, 15),
        new Week("c", 2, false, true, 15));
    DifferenceInDifferences result = DifferenceInDifferences.of(panel, QUICK);
    assertThat(result.rateRatio()).isCloseTo(0.5, within(1e-12));
    assertThat(result.modelError())
        .isCloseTo(Math.sqrt(1 / 20.0 + 1 / 10.0 + 2 / 30.0), within(1e-9));
  }

  @Test
  void sumsBeforeAndAfterGiveTheSameErrorByArea() {
    DifferenceInDifferences result = DifferenceInDifferences.of(reference(), QUICK);
    TwoPeriods periods = TwoPeriods.of(reference());
    assertThat(periods.effect(periods.treated())).isCloseTo(result.effect().value(), within(1e-10));
    assertThat(periods.clusterError()).isCloseTo(result.clusterErrorUncorrected(), within(1e-8));
  }

  @Test
  void fewAreasAreSaidAndPermutedOver() {
    DifferenceInDifferences result = DifferenceInDifferences.of(reference(), QUICK);
    assertThat(result.fewClusters()).isTrue();
    Permutation permutation = result.permutation().orElseThrow();
    assertThat(permutation.exhaustive()).isTrue();
    // Choosing 2 of 8 areas can be done in 28 ways.
    assertThat(permutation.tried()).isEqualTo(28);
    assertThat(permutation.p())
        .isEqualTo(permutation.asFar() / 28.0)
        .isGreaterThanOrEqualTo(1 / 28.0);
  }

  @Test
  void permutationsDrawnDoNotDependOnThreads() {
    List<Week> panel = simulated(40, 20, 1, 11);
    Parameters one = new Parameters(0.95, 499, 200, 5, 1);
    Parameters three = new Parameters(0.95, 499, 200, 5, 3);
    DifferenceInDifferences result = DifferenceInDifferences.of(panel, one);
    assertThat(result.fewClusters()).isFalse();
    assertThat(result.permutation().orElseThrow().exhaustive()).isFalse();
    assertThat(DifferenceInDifferences.of(panel, three).permutation())
        .isEqualTo(result.permutation());
    assertThat(DifferenceInDifferences.of(panel, three).stability()).isEqualTo(result.stability());
  }

  @Test
  void halvedCountsAreFoundWithCertainty() {
    DifferenceInDifferences result = DifferenceInDifferences.of(simulated(20, 30, 0.5, 3), QUICK);
    assertThat(result.word()).isEqualTo(RateRatio.Word.FEWER);
    assertThat(result.certainty()).isEqualTo(Certainty.CLEAR);
    assertThat(result.interval().contains(0.5)).isTrue();
    assertThat(result.permutation().orElseThrow().p()).isLessThan(0.05);
  }

  @Test
  void emptyAreasAndWeeksAreLeftOutAndCounted() {
    List<Week> panel = new ArrayList<>(simulated(12, 10, 1, 4));
    for (int week = 1; week <= 10; week++) {
      panel.add(new Week("silent", week, false, week > 5, 0));
    }
    DifferenceInDifferences result = DifferenceInDifferences.of(panel, QUICK);
    assertThat(result.leftOut()).isEqualTo(10);
    assertThat(result.areas()).isEqualTo(12);
    assertThat(result.n()).isEqualTo(120);
  }

  @Test
  void missingWeeksAreLeftToTheRegression() {
    List<Week> whole = simulated(12, 20, 0.6, 8);
    List<Week> part =
        whole.stream().filter(each -> each.week() % 7 != 3 || each.treated()).toList();
    assertThat(DifferenceInDifferences.of(part, QUICK).effect().value())
        .isCloseTo(DifferenceInDifferences.of(whole, QUICK).effect().value(), within(0.2));
  }

  @Test
  void panelThatCannotBeComparedIsRefused() {
    assertThatThrownBy(() -> new Week("a", 1, true, true, -1)).hasMessageContaining("below 0");
    assertThatThrownBy(() -> DifferenceInDifferences.of(List.of(), QUICK))
        .hasMessageContaining("no events");
    List<Week> onlyTreated =
        simulated(6, 6, 1, 1).stream().filter(Week::treated).toList();
    assertThatThrownBy(() -> DifferenceInDifferences.of(onlyTreated, QUICK))
        .hasMessageContaining("untreated areas have no events");
    List<Week> twice = new ArrayList<>(simulated(6, 6, 1, 1));
    twice.add(twice.get(0));
    assertThatThrownBy(() -> DifferenceInDifferences.of(twice, QUICK))
        .hasMessageContaining("week 1 twice");
    List<Week> both = new ArrayList<>(simulated(6, 6, 1, 1));
    both.add(new Week("a0", 99, false, true, 1));
    assertThatThrownBy(() -> DifferenceInDifferences.of(both, QUICK))
        .hasMessageContaining("both treated and untreated");
    assertThatThrownBy(() -> new Parameters(0.95, -1, 1, 1, 1))
        .hasMessageContaining("permutations -1");
  }

  private static List<Week> simulated(int areas, int weeks, double ratio, long seed) {
    SeededRandom random = new SeededRandom(seed);
    List<Week> panel = new ArrayList<>();
    for (int area = 0; area < areas; area++) {
      double level = 5 + area % 7;
      for (int week = 1; week <= weeks; week++) {
        boolean treated = area < areas / 3;
        boolean post = week > weeks / 2;
        double mean = level * (1 + 0.1 * (week % 3)) * (treated && post ? ratio : 1);
        panel.add(new Week("a" + area, week, treated, post, (int) random.nextPoisson(mean)));
      }
    }
    return panel;
  }

  private static List<Week> reference() {
    Csv table = Reference.csv("did_its", "panel.csv");
    List<Week> panel = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      panel.add(new Week(
          table.text(row, "area"),
          (int) table.number(row, "week"),
          table.number(row, "treated") == 1,
          table.number(row, "post") == 1,
          (int) table.number(row, "count")));
    }
    return panel;
  }
}
