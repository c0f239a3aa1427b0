package se.samlad.analysis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samlad.analysis.table.Csv;

/**
 * Every method meets every kind of bad input: the answers stand in bad-input.csv, a defined answer as its number of rows or a
 * refusal as its sentence, and none is a crash.
 */
class BadInputTest {

  private static Csv answers() throws IOException {
    try (InputStream file = Objects.requireNonNull(
        BadInputTest.class.getResourceAsStream("/bad-input.csv"), "bad-input.csv")) {
      return Csv.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static Stream<SmallInput> inputs() {
    return SmallInput.all().stream();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void eachKindOfBadInputIsAnsweredOrRefusedByName(SmallInput input) throws IOException {
    List<String> expected = new ArrayList<>();
    Csv answers = answers();
    for (int row = 0; row < answers.size(); row++) {
      if (answers.text(row, "method").equals(input.method())) {
        expected.add(answers.text(row, "input") + ": " + answers.text(row, "answer"));
      }
    }
    assertThat(input.answers()).isEqualTo(expected);
  }

  @Test
  void everyMethodIsAmongTheInputs() {
    assertThat(SmallInput.all())
        .extracting(SmallInput::method)
        .containsExactlyInAnyOrderElementsOf(
            AnalyseMethods.all().stream().map(AnalyseMethod::name).toList());
  }

  static Stream<AnalyseMethod> methods() {
    return AnalyseMethods.all().stream();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void moreRowsThanTheMethodTakesAreRefusedByNameAndLimit(AnalyseMethod method) {
    Options options = Options.of(method, Map.of());
    options.requireRoom(method.mostRows());
    assertThatThrownBy(() -> options.requireRoom(method.mostRows() + 1))
        .hasMessageContaining(method.name())
        .hasMessageContaining(String.format(Locale.ROOT, "%,d rows", method.mostRows()));
    assertThat(method.mostRows()).isLessThanOrEqualTo(10_000_000);
  }

  @Test
  void readingStopsAtTheLimitOfTheMethod() {
    String many = "name,score,easting,northing\n" + "a,1,600000,6600000\n".repeat(2001);
    assertThatThrownBy(() -> Analyse.run("patrol", many))
        .hasMessage(
            "The input has more than 2,000 rows, which is the limit of patrol; split it by area or period");
  }

  @Test
  void areasWithHolesAndIslandsAreAnsweredByTheirCentres() {
    String ring = "[[[18.0,59.3],[18.1,59.3],[18.1,59.4],[18.0,59.4],[18.0,59.3]],"
        + "[[18.04,59.34],[18.06,59.34],[18.06,59.36],[18.04,59.36],[18.04,59.34]]]";
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      String islands =
          "[[[[18.%d,59.5],[18.%d5,59.5],[18.%d,59.55],[18.%d,59.5]]],".formatted(i, i, i, i)
              + "[[[18.%d,59.6],[18.%d5,59.6],[18.%d,59.65],[18.%d,59.6]]]]".formatted(i, i, i, i);
      features
          .append(i == 0 ? "" : ",")
          .append("{\"type\":\"Feature\",\"properties\":{\"value\":")
          .append(i * i)
          .append("},\"geometry\":{\"type\":")
          .append(
              i == 0
                  ? "\"Polygon\",\"coordinates\":" + ring
                  : "\"MultiPolygon\",\"coordinates\":" + islands)
          .append("}}");
    }
    String areas = "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    for (String method : List.of("gistar", "moran")) {
      Outcome outcome = Analyse.run(method, areas, "distance", "40000");
      assertThat(outcome.rows()).isEqualTo(4);
    }
    assertThat(Analyse.run("dbscan", areas, "eps", "40000", "min-points", "2").rows())
        .isEqualTo(4);
    String nothing = areas.replace(ring, "[]");
    assertThatThrownBy(() -> Analyse.run("gistar", nothing, "distance", "40000"))
        .hasMessage("Row 1 has no place");
  }
}
