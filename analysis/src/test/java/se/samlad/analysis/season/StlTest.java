package se.samlad.analysis.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.analysis.Reference;
import se.samlad.analysis.season.Stl.Parameters;
import se.samlad.analysis.table.Csv;
import se.samlad.analysis.table.Json;

class StlTest {

  @ParameterizedTest
  @CsvSource({
    "co2, periodic",
    "co2, 21",
    "nottem, periodic",
    "nottem, periodic_robust",
    "nottem, 7",
    "nottem, 7_robust",
    "est_weekly, periodic",
    "est_weekly, periodic_robust",
    "est_weekly, 13",
    "est_weekly, 13_robust"
  })
  void agreesWithTheFortranOfItsAuthors(String set, String setting) {
    double[] series = Reference.csv("stl/" + set, "input.csv").numbers("value");
    Stl.Result result = new Stl(parameters(set, setting, series.length)).decompose(series);
    Csv expected = Reference.csv("stl/" + set, "expected_stl.csv");
    double tolerance = 1e-8 * standardDeviation(series);
    assertThat(result.seasonal())
        .containsExactly(expected.numbers(setting + "_seasonal"), within(tolerance));
    assertThat(result.trend())
        .containsExactly(expected.numbers(setting + "_trend"), within(tolerance));
    assertThat(result.remainder())
        .containsExactly(expected.numbers(setting + "_remainder"), within(tolerance));
    if (expected.has(setting + "_weights")) {
      assertThat(result.weights())
          .containsExactly(expected.numbers(setting + "_weights"), within(1e-8));
    }
  }

  @ParameterizedTest
  @CsvSource({"co2", "nottem", "est_weekly"})
  void classicalFigureAgreesWithTheReference(String set) {
    double[] series = Reference.csv("stl/" + set, "input.csv").numbers("value");
    Json parameters = Json.read(Reference.folder("stl/" + set).resolve("parameters.json"));
    int period = parameters.get("frequency").integer();
    double[] additive = parameters.get("decompose_additive_figure").numbers();
    assertThat(SeasonalFigure.additive(series, period)).containsExactly(additive, within(1e-9));
    parameters
        .find("decompose_multiplicative_figure")
        .ifPresent(expected -> assertThat(SeasonalFigure.multiplicative(series, period))
            .containsExactly(expected.numbers(), within(1e-9)));
  }

  @Test
  void defaultWindowsAreThoseOfTheReference() {
    Parameters changing = Parameters.changing(52, 13, false);
    assertThat(changing.seasonal()).isEqualTo(new Stl.Smoother(13, 0, 2));
    assertThat(changing.trend()).isEqualTo(new Stl.Smoother(89, 1, 9));
    assertThat(changing.lowPass()).isEqualTo(new Stl.Smoother(53, 1, 6));
    assertThat(Parameters.periodic(52, 364, true).seasonal().window()).isEqualTo(3641);
  }

  @Test
  void constantSeriesHasNeitherSeasonNorRemainder() {
    double[] series = new double[40];
    Arrays.fill(series, 7);
    Stl.Result result = new Stl(Parameters.changing(12, 7, true)).decompose(series);
    assertThat(result.trend()).containsOnly(new double[] {7}, within(1e-12));
    assertThat(result.seasonal()).containsOnly(new double[] {0}, within(1e-12));
    assertThat(result.remainder()).containsOnly(new double[] {0}, within(1e-12));
    assertThat(result.weights()).containsOnly(1.0);
  }

  @Test
  void addingALevelMovesOnlyTheTrend() {
    double[] series = Reference.csv("stl/nottem", "input.csv").numbers("value");
    double[] lifted = Arrays.stream(series).map(value -> value + 100).toArray();
    Stl stl = new Stl(Parameters.changing(12, 7, true));
    assertThat(stl.decompose(lifted).seasonal())
        .containsExactly(stl.decompose(series).seasonal(), within(1e-9));
    assertThat(stl.decompose(lifted).remainder())
        .containsExactly(stl.decompose(series).remainder(), within(1e-9));
  }

  @Test
  void shortOrBrokenSeriesIsRefusedByName() {
    assertThatThrownBy(() -> Stl.periodic(new double[104], 52))
        .isInstanceOf(Stl.SeriesTooShort.class);
    assertThatThrownBy(() -> Stl.periodic(new double[0], 52))
        .isInstanceOf(Stl.SeriesTooShort.class);
    assertThatThrownBy(() -> Stl.periodic(new double[200], 2_000_000_000))
        .isInstanceOf(Stl.SeriesTooShort.class)
        .hasMessageContaining("4000000000");
    double[] gap = new double[200];
    gap[17] = Double.NaN;
    assertThatThrownBy(() -> Stl.periodic(gap, 52))
        .isInstanceOf(Stl.MissingValue.class)
        .hasMessageContaining("18");
    assertThatThrownBy(() -> SeasonalFigure.additive(new double[20], 12))
        .isInstanceOf(Stl.SeriesTooShort.class);
  }

  static Parameters parameters(String set, String setting, int length) {
    int period = Json.read(Reference.folder("stl/" + set).resolve("parameters.json"))
        .get("frequency")
        .integer();
    boolean robust = setting.endsWith("_robust");
    String window = setting.replace("_robust", "");
    return window.equals("periodic")
        ? Parameters.periodic(period, length, robust)
        : Parameters.changing(period, Integer.parseInt(window), robust);
  }

  private static double standardDeviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
