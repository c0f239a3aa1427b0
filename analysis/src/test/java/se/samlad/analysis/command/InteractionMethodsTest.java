package se.samlad.analysis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InteractionMethodsTest {

  private static final String EVENTS = """
      easting,northing,date
      587000,6588000,2026-11-01
      587003,6588004,2026-11-02
      587000,6588000,2026-11-11
      587100,6588000,2026-11-02
      """;

  @Test
  void knoxCountsThePairsOfATableWithDates() {
    Outcome outcome = Analyse.run(
        "knox", EVENTS, "space-bands", "5, 100", "time-bands", "1,9", "permutations", "99");
    assertThat(IntStream.range(0, 4).mapToDouble(row -> outcome.number("observed", row)))
        .containsExactly(1.0, 1.0, 2.0, 1.0);
    assertThat(outcome.facts().get("parameters").get("closure").text()).isEqualTo("UPPER_INCLUDED");
    assertThat(outcome.facts().get("pairs").integer()).isEqualTo(6);
  }

  @Test
  void knoxTakesTheOtherClosureAndNumbersOfDays() {
    String numbers =
        EVENTS.replace("2026-11-01", "0").replace("2026-11-02", "1").replace("2026-11-11", "10");
    Outcome outcome = Analyse.run(
        "knox", numbers, "space-bands", "5,100", "time-bands", "1,9", "closure", "lower");
    assertThat(IntStream.range(0, 4).mapToDouble(row -> outcome.number("observed", row)))
        .containsExactly(0.0, 0.0, 1.0, 1.0);
  }

  @Test
  void knoxRefusesWordsItDoesNotKnow() {
    assertThatThrownBy(() -> Analyse.run("knox", EVENTS, "closure", "left"))
        .hasMessage("--closure takes upper or lower, not \"left\"");
    assertThatThrownBy(() -> Analyse.run("knox", EVENTS, "space-bands", "near"))
        .hasMessageContaining("--space-bands takes numbers");
    assertThatThrownBy(() -> Analyse.run("knox", EVENTS, "metric", "miles"))
        .hasMessageContaining("--metric takes euclidean or manhattan");
  }

  @Test
  void scanOfEventsGivesTheClusterWithItsDatesAndCircle() {
    String quiet = IntStream.range(0, 40)
        .mapToObj(
            i -> "%d,6588000,2026-10-%02d".formatted(590_000 + 500 * (i % 10), 1 + (i * 7) % 30))
        .collect(Collectors.joining("\n"));
    String events = "easting,northing,date\n"
        + quiet
        + "\n587000,6588000,2026-10-29\n587100,6588000,2026-10-30\n587000,6588000,2026-10-31\n587000,6588000,2026-10-31\n";
    Outcome outcome = Analyse.run("scan", events, "max-radius", "200", "max-days", "7");
    assertThat(outcome.cell("from", 0).text()).isEqualTo("2026-10-29");
    assertThat(outcome.cell("to", 0).text()).isEqualTo("2026-10-31");
    assertThat(outcome.number("cases", 0)).isEqualTo(4);
    assertThat(outcome.number("radius", 0)).isEqualTo(100);
    assertThat(outcome.shapes().get(0).getGeometryType()).isEqualTo("Polygon");
    assertThat(outcome.number("p", 0)).isLessThan(0.05);
    assertThat(outcome.facts().get("parameters").get("direction").text()).isEqualTo("PROSPECTIVE");
  }

  @Test
  void scanOfAreasBySpaceAloneAndBySpaceAndTime() {
    String areas = "x,y,cases,expected,population,controls\n"
        + "0,0,9,2,100,91\n10,0,1,2,100,99\n20,0,2,4,100,98\n30,0,1,5,100,99\n";
    Outcome poisson = Analyse.run("scan", areas, "model", "poisson", "crs", "plane");
    assertThat(poisson.number("cases", 0)).isEqualTo(9);
    assertThat(poisson.number("expected", 0)).isCloseTo(2, within(1e-9));
    Outcome binomial = Analyse.run("scan", areas, "model", "binomial", "crs", "plane");
    Outcome bernoulli = Analyse.run("scan", areas, "model", "bernoulli", "crs", "plane");
    assertThat(bernoulli.number("statistic", 0)).isEqualTo(binomial.number("statistic", 0));
    String inTime = "x,y,date,cases,expected\n"
        + "0,0,2026-01-01,1,1\n0,0,2026-02-01,6,1\n10,0,2026-01-01,1,1\n10,0,2026-02-01,1,1\n20,0,2026-01-01,1,1\n";
    Outcome outcome =
        Analyse.run("scan", inTime, "model", "poisson", "crs", "plane", "max-days", "1");
    assertThat(outcome.cell("from", 0).text()).isEqualTo("2026-02-01");
    assertThat(outcome.number("cases", 0)).isEqualTo(6);
  }

  @Test
  void scanRefusesWithTheRowAndTheLimit() {
    assertThatThrownBy(() -> Analyse.run("scan", "easting,northing,date\n587000,6588000,1.5\n"))
        .hasMessageContaining("Row 1: column date has 1.5");
    assertThatThrownBy(() -> Analyse.run("scan", EVENTS, "model", "rank"))
        .hasMessageContaining("--model takes permutation");
    assertThatThrownBy(() -> Analyse.run("scan", EVENTS, "from", "2026-11-05"))
        .hasMessageContaining("outside");
    assertThatThrownBy(() -> Analyse.run("scan", EVENTS, "from", "soon"))
        .hasMessage("--from takes a date as 2026-11-22 or a number, not \"soon\"");
    assertThatThrownBy(() -> Analyse.run("scan", EVENTS, "max-share", "2"))
        .hasMessage("The largest share must be in (0, 1]: 2.0");
  }

  @Test
  void emptyInputHasNoClusterAndNoPairs() {
    assertThat(Analyse.run("scan", "easting,northing,date\n").rows()).isZero();
    assertThat(Analyse.run("knox", "easting,northing,date\n").number("observed", 0))
        .isZero();
  }

  @Test
  void clustersAreWrittenAsGeoJson() {
    String areas = "lon,lat,cases,expected\n18.0,59.3,9,2\n18.1,59.3,1,6\n";
    Options options = Analyse.options(
        AnalyseMethods.find("scan").orElseThrow(), "model", "poisson", "replicates", "9");
    Input input = Analyse.input(areas, options);
    Outcome outcome = new ScanMethod().run(input, options, (done, of) -> {});
    String text = Analyse.written(outcome, input, OutcomeWriter.Format.GEOJSON);
    assertThat(text.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    assertThat(text).contains("\"Point\"", "18", "\"cases\":9");
  }

  @Test
  void scanComputesExpectedCasesFromCovariates() {
    String rows = "x,y,age,cases,population\n"
        + "0,0,young,8,100\n0,0,old,1,100\n10,0,young,2,100\n10,0,old,1,100\n20,0,young,2,200\n20,0,old,4,400\n";
    Outcome outcome =
        Analyse.run("scan", rows, "model", "poisson", "crs", "plane", "covariates", "age");
    // 12 cases among 400 young and 6 among 600 old: 100 x 0.03 + 100 x 0.01
    assertThat(outcome.number("expected", 0)).isCloseTo(4, within(1e-9));
    assertThat(outcome.number("cases", 0)).isEqualTo(9);
    assertThat(outcome.facts().get("stability").number()).isBetween(0.0, 1.0);
    assertThatThrownBy(() -> Analyse.run(
            "scan",
            rows.replace(",100\n", ",0\n").replace("young,2,200", "young,2,0"),
            "model",
            "poisson",
            "crs",
            "plane",
            "covariates",
            "age"))
        .hasMessageContaining("\"young\" has 12.0 cases but no population");
  }
}
