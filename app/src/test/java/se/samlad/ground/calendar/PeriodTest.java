package se.samlad.ground.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods as they stand in addresses: read, written, and the one before. */
class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2026-v48,               2026-11-23, 2026-11-29, 2026-v47",
    "2026-v01,               2025-12-29, 2026-01-04, 2025-v52",
    "2026-v53,               2026-12-28, 2027-01-03, 2026-v52",
    "2027-v01,               2027-01-04, 2027-01-10, 2026-v53",
    "2026-v48-v49,           2026-11-23, 2026-12-06, 2026-v46-v47",
    "2026-v53-v01,           2026-12-28, 2027-01-10, 2026-v51-v52",
    "2027-v01-v02,           2027-01-04, 2027-01-17, 2026-v52-v53",
    "2026-11,                2026-11-01, 2026-11-30, 2026-10",
    "2026-01,                2026-01-01, 2026-01-31, 2025-12",
    "2028-02,                2028-02-01, 2028-02-29, 2028-01",
    "2026-t3,                2026-09-01, 2026-12-31, 2026-t2",
    "2026-t1,                2026-01-01, 2026-04-30, 2025-t3",
    "2026-k4,                2026-10-01, 2026-12-31, 2026-k3",
    "2026-k1,                2026-01-01, 2026-03-31, 2025-k4",
    "2026-11-02--2026-11-15, 2026-11-02, 2026-11-15, 2026-10-19--2026-11-01"
  })
  void periodIsReadAndWrittenByOneNameAndKnowsTheOneBefore(
      String slug, LocalDate first, LocalDate last, String before) {
    Period period = Period.parse(slug).orElseThrow();

    assertThat(period.first()).isEqualTo(first);
    assertThat(period.last()).isEqualTo(last);
    assertThat(period.slug()).isEqualTo(slug);
    assertThat(period.previous().slug()).isEqualTo(before);
    assertThat(period.previous().next()).isEqualTo(period);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-V48",
        "2026-W48",
        "2026-v8",
        "2025-v53",
        "2026-v00",
        "2026-v48-v48",
        "2026-v49-v48",
        "2026-v48-49",
        "2026-13",
        "2026-00",
        "2026-t4",
        "2026-t0",
        "2026-k5",
        "2026-11-15--2026-11-02",
        "2026-02-29--2026-03-02",
        "2020-01-01--2026-01-01",
        "2026-11-02",
        "2026-v48 ",
        "2026-v48\u0000",
        "../../etc"
      })
  void anythingElseIsNoPeriod(String text) {
    assertThat(Period.parse(text)).isEmpty();
  }

  @Test
  void documentOfAMeetingsPeriodTellsAboutThePeriodBefore() {
    assertThat(covered("2026-v48")).isEqualTo("2026-v47");
    assertThat(covered("2027-v01")).isEqualTo("2026-v53");
    assertThat(covered("2026-t1")).isEqualTo("2025-t3");
  }

  @Test
  void daysOfOnesOwnAreThemselvesWhatIsToldAbout() {
    assertThat(covered("2026-11-02--2026-11-15")).isEqualTo("2026-11-02--2026-11-15");
  }

  @Test
  void weekSpansFromMondayToSundayAndHoldsBoth() {
    Period week = Period.parse("2026-v48").orElseThrow();

    assertThat(week.length()).isEqualTo(7);
    assertThat(week.holds(LocalDate.of(2026, 11, 23))).isTrue();
    assertThat(week.holds(LocalDate.of(2026, 11, 29))).isTrue();
    assertThat(week.holds(LocalDate.of(2026, 11, 30))).isFalse();
  }

  @Test
  void weekOneMayBelongToAnotherYearThanItsFirstDay() {
    assertThat(Period.parse("2026-v01").orElseThrow().year()).isEqualTo(2026);
    assertThat(Period.parse("2026-v53").orElseThrow().number()).isEqualTo(53);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09, 2026-v36-v39",
    "2026-10, 2026-v40-v44",
    "2026-11, 2026-v45-v48",
    "2026-12, 2026-v49-v53",
    "2027-01, 2027-v01-v04",
    "2026-t3, 2026-v36-v53",
    "2026-k4, 2026-v40-v53",
    "2026-v47, 2026-v47",
    "2026-11-02--2026-11-15, 2026-v45-v46",
    "2026-11-20--2026-11-22, 2026-v47"
  })
  void weekBelongsToTheMonthItsThursdayLiesIn(String slug, String weeks) {
    assertThat(Period.parse(slug).orElseThrow().wholeWeeks().slug()).isEqualTo(weeks);
  }

  @Test
  void periodsAreOrderedByTime() {
    assertThat(Period.parse("2026-v53").orElseThrow())
        .isLessThan(Period.parse("2027-v01").orElseThrow());
  }

  @Test
  void quarterAndTertialThatDoNotExistCannotBeMade() {
    assertThatThrownBy(() -> Period.quarter(2026, 5)).hasMessageContaining("QUARTER 5");
    assertThatThrownBy(() -> Period.tertial(2026, 4)).hasMessageContaining("TERTIAL 4");
  }

  private static String covered(String slug) {
    return Period.parse(slug).orElseThrow().covered().slug();
  }
}
