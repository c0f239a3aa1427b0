package se.samlad.analysis.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.analysis.Reference;
import se.samlad.analysis.forecast.ForecastAccuracy.Cut;
import se.samlad.analysis.forecast.ForecastAccuracy.Result;
import se.samlad.analysis.table.Csv;

class ForecastAccuracyTest {

  @ParameterizedTest
  @CsvSource({"input.csv, expected.csv", "doc_example_input.csv, doc_example_expected.csv"})
  void agreesWithTheReferenceAtEveryCut(String inputFile, String expectedFile) {
    Csv input = Reference.csv("forecast_accuracy", inputFile);
    Csv expected = Reference.csv("forecast_accuracy", expectedFile);
    Result result =
        ForecastAccuracy.of(input.numbers("pred"), input.numbers("count"), input.numbers("area"));
    agrees(result, Cut::pai, expected.numbers("PAI"));
    agrees(result, Cut::pei, expected.numbers("PEI"));
    agrees(result, Cut::rri, expected.numbers("RRI"));
    agrees(result, Cut::events, expected.numbers("CumCount"));
    agrees(result, Cut::predicted, expected.numbers("CumPred"));
  }

  @Test
  void flaggingEverythingIsNoBetterThanChance() {
    Result result =
        ForecastAccuracy.of(new double[] {1, 2, 3}, new double[] {4, 0, 1}, new double[] {2, 1, 5});
    Cut all = result.cuts().get(2);
    assertThat(all.pai()).isCloseTo(1, within(1e-15));
    assertThat(all.pei()).isCloseTo(1, within(1e-15));
  }

  @Test
  void tiesGiveTheForecastNoLuck() {
    Result result =
        ForecastAccuracy.of(new double[] {1, 1}, new double[] {9, 0}, new double[] {1, 1});
    assertThat(result.cuts().get(0).area()).isEqualTo(1);
    assertThat(result.cuts().get(0).pai()).isZero();
  }

  @Test
  void nothingToHitHasNoIndex() {
    Result result = ForecastAccuracy.of(new double[] {1, 2}, new double[2], new double[] {1, 1});
    assertThat(result.cuts().get(0).pai()).isNaN();
    assertThat(ForecastAccuracy.of(new double[0], new double[0], new double[0]).cuts())
        .isEmpty();
  }

  @Test
  void brokenValuesAreRefused() {
    assertThatThrownBy(
            () -> ForecastAccuracy.of(new double[] {Double.NaN}, new double[1], new double[] {1}))
        .hasMessageContaining("Area 1");
    assertThatThrownBy(() -> ForecastAccuracy.of(new double[1], new double[1], new double[1]))
        .hasMessageContaining("ground above 0");
    assertThatThrownBy(() -> ForecastAccuracy.of(new double[1], new double[2], new double[2]))
        .hasMessageContaining("as many");
  }

  private static void agrees(Result result, ToDoubleFunction<Cut> value, double[] expected) {
    assertThat(result.cuts().stream().mapToDouble(value).toArray())
        .containsExactly(expected, within(1e-10));
  }
}
