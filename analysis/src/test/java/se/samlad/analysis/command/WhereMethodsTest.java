package se.samlad.analysis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.analysis.Reference;

class WhereMethodsTest {

  /** Two heaps of four in SWEREF 99 TM, 100 m apart, and one event alone. */
  private static final String TOWN = """
      easting,northing
      600000,6600000
      600010,6600000
      600000,6600010
      600010,6600010
      600100,6600000
      600110,6600000
      600100,6600010
      600110,6600010
      600900,6600900
      """;

  @Test
  void kdeShowsItsBandwidthAndRule() {
    Outcome chosen = Analyse.run("kde", TOWN, "bandwidth", "300", "cell", "50");
    assertThat(chosen.facts().get("bandwidthMeters").number()).isEqualTo(300);
    assertThat(chosen.facts().get("bandwidthRule").text()).isEqualTo("chosen");
    double sum = 0;
    for (int row = 0; row < chosen.rows(); row++) {
      sum += chosen.number("density", row) * 0.0025;
    }
    assertThat(sum).isCloseTo(9, within(0.1));
    Outcome scott = Analyse.run("kde", TOWN, "kernel", "gaussian", "at-points", "true");
    assertThat(scott.facts().get("bandwidthRule").text()).isEqualTo("scott");
    assertThat(scott.rows()).isEqualTo(9);
    assertThat(scott.number("density", 0)).isGreaterThan(scott.number("density", 8));
  }

  @Test
  void gistarCountsEventsInCells() {
    Outcome outcome = Analyse.run("gistar", TOWN, "cell", "100", "permutations", "99");
    assertThat(outcome.facts().get("n").integer()).isEqualTo(100);
    assertThat(outcome.facts().get("warning").text()).contains("60 %");
    assertThat(outcome.number("value", 0)).isEqualTo(4);
    assertThat(outcome.cell("level", 0).text()).isEqualTo("hot-99");
    assertThat(outcome.number("permutation_p", 0)).isBetween(0.0, 1.0);
  }

  @Test
  void rowsOfAGridFindTheirNeighbours() {
    String grid = "id,col,row,value\na,0,0,1\nb,1,0,2\nc,2,0,3\nd,0,1,4\ne,1,1,9\n";
    Outcome outcome = Analyse.run("moran", grid, "contiguity", "rook");
    assertThat(outcome.facts().get("pairs").integer()).isEqualTo(10);
    assertThat(outcome.cell("id", 4).text()).isEqualTo("e");
    assertThat(outcome.facts().get("globalMoran").get("expectation").number()).isEqualTo(-1.0 / 4);
    assertThatThrownBy(() -> Analyse.run("moran", grid + "f,1,1,9\n"))
        .hasMessageContaining("Row 6: there is another cell 1, 1");
  }

  @Test
  void valuesAtPlacesHaveNeighboursByDistanceOrNumber() {
    String valued = TOWN.replace("\n", ",2\n").replace("northing,2", "northing,value");
    String differing = valued.replace("6600900,2", "6600900,8");
    assertThat(Analyse.run("gistar", differing, "distance", "15")
            .facts()
            .get("pairs")
            .integer())
        .isEqualTo(2 * 4 * 3);
    assertThat(Analyse.run("gistar", differing, "nearest", "3")
            .facts()
            .get("pairs")
            .integer())
        .isEqualTo(27);
    assertThatThrownBy(() -> Analyse.run("gistar", valued, "nearest", "3"))
        .hasMessageContaining("should differ");
  }

  @Test
  void dbscanGivesEventsOrPlaces() {
    Outcome events = Analyse.run("dbscan", TOWN, "eps", "20", "min-points", "4");
    assertThat(events.facts().get("clusters").integer()).isEqualTo(2);
    assertThat(events.number("cluster", 8)).isZero();
    Outcome places = Analyse.run("dbscan", TOWN, "eps", "20", "min-points", "4", "places", "true");
    assertThat(places.rows()).isEqualTo(2);
    assertThat(places.number("hull_square_metres", 0)).isEqualTo(100);
  }

  @Test
  void hdbscanFindsTheTwoHeaps() {
    Outcome outcome = Analyse.run("hdbscan", TOWN, "min-points", "4");
    assertThat(outcome.facts().get("clusters").integer()).isEqualTo(2);
    assertThat(outcome.facts().get("noise").integer()).isEqualTo(1);
  }

  @Test
  void nniTellsTheIndexAndKAtTheDistancesAsked() {
    Outcome outcome =
        Analyse.run("nni", TOWN, "area", "599000,6599000,602000,6602000", "distances", "50, 200");
    assertThat(outcome.facts().get("index").number()).isLessThan(1);
    assertThat(outcome.number("l", 0)).isGreaterThan(50);
    assertThatThrownBy(() -> Analyse.run("nni", TOWN, "area", "1,2"))
        .hasMessageContaining("four numbers");
    assertThatThrownBy(() -> Analyse.run("nni", TOWN, "distances", "near"))
        .hasMessageContaining("--distances takes numbers");
  }

  @Test
  void concentrationCountsEventsOfPlaces() {
    Outcome outcome =
        Analyse.run("concentration", "place\na\na\na\nb\n", "places", "4", "busiest", "1");
    assertThat(outcome.facts().get("gini").number()).isCloseTo(0.625, within(1e-12));
    assertThat(outcome.facts().get("shareOfBusiest").number()).isEqualTo(0.75);
    assertThat(Analyse.run("concentration", "count\n3\n0\n1\n0\n")
            .facts()
            .get("gini")
            .number())
        .isCloseTo(0.625, within(1e-12));
    assertThatThrownBy(() -> Analyse.run("concentration", "place\na\nb\n", "places", "1"))
        .hasMessageContaining("--places 1");
  }

  @Test
  void ratesAreSmoothedAndSetInTheirFunnel() {
    String areas = "id,cases,population\na,1,100\nb,30,1000\nc,0,50\nd,90,2000\n";
    Outcome smoothed = Analyse.run("empirical-bayes", areas);
    assertThat(smoothed.number("smoothed", 2)).isPositive();
    Outcome funnel = Analyse.run("funnel", areas);
    assertThat(funnel.number("low", 2)).isZero();
    assertThat(funnel.number("outer_high", 0)).isGreaterThan(funnel.number("high", 0));
    String pairs =
        Reference.folder("empirical_bayes/auckland").resolve("neighbours.csv").toString();
    assertThatThrownBy(() -> Analyse.run("empirical-bayes", areas, "neighbours", pairs))
        .hasMessageContaining("they should be two of 0 to 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kde", "gistar", "moran", "nni", "dbscan", "hdbscan"})
  void badCoordinatesAreRefusedWithTheirRow(String method) {
    assertThatThrownBy(() -> Analyse.run(method, "easting,northing\n600000,6600000\nNaN,1\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Row 2");
    assertThatThrownBy(() -> Analyse.run(method, "a\n1\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kde", "gistar", "moran", "nni"})
  void noEventIsRefusedBySentence(String method) {
    assertThatThrownBy(() -> Analyse.run(method, "easting,northing\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least");
  }
}
