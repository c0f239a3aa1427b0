package se.samlad.analysis.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.analysis.Reference;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.rates.EmpiricalBayes.LocalSpread;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

class EmpiricalBayesTest {

  @ParameterizedTest
  @ValueSource(strings = {"auckland", "nc_sids74"})
  void agreesWithThePublishedExamples(String set) {
    AreaCounts areas = areas(set);
    Neighbours neighbours = neighbours(set, areas.size());
    Csv expected = Reference.csv("empirical_bayes/" + set, "expected.csv");
    agrees(expected, "raw", areas.rates());
    agrees(expected, "eb_global", EmpiricalBayes.global(areas).smoothed());
    agrees(expected, "eb_global_binomial", EmpiricalBayes.globalBinomial(areas).smoothed());
    agrees(
        expected,
        "eb_local_geoda",
        EmpiricalBayes.local(areas, neighbours, LocalSpread.OWN_MEAN).smoothed());
    agrees(
        expected,
        "eb_local",
        EmpiricalBayes.local(areas, neighbours, LocalSpread.MEANS_OF_NEIGHBOURS).smoothed());
    Json parameters =
        Json.read(Reference.folder("empirical_bayes/" + set).resolve("expected_parameters.json"));
    assertThat(EmpiricalBayes.moran(areas, neighbours))
        .isCloseTo(parameters.get("EBI_moran").number(), within(1e-10));
    assertThat(EmpiricalBayes.global(areas).priorVariance()[0])
        .isCloseTo(parameters.get("parameters").get("a").number(), within(1e-16));
  }

  @Test
  void smallAreasAreDrawnFurtherThanLargeOnes() {
    AreaCounts areas =
        new AreaCounts(new double[] {1, 10, 0, 60}, new double[] {10, 100, 50, 2000});
    double[] raw = areas.rates();
    double[] smoothed = EmpiricalBayes.global(areas).smoothed();
    double mean = areas.overallRate();
    assertThat((smoothed[0] - mean) / (raw[0] - mean))
        .isLessThan((smoothed[1] - mean) / (raw[1] - mean));
    for (int i = 0; i < raw.length; i++) {
      assertThat(Math.abs(smoothed[i] - mean)).isLessThanOrEqualTo(Math.abs(raw[i] - mean));
    }
  }

  @Test
  void ratesThatDifferNoMoreThanChanceAllBecomeTheOverallRate() {
    AreaCounts areas = new AreaCounts(new double[] {3, 4, 5}, new double[] {100, 100, 100});
    assertThat(EmpiricalBayes.global(areas).smoothed()).containsOnly(0.04);
  }

  @Test
  void noCaseAtAllIsZeroEverywhere() {
    AreaCounts areas = new AreaCounts(new double[3], new double[] {10, 20, 30});
    assertThat(EmpiricalBayes.global(areas).smoothed()).containsOnly(0.0);
    assertThat(EmpiricalBayes.globalBinomial(areas).smoothed()).containsOnly(0.0);
    assertThat(EmpiricalBayes.local(areas, Neighbours.rook(3, 1), LocalSpread.OWN_MEAN)
            .smoothed())
        .containsOnly(0.0);
  }

  @Test
  void oneAreaKeepsItsRate() {
    AreaCounts one = new AreaCounts(new double[] {3}, new double[] {100});
    assertThat(EmpiricalBayes.global(one).smoothed()).containsExactly(0.03);
  }

  @Test
  void areaWithoutNeighboursKeepsItsRawRate() {
    AreaCounts areas = new AreaCounts(new double[] {3, 9}, new double[] {100, 100});
    Neighbours none = Neighbours.ofPairs(2, new int[0], new int[0]);
    assertThat(EmpiricalBayes.local(areas, none, LocalSpread.OWN_MEAN).smoothed())
        .containsExactly(0.03, 0.09);
  }

  @Test
  void badCountsAreRefusedWithTheirAreaAndValue() {
    assertThatThrownBy(() -> new AreaCounts(new double[0], new double[0]))
        .hasMessageContaining("0 areas");
    assertThatThrownBy(() -> new AreaCounts(new double[] {1}, new double[] {1, 2}))
        .hasMessageContaining("as many of both");
    assertThatThrownBy(() -> new AreaCounts(new double[] {1, Double.NaN}, new double[] {1, 2}))
        .hasMessageContaining("Area 2 has NaN cases");
    assertThatThrownBy(() -> new AreaCounts(new double[] {1, -1}, new double[] {1, 2}))
        .hasMessageContaining("-1.0");
    assertThatThrownBy(() -> new AreaCounts(new double[] {1, 1}, new double[] {1, 0}))
        .hasMessageContaining("population 0.0");
    assertThatThrownBy(() -> new AreaCounts(
            new double[AreaCounts.MOST_AREAS + 1], new double[AreaCounts.MOST_AREAS + 1]))
        .hasMessageContaining("1000000");
    assertThatThrownBy(() -> EmpiricalBayes.local(
            new AreaCounts(new double[] {1}, new double[] {1}),
            Neighbours.rook(2, 1),
            LocalSpread.OWN_MEAN))
        .hasMessageContaining("1 areas but neighbours of 2");
  }

  static AreaCounts areas(String set) {
    Csv input = Reference.csv("empirical_bayes/" + set, "input.csv");
    return new AreaCounts(input.numbers("cases"), input.numbers("population"));
  }

  private static Neighbours neighbours(String set, int units) {
    Csv pairs = Reference.csv("empirical_bayes/" + set, "neighbours.csv");
    int[] from = Arrays.stream(pairs.integers("i")).map(i -> i - 1).toArray();
    int[] to = Arrays.stream(pairs.integers("j")).map(j -> j - 1).toArray();
    return Neighbours.ofPairs(units, from, to);
  }

  /** A missing value is a 0 / 0 of the reference, where nothing happened in a whole neighbourhood: 0 here. */
  private static void agrees(Csv expected, String column, double[] ours) {
    double[] theirs = expected.numbers(column);
    for (int i = 0; i < theirs.length; i++) {
      double value = Double.isNaN(theirs[i]) ? 0 : theirs[i];
      assertThat(ours[i])
          .as("%s of area %d", column, i + 1)
          .isCloseTo(value, within(1e-10 * Math.abs(value) + 1e-16));
    }
  }
}
