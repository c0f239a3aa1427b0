package se.samlad.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.coverage.AdjustedTrend.CannotBeJudged;
import se.samlad.analysis.coverage.AdjustedTrend.Direction;
import se.samlad.analysis.coverage.AdjustedTrend.Judged;
import se.samlad.analysis.coverage.AdjustedTrend.Reason;
import se.samlad.analysis.coverage.ReportingCoverage.Influence;
import se.samlad.analysis.coverage.ReportingCoverage.Result;
import se.samlad.analysis.coverage.ReportingCoverage.Warning;

class ReportingCoverageTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-08-31");

  @Test
  void quietWeekIsNotTheSameAsMissingReports() {
    Result result = ReportingCoverage.of(List.of(
        UnitWeek.answered("school", week(0), 0),
        UnitWeek.answered("guards", week(0), 0),
        UnitWeek.silent("school", week(1)),
        UnitWeek.silent("guards", week(1))));
    assertThat(result.weeks().get(0).effort().rate()).hasValue(0);
    assertThat(result.weeks().get(1).effort().rate()).isEmpty();
    assertThat(result.total().share()).hasValue(0.5);
  }

  @Test
  void copyingEveryUnitLeavesRatesAndTrendAsTheyWere() {
    List<UnitWeek> town = town(5, 12, 3, 1.05, 11);
    Result once = ReportingCoverage.of(town);
    Result twice = ReportingCoverage.of(Stream.concat(
            town.stream(), town.stream().map(renamed(unit -> unit + " again")))
        .toList());
    assertThat(twice.total().rate()).isEqualTo(once.total().rate());
    assertThat(twice.total().share()).isEqualTo(once.total().share());
    for (int i = 0; i < 12; i++) {
      assertThat(twice.weeks().get(i).effort().rate())
          .isEqualTo(once.weeks().get(i).effort().rate());
    }
    assertThat(judged(twice).factorPerWeek())
        .isCloseTo(judged(once).factorPerWeek(), within(1e-12));
  }

  @Test
  void doublingOneReporterAloneRaisesItsInfluence() {
    List<UnitWeek> town = new ArrayList<>();
    for (int week = 0; week < 8; week++) {
      for (String unit : List.of("a", "b", "c", "d")) {
        town.add(UnitWeek.answered(unit, week(week), 3));
      }
    }
    Result before = ReportingCoverage.of(town);
    Result after = ReportingCoverage.of(town.stream()
        .map(each -> each.unit().equals("b") ? UnitWeek.answered("b", each.week(), 6) : each)
        .toList());
    assertThat(before.warning()).isEqualTo(Warning.NONE);
    assertThat(influence(before, "b").change()).isZero();
    assertThat(influence(after, "b").change()).isCloseTo(0.25, within(1e-12));
    assertThat(after.strongest())
        .hasValueSatisfying(each -> assertThat(each.unit()).isEqualTo("b"));
    Result trebled = ReportingCoverage.of(town.stream()
        .map(each -> each.unit().equals("b") ? UnitWeek.answered("b", each.week(), 9) : each)
        .toList());
    assertThat(trebled.warning()).isEqualTo(Warning.ONE_UNIT_DECIDES);
  }

  @Test
  void unitsThatStopAtRandomLeaveTheTrendUnbiased() {
    double factor = 1.04;
    double sumOfLogs = 0;
    int judged = 0;
    int within = 0;
    int towns = 400;
    for (int seed = 0; seed < towns; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<UnitWeek> town = new ArrayList<>();
      for (int unit = 0; unit < 12; unit++) {
        int lastWeek = random.nextInt(3) == 0 ? 8 : 16;
        for (int week = 0; week < 16; week++) {
          int count = poisson(4 * Math.pow(factor, week), random);
          town.add(
              week < lastWeek
                  ? UnitWeek.answered("unit " + unit, week(week), count)
                  : UnitWeek.silent("unit " + unit, week(week)));
        }
      }
      if (ReportingCoverage.of(town).trend() instanceof Judged trend) {
        judged++;
        sumOfLogs += Math.log(trend.factorPerWeek());
        within += trend.low() <= factor && factor <= trend.high() ? 1 : 0;
      }
    }
    assertThat(judged)
        .as("about one town in twenty is withheld by chance")
        .isGreaterThan(towns * 9 / 10);
    assertThat(sumOfLogs / judged).isCloseTo(Math.log(factor), within(0.001));
    assertThat((double) within / judged).isBetween(0.86, 0.95);
  }

  @Test
  void trendIsWithheldWhenTheSilentOnesDiffer() {
    List<UnitWeek> town = new ArrayList<>();
    for (int week = 0; week < 12; week++) {
      for (int unit = 0; unit < 6; unit++) {
        boolean busy = unit < 2;
        town.add(
            busy && week >= 6
                ? UnitWeek.silent("unit " + unit, week(week))
                : UnitWeek.answered(
                    "unit " + unit, week(week), (busy ? 6 : 1) + (week + unit) % 2));
      }
    }
    assertThat(ReportingCoverage.of(town).trend())
        .isEqualTo(new CannotBeJudged(Reason.SILENT_DIFFER));
  }

  @Test
  void trendSeesGrowthThatRawCountsHide() {
    List<UnitWeek> town = new ArrayList<>();
    for (int week = 0; week < 12; week++) {
      for (int unit = 0; unit < 8; unit++) {
        boolean stopped = unit % 2 == 0 && week >= 6;
        town.add(
            stopped
                ? UnitWeek.silent("unit " + unit, week(week))
                : UnitWeek.answered("unit " + unit, week(week), 4 + week / 2));
      }
    }
    Result result = ReportingCoverage.of(town);
    assertThat(result.weeks().get(11).effort().incidents())
        .isLessThan(result.weeks().get(5).effort().incidents());
    assertThat(judged(result).direction()).isEqualTo(Direction.RISING);
  }

  @Test
  void fewWeeksIncidentsOrAnswersCannotBeJudged() {
    assertThat(reason(town(4, 5, 3, 1, 1))).isEqualTo(Reason.TOO_FEW_WEEKS);
    assertThat(reason(town(2, 10, 0.1, 1, 1))).isEqualTo(Reason.TOO_FEW_INCIDENTS);
    List<UnitWeek> mostlySilent = town(5, 12, 4, 1, 1).stream()
        .map(each -> each.unit().equals("unit 0") || each.week().isBefore(week(6))
            ? each
            : UnitWeek.silent(each.unit(), each.week()))
        .toList();
    assertThat(reason(mostlySilent)).isEqualTo(Reason.TOO_FEW_ANSWERS);
    assertThat(reason(List.of())).isEqualTo(Reason.TOO_FEW_WEEKS);
  }

  @Test
  void nothingExpectedHasNoShareAndNoRate() {
    Result nothing = ReportingCoverage.of(List.of());
    assertThat(nothing.total().share()).isEmpty();
    assertThat(nothing.total().rate()).isEmpty();
    assertThat(nothing.warning()).isEqualTo(Warning.NOBODY_ANSWERED);
  }

  @Test
  void oneUnitAloneIsAWarningOfItsOwn() {
    Result alone = ReportingCoverage.of(town(1, 8, 3, 1, 5));
    assertThat(alone.warning()).isEqualTo(Warning.ONE_UNIT_ALONE);
    assertThat(alone.strongest()).isEmpty();
  }

  @Test
  void hoursFromAGuardLogWeighAsEffort() {
    Result result = ReportingCoverage.of(List.of(
        new UnitWeek("guards", week(0), true, 6, 30),
        new UnitWeek("guards", week(1), true, 2, 10)));
    assertThat(result.weeks())
        .allSatisfy(each -> assertThat(each.effort().rate()).hasValue(0.2));
  }

  @Test
  void contradictoryRowsAreRefused() {
    assertThatThrownBy(() -> new UnitWeek("school", week(0), false, 1, 1))
        .hasMessageContaining("did answer");
    assertThatThrownBy(() -> UnitWeek.silent("school", MONDAY.plusDays(1)))
        .hasMessageContaining("Monday");
    assertThatThrownBy(() -> new UnitWeek("school", week(0), true, 1, Double.NaN))
        .hasMessageContaining("effort");
    UnitWeek row = UnitWeek.silent("school", week(0));
    assertThatThrownBy(() -> ReportingCoverage.of(List.of(row, row)))
        .hasMessageContaining("two rows");
  }

  private static Reason reason(List<UnitWeek> town) {
    return ((CannotBeJudged) ReportingCoverage.of(town).trend()).reason();
  }

  private static Judged judged(Result result) {
    return (Judged) result.trend();
  }

  private static Influence influence(Result result, String unit) {
    return result.influences().stream()
        .filter(each -> each.unit().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  private static UnaryOperator<UnitWeek> renamed(UnaryOperator<String> name) {
    return each -> new UnitWeek(
        name.apply(each.unit()), each.week(), each.answered(), each.incidents(), each.effort());
  }

  private static List<UnitWeek> town(int units, int weeks, double mean, double factor, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<UnitWeek> town = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      for (int week = 0; week < weeks; week++) {
        town.add(UnitWeek.answered(
            "unit " + unit, week(week), poisson(mean * Math.pow(factor, week), random)));
      }
    }
    return town;
  }

  private static int poisson(double mean, SplittableRandom random) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private static LocalDate week(int index) {
    return MONDAY.plusWeeks(index);
  }
}
