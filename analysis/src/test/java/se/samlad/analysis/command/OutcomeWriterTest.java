package se.samlad.analysis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import se.samlad.analysis.command.OutcomeWriter.Format;
import se.samlad.analysis.table.Json;

class OutcomeWriterTest {

  private static final AnalyseMethod ANY = AnalyseMethods.find("aoristic").orElseThrow();
  private static final Json.Obj FACTS = Json.object()
      .put("n", 2)
      .put("parameters", Json.object().put("h", 1.5).build())
      .build();

  @Test
  void csvIsTheTableWithQuotesWhereNeeded() {
    Outcome outcome = Outcome.table(FACTS, 2)
        .put("name", new String[] {"a,b", "c\"d"})
        .put("z", new double[] {0.25, Double.NaN})
        .build();
    assertThat(written(outcome, Format.CSV).lines())
        .containsExactly("name,z", "\"a,b\",0.25", "\"c\"\"d\",");
  }

  @Test
  void factsAloneAreOneRowOfCsv() {
    assertThat(written(Outcome.of(FACTS), Format.CSV).lines())
        .containsExactly("n,parameters.h", "2,1.5");
  }

  @Test
  void jsonHoldsFactsAndRows() {
    Outcome outcome = Outcome.table(FACTS, 1).put("z", new int[] {7}).build();
    Json json = Json.parse(written(outcome, Format.JSON));
    assertThat(json.get("n").number()).isEqualTo(2);
    assertThat(json.get("rows").items().get(0).get("z").integer()).isEqualTo(7);
  }

  @Test
  void geoJsonIsInLongitudeAndLatitude() {
    Input input = input("easting,northing\n500000,6651411.190362718\n");
    Outcome outcome =
        Outcome.table(FACTS, 1).put("z", new int[] {7}).shapes(input.shapes()).build();
    Json json = Json.parse(written(outcome, input, Format.GEOJSON));
    assertThat(json.get("facts").get("n").number()).isEqualTo(2);
    Json feature = json.get("features").items().get(0);
    assertThat(feature.get("geometry").get("coordinates").numbers()).containsExactly(15, 60);
    assertThat(feature.get("properties").get("z").number()).isEqualTo(7);
  }

  @Test
  void geoJsonOfAPolygonComesBackAsItWas() {
    String polygon =
        "{\"type\":\"Polygon\",\"coordinates\":[[[15,60],[15.1,60],[15.1,60.1],[15,60]]]}";
    Input input = input("{\"features\":[{\"properties\":{\"a\":1},\"geometry\":" + polygon + "}]}");
    Outcome outcome = Outcome.table(FACTS, 1).shapes(input.shapes()).build();
    Json written = Json.parse(written(outcome, input, Format.GEOJSON));
    assertThat(written.get("features").items().get(0).get("geometry").write()).isEqualTo(polygon);
  }

  @Test
  void geoJsonWithoutPlacesIsRefused() {
    assertThatThrownBy(() -> written(Outcome.of(FACTS), Format.GEOJSON))
        .hasMessageContaining("no places");
    Input plane = input("x,y\n1,2\n", "crs", "plane");
    Outcome outcome = Outcome.table(FACTS, 1).shapes(plane.shapes()).build();
    assertThatThrownBy(() -> written(outcome, plane, Format.GEOJSON))
        .hasMessageContaining("unknown plane");
    assertThatThrownBy(() -> Format.parse("xml")).hasMessageContaining("csv, geojson or json");
  }

  private static Input input(String text, String... options) {
    return Analyse.input(text, Analyse.options(ANY, options));
  }

  private static String written(Outcome outcome, Format format) {
    return written(outcome, input("lon,lat\n"), format);
  }

  private static String written(Outcome outcome, Input input, Format format) {
    return Analyse.written(outcome, input, format);
  }
}
