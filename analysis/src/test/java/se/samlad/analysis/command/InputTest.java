package se.samlad.analysis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InputTest {

  private static final AnalyseMethod ANY = AnalyseMethods.find("aoristic").orElseThrow();

  @Test
  void longitudeAndLatitudeBecomeSwerefMetres() {
    Input.Points points = read("lon,lat\n15,60\n").points();
    assertThat(points.x()[0]).isCloseTo(500_000, within(1e-6));
    assertThat(points.y()[0]).isCloseTo(6_651_411.190, within(1e-3));
  }

  @Test
  void columnsOfMetresAreTakenAsTheyAre() {
    Input.Points points = read("easting,northing\n500000,6651411\n").points();
    assertThat(points.x()).containsExactly(500_000);
    assertThat(points.y()).containsExactly(6_651_411);
  }

  @Test
  void columnsAreNamedByOption() {
    Input input = read("a,b\n15,60\n", "x-column", "a", "y-column", "b", "crs", "lonlat");
    assertThat(input.points().x()[0]).isCloseTo(500_000, within(1e-6));
  }

  @Test
  void geoJsonGivesPropertiesAndShapes() {
    Input input = read("""
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"id":"007","n":3},"geometry":{"type":"Point","coordinates":[15,60]}},
          {"type":"Feature","properties":{"id":"b"},"geometry":{"type":"Polygon","coordinates":
            [[[15,60],[15.1,60],[15.1,60.1],[15,60]],[[15.06,60.01],[15.08,60.01],[15.08,60.02],[15.06,60.01]]]}}]}
        """);
    assertThat(input.texts("id")).containsExactly("007", "b");
    assertThat(input.numbersOrMissing("n")).containsExactly(3, Double.NaN);
    assertThat(input.points().x()[0]).isCloseTo(500_000, within(1e-6));
    assertThat(input.shapes().get(1).getNumPoints()).isEqualTo(8);
  }

  @Test
  void swappedAxesAreNamedWithTheRow() {
    assertThatThrownBy(() -> read("lon,lat\n15,60\n60,15\n").points())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Row 2: longitude 60, latitude 15 is outside Sweden; the two look swapped");
    assertThatThrownBy(() -> read("x,y\n6651411,500000\n").points())
        .hasMessageContaining("swapped");
  }

  @Test
  void anotherReferenceSystemIsNamedWithTheRow() {
    assertThatThrownBy(() -> read("x,y\n1628000,6580000\n").points())
        .hasMessageContaining("Row 1: easting 1628000, northing 6580000 is outside SWEREF 99 TM")
        .hasMessageContaining("--crs");
    assertThatThrownBy(() -> read("lon,lat\n-87.6,41.9\n").points())
        .hasMessageContaining("outside Sweden");
    assertThatThrownBy(() -> read("x,y\n15,60\n").points())
        .hasMessageContaining("outside SWEREF 99 TM");
    assertThatThrownBy(() -> read("x,y\n15,60\n", "crs", "rt90").points())
        .hasMessageContaining("--crs takes");
  }

  @Test
  void anotherPlaneIsTakenWhenAskedFor() {
    assertThat(read("x,y\n0.5,0.25\n", "crs", "plane").points().x()).containsExactly(0.5);
  }

  @Test
  void missingAndBrokenPlacesAreNamedWithTheRow() {
    assertThatThrownBy(() -> read("lon,lat\n15,60\n15,\n").points())
        .hasMessage("Row 2 has no place");
    assertThatThrownBy(() -> read("lon,lat\n15,NaN\n").points()).hasMessage("Row 1 has no place");
    assertThatThrownBy(() -> read("lon,lat\n15,sixty\n").points())
        .hasMessage("Row 1: column lat has \"sixty\", which is not a number");
    assertThatThrownBy(() -> read("a,b\n1,2\n").points()).hasMessageContaining("no coordinates");
    assertThatThrownBy(
            () -> read("{\"features\":[{\"properties\":{},\"geometry\":null}]}").points())
        .hasMessage("Row 1 has no place");
  }

  @Test
  void valuesOutsideWhatTheyMayBeAreNamedWithTheRow() {
    Input input = read("count,share\n1,0.5\n-2,1.5\n");
    assertThatThrownBy(() -> input.counts("count"))
        .hasMessage("Row 2: column count has -2, which is not a whole number from 0");
    assertThatThrownBy(() -> input.numbers("share", 0, 1))
        .hasMessage("Row 2: column share has 1.5, which is outside 0 to 1");
    assertThatThrownBy(() -> read("n\n1\nNaN\n").numbers("n"))
        .hasMessage("Row 2: column n has no finite number");
    assertThatThrownBy(() -> input.dates("count")).hasMessageContaining("not a date");
    assertThatThrownBy(() -> input.texts("colour"))
        .hasMessage("There is no column colour; the columns are count, share");
  }

  @Test
  void brokenInputIsRefusedInOneSentence() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
    assertThatThrownBy(() -> read("a,b\n1\n"))
        .hasMessage("Row 1 has 1 fields but there are 2 columns");
    assertThatThrownBy(() -> read("a,a\n1,2\n")).hasMessage("Two columns are called a");
    assertThatThrownBy(() -> read("{\"type\":\"Feature\"}"))
        .hasMessageContaining("feature collection");
    assertThatThrownBy(() -> read("{\"features\":[")).hasMessageContaining("Broken JSON");
  }

  @Test
  void rowsBeyondTheMemoryAreRefusedRatherThanTried() {
    assertThatThrownBy(() -> InputReader.requireMemory(1000, Long.MAX_VALUE))
        .hasMessageContaining("more memory");
  }

  @Test
  void numberColumnThatTurnsOutToHoldNamesKeepsThem() {
    Input input = read("id\n12\n\n1.5\nA7\n007\n");
    assertThat(input.texts("id")).containsExactly("12", "1.5", "A7", "007");
  }

  @Test
  void noRowsAreATableOfNoRows() {
    assertThat(read("lon,lat\n").points().size()).isZero();
    assertThat(read("{\"features\":[]}").size()).isZero();
  }

  private static Input read(String text, String... options) {
    return Analyse.input(text, Analyse.options(ANY, options));
  }
}
