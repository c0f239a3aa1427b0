package se.samlad.analysis.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.forecast.CellHistory.Event;
import se.samlad.analysis.forecast.NextWeek.Result;
import se.samlad.analysis.forecast.NextWeek.Scored;
import se.samlad.analysis.forecast.NextWeek.TestedWeek;

class NextWeekTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-23");
  private static final StudyArea TOWN = StudyArea.covering(0, 0, 1999, 1999, 250);

  @Test
  void steadyPlaceIsFlaggedByBothAndHitEveryWeek() {
    List<Event> events = new ArrayList<>();
    for (int days = 1; days <= 600; days += 3) {
      events.add(new Event(DAY.minusDays(days), 1100, 600));
    }
    Result result = new NextWeek(new Ranking.FadingCount(365, 56), Ranking.PlainCount.YEAR, 1, 10)
        .forecast(new CellHistory(TOWN, events), DAY);
    assertThat(TOWN.cells().get(result.byRanking().get(0).cell()))
        .isEqualTo(new StudyArea.Cell(4, 2));
    assertThat(result.byPlainCount()).first().extracting(Scored::score).isEqualTo(122.0);
    assertThat(result.tested())
        .hasSize(10)
        .allSatisfy(week -> assertThat(week.hits()).isEqualTo(week.events()));
    assertThat(result.accuracy().pai()).isCloseTo(64, within(1e-9));
    assertThat(result.accuracy().pei()).isEqualTo(1);
    assertThat(result.rankingPreferred()).isFalse();
  }

  @Test
  void backTestNeverLooksAhead() {
    List<Event> past = randomEvents(900, 700, 3);
    Result before = NextWeek.of(new CellHistory(TOWN, past), DAY);
    List<Event> withFuture = new ArrayList<>(past);
    for (int days = 0; days < 60; days++) {
      for (int i = 0; i < 40; i++) {
        withFuture.add(new Event(DAY.plusDays(days), 10, 10));
      }
    }
    Result after = NextWeek.of(new CellHistory(TOWN, withFuture), DAY);
    assertThat(after.byRanking()).isEqualTo(before.byRanking());
    assertThat(after.tested()).isEqualTo(before.tested());
  }

  @Test
  void eventsOfATestedWeekDoNotChangeItsOwnFlags() {
    List<Event> past = randomEvents(900, 700, 4);
    LocalDate lastWeek = DAY.minusWeeks(1);
    List<Event> without =
        past.stream().filter(event -> event.day().isBefore(lastWeek)).toList();
    CellHistory all = new CellHistory(TOWN, past);
    for (Ranking ranking : List.of(
        Ranking.PlainCount.YEAR,
        new Ranking.FadingCount(365, 30),
        new Ranking.KernelCount(365, 400))) {
      assertThat(ranking.scores(all, lastWeek))
          .isEqualTo(ranking.scores(new CellHistory(TOWN, without), lastWeek));
    }
  }

  @Test
  void movedActivityMakesTheFadingCountPreferred() {
    List<Event> events = new ArrayList<>();
    for (int days = 1; days <= 900; days++) {
      boolean recent = days <= 150;
      events.add(new Event(DAY.minusDays(days), recent ? 1100 : 300, recent ? 600 : 300));
      events.add(new Event(DAY.minusDays(days), recent ? 1100 : 300, recent ? 600 : 300));
    }
    Result result = new NextWeek(new Ranking.FadingCount(365, 14), Ranking.PlainCount.YEAR, 1, 20)
        .forecast(new CellHistory(TOWN, events), DAY);
    assertThat(result.accuracy().hits()).isGreaterThan(result.plainAccuracy().hits());
    assertThat(result.rankingPreferred()).isTrue();
    assertThat(result.tested()).extracting(TestedWeek::bestHits).containsOnly(14);
  }

  @Test
  void shiftingEverythingByWholeCellsMovesTheListAlike() {
    List<Event> events = randomEvents(600, 500, 9);
    List<Event> shifted = events.stream()
        .map(each -> new Event(each.day(), each.x() + 5000, each.y()))
        .toList();
    StudyArea shiftedTown = StudyArea.covering(5000, 0, 6999, 1999, 250);
    assertThat(NextWeek.of(new CellHistory(shiftedTown, shifted), DAY).byRanking())
        .isEqualTo(NextWeek.of(new CellHistory(TOWN, events), DAY).byRanking());
  }

  @Test
  void kernelIntegratesToTheNumberOfEvents() {
    StudyArea fine = StudyArea.covering(0, 0, 1999, 1999, 10);
    CellHistory history = new CellHistory(fine, List.of(new Event(DAY.minusDays(3), 1000, 1000)));
    double sum = 0;
    for (double score : new Ranking.KernelCount(30, 300).scores(history, DAY)) {
      sum += score * 100;
    }
    assertThat(sum).isCloseTo(1, within(1e-3));
  }

  @Test
  void forecastWithoutMeasurableAccuracyIsRefused() {
    CellHistory young = new CellHistory(TOWN, List.of(new Event(DAY.minusDays(200), 100, 100)));
    assertThatThrownBy(() -> NextWeek.of(young, DAY)).isInstanceOf(NextWeek.HistoryTooShort.class);
    CellHistory empty = new CellHistory(TOWN, List.of());
    assertThatThrownBy(() -> NextWeek.of(empty, DAY)).isInstanceOf(NextWeek.HistoryTooShort.class);
  }

  @Test
  void eventsOutsideTheStudyAreaAreCountedApart() {
    List<Event> events = new ArrayList<>(randomEvents(600, 500, 2));
    events.add(new Event(DAY.minusDays(2), -1, 5));
    Result result = NextWeek.of(new CellHistory(TOWN, events), DAY);
    assertThat(result.outside()).isEqualTo(1);
    assertThatThrownBy(() -> new Event(DAY, Double.NaN, 0)).hasMessageContaining("NaN");
  }

  @Test
  void studyAreasThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> StudyArea.covering(0, 0, 1e9, 1e9, 10))
        .hasMessageContaining("4,000,000");
    double around = 250.0 * (1L << 32) - 1;
    assertThatThrownBy(() -> StudyArea.covering(1, 1, around, around, 250))
        .as("cells enough to come round to 0")
        .hasMessageContaining("4,000,000");
    assertThatThrownBy(() -> StudyArea.covering(Double.NaN, 0, 100, 100, 10))
        .hasMessageContaining("NaN, 0.0 to 100.0, 100.0 has no inside");
    assertThatThrownBy(() -> StudyArea.covering(0, 100, 100, 0, 10))
        .hasMessageContaining("has no inside");
    assertThatThrownBy(() -> new StudyArea(0, List.of())).hasMessageContaining("above 0");
    StudyArea.Cell cell = new StudyArea.Cell(1, 1);
    assertThatThrownBy(() -> new StudyArea(250, List.of(cell, cell))).hasMessageContaining("twice");
  }

  @Test
  void signTestIsExact() {
    assertThat(SignTest.upperTail(0, 0)).isEqualTo(1);
    assertThat(SignTest.upperTail(5, 5)).isCloseTo(1 / 32.0, within(1e-15));
    assertThat(SignTest.upperTail(8, 10)).isCloseTo(56 / 1024.0, within(1e-14));
  }

  private static List<Event> randomEvents(int count, int days, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LocalDate day = DAY.minusDays(1 + random.nextInt(days));
      events.add(new Event(day, random.nextDouble() * 2000, random.nextDouble() * 2000));
    }
    return events;
  }
}
