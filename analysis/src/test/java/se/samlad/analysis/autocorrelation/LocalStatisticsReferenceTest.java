package se.samlad.analysis.autocorrelation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.analysis.Reference;
import se.samlad.analysis.autocorrelation.GetisOrd.Form;
import se.samlad.analysis.autocorrelation.LocalMoran.Divisor;
import se.samlad.analysis.autocorrelation.LocalMoran.Moments;
import se.samlad.analysis.autocorrelation.LocalMoran.Parameters;
import se.samlad.analysis.autocorrelation.LocalMoran.Surroundings;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

class LocalStatisticsReferenceTest {

  @ParameterizedTest
  @ValueSource(strings = {"grid_20x15_250m_queen", "columbus_crime", "afcon_conflict"})
  void getisOrdAgrees(String set) {
    Csv expected = csv(set, "expected_local.csv");
    double[] x = values(set);
    Neighbours neighbours = neighbours(set, x.length);
    GetisOrd.Result star = GetisOrd.giStar(x, neighbours);
    agrees(expected, "gistar", star.z());
    agrees(expected, "gistar_p2", star.p());
    agrees(expected, "gistar_p_fdr", star.adjusted());
    agrees(csv(set, "expected_esda.csv"), "gistar_z", star.z());
    agrees(
        expected,
        "gistar_rowstd",
        new GetisOrd(Form.GI_STAR, Weighting.ROW_STANDARDISED, Permutations.NONE)
            .of(x, neighbours)
            .z());
    agrees(
        expected,
        "gi",
        new GetisOrd(Form.GI, Weighting.BINARY, Permutations.NONE)
            .of(x, neighbours)
            .z());
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid_20x15_250m_queen", "columbus_crime", "afcon_conflict"})
  void localMoranAgreesInBothVariancesAndDivisors(String set) {
    Csv expected = csv(set, "expected_local.csv");
    double[] x = values(set);
    Neighbours neighbours = neighbours(set, x.length);
    Parameters byLags = Parameters.DEFAULT.with(Surroundings.MEAN_OF_LAGS);
    LocalMoran.Result conditional = new LocalMoran(byLags).statistics(x, neighbours);
    agrees(expected, "Ii", conditional.statistic());
    agrees(expected, "Ii_E_cond", conditional.moment().expectation());
    agrees(expected, "Ii_Var_cond", conditional.moment().variance());
    agrees(expected, "Ii_Z_cond", conditional.moment().z());
    agrees(expected, "Ii_p2_cond", conditional.moment().p());
    agrees(expected, "Ii_p_fdr", conditional.moment().adjusted());
    assertThat(Arrays.stream(conditional.quadrants()).map(LocalStatisticsReferenceTest::words))
        .containsExactly(expected.texts("quadrant"));
    LocalMoran.Result total = new LocalMoran(byLags.with(Moments.TOTAL)).statistics(x, neighbours);
    agrees(expected, "Ii_E_total", total.moment().expectation());
    agrees(expected, "Ii_Var_total", total.moment().variance());
    agrees(expected, "Ii_Z_total", total.moment().z());
    agrees(expected, "Ii_p2_total", total.moment().p());
    LocalMoran.Result other =
        new LocalMoran(Parameters.DEFAULT.with(Divisor.N_MINUS_1)).statistics(x, neighbours);
    agrees(csv(set, "expected_esda.csv"), "Is", other.statistic());
    int[] quadrants = csv(set, "expected_esda.csv").integers("q");
    int[] ours = Arrays.stream(other.quadrants())
        .mapToInt(quadrant -> switch (quadrant) {
          case HIGH_HIGH -> 1;
          case LOW_HIGH -> 2;
          case LOW_LOW -> 3;
          case HIGH_LOW -> 4;
        })
        .toArray();
    assertThat(ours).containsExactly(quadrants);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid_20x15_250m_queen", "columbus_crime", "afcon_conflict"})
  void globalStatisticsAgree(String set) {
    Json expected =
        Json.read(Reference.folder("gistar_lisa/" + set).resolve("expected_global.json"));
    double[] x = values(set);
    Neighbours neighbours = neighbours(set, x.length);
    GlobalStatistic moran = GlobalMoran.of(x, neighbours);
    Json theirs = expected.get("moran");
    close(moran.value(), theirs.get("I").number());
    close(moran.expectation(), theirs.get("E").number());
    close(moran.variance(), theirs.get("Var_randomisation").number());
    close(moran.z(), theirs.get("Z_randomisation").number());
    close(moran.pGreater(), theirs.get("p_greater").number());
    GlobalStatistic normal =
        GlobalMoran.of(x, neighbours, Weighting.ROW_STANDARDISED, GlobalMoran.Chance.NORMALITY);
    close(normal.variance(), theirs.get("Var_normality").number());
    close(normal.z(), theirs.get("Z_normality").number());
    GlobalStatistic geary = GearyC.of(x, neighbours);
    close(geary.value(), expected.get("geary").get("C").number());
    close(geary.variance(), expected.get("geary").get("Var").number());
    GlobalStatistic g = GlobalG.of(x, neighbours);
    close(g.value(), expected.get("globalG").get("G").number());
    close(g.expectation(), expected.get("globalG").get("E").number());
    close(g.variance(), expected.get("globalG").get("Var").number());
    close(g.z(), expected.get("globalG").get("Z").number());
    assertThat(GlobalMoran.permutationP(
            x, neighbours, Weighting.ROW_STANDARDISED, Permutations.of(999, 1)))
        .isEqualTo(expected.get("moran_mc_999").get("p").number());
  }

  private static String words(LocalMoran.Quadrant quadrant) {
    String[] parts = quadrant.name().split("_", -1);
    return capital(parts[0]) + "-" + capital(parts[1]);
  }

  private static String capital(String word) {
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  static double[] values(String set) {
    return csv(set, "input.csv").numbers("value");
  }

  static Neighbours neighbours(String set, int units) {
    Csv pairs = csv(set, "neighbours.csv");
    int[] from = Arrays.stream(pairs.integers("i")).map(i -> i - 1).toArray();
    int[] to = Arrays.stream(pairs.integers("j")).map(j -> j - 1).toArray();
    return Neighbours.ofPairs(units, from, to);
  }

  private static Csv csv(String set, String file) {
    return Reference.csv("gistar_lisa/" + set, file);
  }

  private static void agrees(Csv expected, String column, double[] ours) {
    double[] theirs = expected.numbers(column);
    for (int i = 0; i < theirs.length; i++) {
      assertThat(ours[i])
          .as("%s of unit %d", column, i + 1)
          .isCloseTo(theirs[i], within(1e-9 * Math.max(1, Math.abs(theirs[i]))));
    }
  }

  private static void close(double ours, double theirs) {
    assertThat(ours).isCloseTo(theirs, within(1e-9 * Math.max(1, Math.abs(theirs))));
  }
}
