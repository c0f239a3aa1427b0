package se.samlad.analysis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Reference;

class AberrationMethodsTest {

  private static String series(String name, int... counts) {
    return Arrays.stream(counts)
        .mapToObj(count -> name + "," + count + "\n")
        .collect(Collectors.joining());
  }

  private static String synthetic() {
    int[] counts = Reference.csv("aberration/synth_est_weekly", "input.csv").integers("count");
    return "count\n"
        + Arrays.stream(counts).mapToObj(each -> each + "\n").collect(Collectors.joining());
  }

  @Test
  void poissonTestsEachCountAgainstItsExpectedNumber() {
    Outcome outcome = Analyse.run("poisson", "count,expected\n9,5\n0,3\n");
    assertThat(outcome.number("more_p", 0)).isCloseTo(0.0680936347218486, within(1e-12));
    assertThat(outcome.number("exact_upper", 1)).isCloseTo(3.68887945411394, within(1e-10));
    assertThat(outcome.number("midp_upper", 1)).isCloseTo(2.995732273554, within(1e-9));
  }

  @Test
  void poissonPredictsFromAHistory() {
    Outcome poisson = Analyse.run("poisson", "count,history\n9,65\n", "windows", "13");
    assertThat(poisson.number("expected", 0)).isEqualTo(5);
    Outcome clustered =
        Analyse.run("poisson", "count,history\n9,65\n", "windows", "13", "dispersion", "0.4");
    assertThat(clustered.number("midp_upper", 0)).isGreaterThan(poisson.number("midp_upper", 0));
    assertThat(clustered.number("exact_upper", 0))
        .isGreaterThanOrEqualTo(clustered.number("midp_upper", 0));
    assertThatThrownBy(() -> Analyse.run("poisson", "count,history\n9,65\n", "windows", "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("windows 0");
  }

  @Test
  void earsJudgesEachSeriesByItsOwnWeeks() {
    String input = "series,count\n"
        + series("Norr", 2, 4, 4, 4, 5, 5, 4, 9)
        + series("Centrum", 20, 21, 19, 20, 22, 18, 20, 21);
    Outcome outcome = Analyse.run("ears", input, "from", "8");
    assertThat(outcome.rows()).isEqualTo(2);
    assertThat(outcome.cell("series", 0).text()).isEqualTo("Norr");
    assertThat(outcome.number("week", 1)).isEqualTo(8);
    assertThat(outcome.number("alarm", 0)).isEqualTo(1);
    assertThat(outcome.number("alarm", 1)).isZero();
    assertThat(outcome.facts().get("alarms").integer()).isEqualTo(1);
  }

  @Test
  void emptyFieldIsAWeekWithoutData() {
    Outcome outcome = Analyse.run("ears", "week,count\n1,4\n2,5\n3,4\n4,NA\n5,5\n6,4\n7,5\n8,7\n");
    assertThat(outcome.number("count", 3)).isNaN();
    assertThat(outcome.number("mean", 7)).isEqualTo(4.5);
  }

  @Test
  void cusumNeedsToKnowWhatIsBefore() {
    assertThatThrownBy(() -> Analyse.run("cusum", "count\n4\n4\n8\n"))
        .hasMessageContaining("--from is needed");
    Outcome outcome = Analyse.run(
        "cusum",
        "count\n4\n4\n8\n8\n8\n",
        "from",
        "3",
        "transform",
        "standard",
        "k",
        "1",
        "h",
        "2.5");
    assertThat(outcome.number("sum", 2)).isEqualTo(3);
    assertThat(outcome.number("alarm", 2)).isEqualTo(1);
    assertThatThrownBy(() -> Analyse.run("cusum", "count\n4\n", "from", "1", "transform", "log"))
        .hasMessageContaining("--transform takes one of standard, rossi, anscombe, not \"log\"");
  }

  @Test
  void farringtonSaysWhereItFellBack() {
    Outcome outcome = Analyse.run("farrington", synthetic());
    int weeks = outcome.rows();
    assertThat(outcome.cell("basis", 100).text()).isEqualTo("recent-weeks");
    assertThat(outcome.cell("basis", weeks - 1).text()).isEqualTo("past-years");
    assertThat(outcome.facts().get("fellBackToEars").integer()).isEqualTo((int)
        IntStream.range(0, weeks)
            .filter(row -> outcome.cell("basis", row).text().equals("recent-weeks"))
            .count());
    Outcome old = Analyse.run("farrington", synthetic(), "form", "1996", "from", "" + weeks);
    assertThat(old.rows()).isEqualTo(1);
    assertThat(old.number("years", 0)).isEqualTo(5);
  }

  @Test
  void badCountsAreNamedWithTheRow() {
    assertThatThrownBy(() -> Analyse.run("ears", "count\n3\n-2\n"))
        .hasMessageContaining("Row 2: column count has -2");
    assertThatThrownBy(() -> Analyse.run("farrington", "count\n3\n2.5\n"))
        .hasMessageContaining("Row 2: column count has 2.5");
    assertThatThrownBy(() -> Analyse.run("ears", "count\n3\n", "from", "2"))
        .hasMessageContaining("--from must be from 1 to 1, not 2");
    assertThatThrownBy(() -> Analyse.run("farrington", "count\n3\n", "form", "2001"))
        .hasMessageContaining("--form takes one of flexible, 1996");
    assertThatThrownBy(() -> Analyse.run("farrington", "count\n3\n", "years", "2"))
        .hasMessageContaining("years must be at least 3: 2");
    assertThat(Analyse.run("ears", "count\n").rows()).isZero();
  }
}
