package se.samlad.analysis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.samlad.analysis.table.Json;

class EffectMethodsTest {

  @Test
  void rateRatioSaysFewerWithItsStability() {
    Outcome outcome = Analyse.run("rate-ratio", "x1,T1,x0,T0\n10,10,40,10\n0,1,0,1\n");
    assertThat(outcome.number("ratio", 0)).isEqualTo(0.25);
    assertThat(outcome.cell("word", 0).text()).isEqualTo("fewer");
    assertThat(outcome.number("stability", 0)).isGreaterThan(0.9);
    assertThat(outcome.cell("word", 1).text()).isEqualTo("undecided");
    assertThat(outcome.facts().get("seed").number()).isEqualTo(CommonOptions.SEED);
  }

  @Test
  void rateRatioNamesTheRowOfWhatIsWrong() {
    assertRefused("Row 2: column x1 has -1", "rate-ratio", "x1,T1,x0,T0\n1,1,1,1\n-1,1,1,1\n");
    assertRefused("Row 1: times must be finite", "rate-ratio", "x1,T1,x0,T0\n1,0,1,1\n");
    assertRefused("no column x1", "rate-ratio", "a\n1\n");
  }

  @Test
  void wddGivesTheWordsOfEffect() {
    Outcome outcome = Analyse.run(
        "wdd",
        "t_pre,t_post,c_pre,c_post,dt_pre,dt_post\n207,110,308,318,178,157\n",
        "draws",
        "200");
    assertThat(outcome.number("local", 0)).isEqualTo(-107);
    assertThat(outcome.cell("effect", 0).text()).isEqualTo("fewer");
    assertThat(outcome.cell("movement", 0).text()).isEqualTo("no_visible_move");
  }

  @Test
  void wddWithoutABufferSaysNothingOfMoving() {
    Outcome outcome = Analyse.run("wdd", "t_pre,t_post,c_pre,c_post\n207,110,308,318\n");
    assertThat(outcome.cell("movement", 0).text()).isEqualTo("not_measured");
    assertRefused("Row 1: counts must be finite", "wdd", "t_pre,t_post,c_pre,c_post\n-2,1,3,3\n");
    assertRefused(
        "Row 1: column t_post has no finite number", "wdd", "t_pre,t_post,c_pre,c_post\n2,,3,3\n");
  }

  @Test
  void wdqIsNeverAlone() {
    Outcome outcome = Analyse.run(
        "wdq",
        "R_before,R_after,D_before,D_after,C_before,C_after\n100,60,50,60,200,200\n100,120,50,60,200,200\n");
    assertThat(outcome.number("wdq", 0)).isCloseTo(-0.25, within(1e-12));
    assertThat(outcome.columns()).contains("wdd_local_lower", "wdd_displacement_upper");
    assertThat(outcome.cell("wdq", 1)).isEqualTo(Json.Null.NULL);
    assertThat(outcome.cell("reading", 1).text()).isEqualTo("not_interpretable");
    assertRefused(
        "Row 1: WDQ is undefined",
        "wdq",
        "R_before,R_after,D_before,D_after,C_before,C_after\n1,1,1,1,0,1\n");
  }

  @Test
  void didSaysThatAreasAreFew() {
    StringBuilder panel = new StringBuilder("area,week,treated,post,count\n");
    for (int area = 0; area < 6; area++) {
      for (int week = 1; week <= 10; week++) {
        boolean fell = area < 2 && week > 5;
        panel.append("a%d,%d,%d,%d,%d%n"
            .formatted(
                area,
                week,
                area < 2 ? 1 : 0,
                week > 5 ? 1 : 0,
                fell ? 10 : 20 + (area * week) % 3));
      }
    }
    Json.Obj facts = Analyse.run("did", panel.toString()).facts();
    assertThat(facts.get("fewClusters").bool()).isTrue();
    assertThat(facts.get("rateRatio").number()).isBetween(0.4, 0.6);
    assertThat(facts.get("permutationsTried").number()).isEqualTo(15);
    assertRefused("no events", "did", "area,week,treated,post,count\n");
  }

  @Test
  void itsAsksWhenTheMeasureBegan() {
    StringBuilder series = new StringBuilder("count\n");
    for (int week = 0; week < 60; week++) {
      series.append(week < 30 ? 20 + week % 4 : 8 + week % 3).append('\n');
    }
    Outcome outcome = Analyse.run("its", series.toString(), "before", "30", "draws", "100");
    assertThat(outcome.facts().get("word").text()).isEqualTo("fewer");
    assertThat(outcome.rows()).isEqualTo(6);
    assertRefused("Option --before is needed", "its", series.toString());
  }

  @Test
  void seasonTrendAndDecompositionAnswer() {
    Outcome months = Analyse.run("season", "date\n2026-01-05\n2026-01-09\n2026-02-03\n");
    assertThat(months.number("count", 0)).isEqualTo(2);
    assertRefused("no events", "season", "date\n");
    assertRefused("Row 1: column date", "season", "date\nyesterday\n");
    Outcome trend = Analyse.run("mann-kendall", "value\n1\n2\n3\n4\n5\n6\n7\n8\n");
    assertThat(trend.cell("word", 0).text()).isEqualTo("rising");
    assertRefused("Row 2: column value", "mann-kendall", "value\n1\nNaN\n");
    StringBuilder series = new StringBuilder("value\n");
    for (int i = 0; i < 36; i++) {
      series.append(i % 12).append('\n');
    }
    assertThat(Analyse.run("stl", series.toString(), "period", "12").rows()).isEqualTo(36);
    assertRefused("", "stl", "value\n1\n2\n");
  }

  @Test
  void emergingNamesTheNewCell() {
    StringBuilder cells = new StringBuilder("col,row,t,count\n");
    for (int t = 1; t <= 4; t++) {
      for (int cell = 0; cell < 64; cell++) {
        cells.append(
            "%d,%d,%d,%d%n".formatted(cell % 8, cell / 8, t, t == 4 && cell == 27 ? 30 : 1));
      }
    }
    Outcome outcome = Analyse.run("emerging", cells.toString(), "draws", "20");
    assertThat(outcome.cell("class", 27).text()).isEqualTo("new");
    assertRefused("at least 3 periods", "emerging", "col,row,t,count\n0,0,1,1\n");
    assertRefused("the limit", "emerging", "col,row,t,count\n99999,99999,1,1\n");
  }

  @Test
  void accuracyCoverageForecastAndPatrolAnswer() {
    Outcome accuracy = Analyse.run("accuracy", "pred,count,area\n3,2,1\n1,0,1\n");
    assertThat(accuracy.number("pai", 0)).isEqualTo(2);
    Outcome coverage =
        Analyse.run("coverage", "unit,week,incidents\na,2026-11-23,3\nb,2026-11-23,\n");
    assertThat(coverage.number("answered", 0)).isEqualTo(1);
    assertRefused(
        "Row 1: A week begins on a Monday", "coverage", "unit,week,incidents\na,2026-11-24,3\n");
    Outcome patrol = Analyse.run(
        "patrol",
        "name,score,x,y\nstart,0,500000,6600000\na,5,500500,6600000\nb,3,500000,6601000\n",
        "shift",
        "60");
    assertThat(patrol.facts().get("score").number()).isEqualTo(8);
    assertThat(patrol.facts().get("exact").bool()).isTrue();
    assertRefused("where the cars start", "patrol", "name,score,x,y\n");
    assertRefused(
        "--area is needed",
        "forecast",
        "date,x,y\n2026-01-01,500000,6600000\n",
        "day",
        "2026-11-23");
  }

  @Test
  void forecastComesWithItsMeasuredAccuracy() {
    StringBuilder events = new StringBuilder("date,x,y\n");
    java.time.LocalDate day = java.time.LocalDate.of(2024, 1, 1);
    for (int i = 0; i < 700; i++) {
      events.append("%s,%d,%d%n".formatted(day.plusDays(i), 500_000 + i % 5 * 260, 6_600_000));
    }
    Outcome outcome = Analyse.run(
        "forecast",
        events.toString(),
        "day",
        "2025-11-24",
        "area",
        "500000,6600000,502000,6602000",
        "flagged",
        "5");
    assertThat(outcome.rows()).isEqualTo(10);
    assertThat(outcome.facts().get("plainCount").get("pei").number()).isEqualTo(1);
    assertThat(outcome.facts().get("weeksTested").number()).isPositive();
  }

  private static void assertRefused(
      String sentence, String method, String input, String... options) {
    assertThatThrownBy(() -> Analyse.run(method, input, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void effortBehindEachWeekTakesAwayWhatItExplains() {
    StringBuilder rows = new StringBuilder("count,effort\n");
    for (int week = 0; week < 40; week++) {
      int effort = week < 20 ? 10 : 5;
      rows.append(effort * 4 + week % 3).append(',').append(effort).append('\n');
    }
    String input = rows.toString();
    String without = input.replaceAll("(?m),[^,]*$", "");
    String[] how = {"before", "20", "harmonics", "0", "draws", "50"};
    assertThat(Analyse.run("its", without, how).facts().get("word").text()).isEqualTo("fewer");
    Json facts = Analyse.run("its", input, how).facts();
    assertThat(facts.get("word").text()).isEqualTo("undecided");
    assertThat(facts.get("levelRatio").number()).isBetween(0.9, 1.2);
    assertRefused("week 2 has the effort 0.0", "its", input.replaceFirst("41,10", "41,0"), how);
  }
}
