package se.samlad.analysis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import se.samlad.analysis.table.Json;

/** What seasons, forecasts, coverage and patrols answer to files that are empty, short or broken. */
class RefusedRowsTest {

  @Test
  void monthIndexNamesTheRowOutsideThePeriod() {
    String days = "date\n2026-01-05\n2026-03-09\n";
    refused("Row 2: 2026-03-09 is outside", "season", days, "to", "2026-02-28");
    refused("ends on 2026-01-01", "season", days, "from", "2026-02-01", "to", "2026-01-01");
    refused("\"spring\" is not a date", "season", days, "from", "spring");
    refused("no column date", "season", "day\n2026-01-05\n");
  }

  @Test
  void oneEventHasTheIndexOfItsOwnMonthAlone() {
    Outcome outcome = Analyse.run("season", "date\n2026-02-05\n");
    assertThat(outcome.number("index", 1)).isEqualTo(1);
    assertThat(outcome.number("index", 0)).isNaN();
  }

  @Test
  void decompositionNamesTheMissingValue() {
    refused("there are 0", "stl", "value\n");
    refused("there are 1", "stl", "value\n7\n");
    refused("Row 2: column value has no finite number", "stl", "value\n1\nNaN\n3\n");
    refused("period of 1", "stl", "value\n1\n2\n3\n", "period", "1");
    refused("--period takes a whole number", "stl", "value\n1\n", "period", "year");
  }

  @Test
  void accuracyNamesTheRowThatIsNegativeOrHasNoGround() {
    assertThat(Analyse.run("accuracy", "pred,count,area\n").rows()).isZero();
    Outcome one = Analyse.run("accuracy", "pred,count,area\n2,3,1\n");
    assertThat(one.number("pai", 0)).isEqualTo(1);
    refused("Row 2: column pred has -1", "accuracy", "pred,count,area\n1,1,1\n-1,1,1\n");
    refused("Row 1: column count has no finite", "accuracy", "pred,count,area\n1,NaN,1\n");
    refused("Row 2: column area has 0", "accuracy", "pred,count,area\n1,1,1\n1,1,0\n");
  }

  @Test
  void coverageNamesTheRowThatCannotBe() {
    Json facts = Analyse.run("coverage", "unit,week,incidents\n").facts();
    assertThat(facts.get("warning").text()).isEqualTo("nobody_answered");
    assertThat(facts.get("trend").get("word").text()).isEqualTo("cannot_be_judged");
    String first = "unit,week,incidents,effort\nschool,2026-11-23,1,1\n";
    refused("Row 2: column incidents has -1", "coverage", first + "library,2026-11-23,-1,1\n");
    refused("Row 2: column incidents has 0.5", "coverage", first + "library,2026-11-23,0.5,1\n");
    refused(
        "Row 2: column incidents has 3000000000",
        "coverage",
        first + "library,2026-11-23,3000000000,1\n");
    refused("Row 2: The effort of library is 0.0", "coverage", first + "library,2026-11-23,2,0\n");
    refused("Row 2: column week", "coverage", first + "library,last week,2,1\n");
    refused("two rows for the week of 2026-11-23", "coverage", first + "school,2026-11-23,2,1\n");
  }

  @Test
  void oneUnitAloneIsSaidToBeAlone() {
    Outcome outcome = Analyse.run("coverage", "unit,week,incidents\nschool,2026-11-23,4\n");
    assertThat(outcome.facts().get("warning").text()).isEqualTo("one_unit_alone");
  }

  @Test
  void forecastWithoutHistoryIsRefused() {
    String[] asked = {"day", "2026-11-23", "area", "500000,6600000,502000,6602000"};
    refused("No week can be tested", "forecast", "date,x,y\n", asked);
    refused("No week can be tested", "forecast", "date,x,y\n2026-11-01,500000,6600000\n", asked);
    refused("Row 1", "forecast", "date,x,y\n2026-11-01,NaN,6600000\n", asked);
    refused("Row 1: column date", "forecast", "date,x,y\nyesterday,500000,6600000\n", asked);
  }

  @Test
  void studyAreaMustHaveAnInside() {
    String event = "date,x,y\n2026-11-01,500000,6600000\n";
    for (String area : new String[] {"1,2,3", "a,b,c,d", "NaN,0,1,1", "5,5,1,1"}) {
      assertThatThrownBy(() -> Analyse.run("forecast", event, "day", "2026-11-23", "area", area))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("area");
    }
  }

  @Test
  void patrolNamesTheRowOfAnImpossibleVisit() {
    String start = "name,score,minutes,opens,closes,x,y\nstart,0,0,,,500000,6600000\n";
    assertThat(Analyse.run("patrol", start).rows()).isZero();
    refused("Row 2", "patrol", start + "park,-1,10,,,500100,6600000\n");
    refused("Row 2: column score", "patrol", start + "park,NaN,10,,,500100,6600000\n");
    refused("Row 2", "patrol", start + "park,1,10,60,30,500100,6600000\n");
    refused("--cars must be from 1 to 50", "patrol", start, "cars", "0");
    refused("speed of 0", "patrol", start, "speed", "0");
    refused("more than 2,000 rows", "patrol", start + "park,1,10,,,500100,6600000\n".repeat(2000));
  }

  private static void refused(String sentence, String method, String input, String... options) {
    assertThatThrownBy(() -> Analyse.run(method, input, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void crewsHaveShiftsStartsAndObjectsOfTheirOwn() throws IOException {
    Path crews = Files.createTempFile("crews", ".csv");
    String places = "name,score,object,easting,northing\n"
        + "station,0,,600000,6600000\nsquare,5,,600300,6600200\nschool,3,schools,600900,6600700\n";
    Files.writeString(
        crews, "name,from,to,start,objects\nlate,600,700,school,schools\nearly,0,100,,torg\n");
    Outcome outcome = Analyse.run("patrol", places, "crews", crews.toString(), "draws", "0");
    assertThat(outcome.rows()).isEqualTo(1);
    assertThat(outcome.cell("car", 0).text()).isEqualTo("late");
    assertThat(outcome.cell("name", 0).text()).isEqualTo("school");
    assertThat(outcome.number("arrives", 0)).isEqualTo(600);
    Files.writeString(crews, "name,from,to,start\nlate,600,700,harbour\n");
    refused("no place named \"harbour\"", "patrol", places, "crews", crews.toString());
    Files.delete(crews);
  }

  @Test
  void emergingCellsHaveShapesWhereTheirCornerIsKnown() {
    String cube = "col,row,t,count\n0,0,1,3\n1,0,2,4\n0,1,3,5\n1,1,4,9\n";
    Outcome outcome = Analyse.run(
        "emerging", cube, "west", "600000", "south", "6600000", "cell", "100", "draws", "5");
    List<Geometry> shapes = Objects.requireNonNull(outcome.shapes(), "shapes");
    assertThat(shapes).hasSize(4);
    assertThat(shapes.get(3).getEnvelopeInternal().getMinX()).isEqualTo(600100);
    refused("--west and --south belong together", "emerging", cube, "west", "600000");
  }
}
