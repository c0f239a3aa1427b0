package se.samlad.analysis.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonthIndexTest {

  @Test
  void oneEventADayGivesOneForEveryMonthInALeapYearToo() {
    LocalDate from = LocalDate.parse("2024-01-01");
    LocalDate to = LocalDate.parse("2025-12-31");
    MonthIndex.Result result = MonthIndex.of(from.datesUntil(to.plusDays(1)).toList(), from, to);
    assertThat(result.days()[1]).isEqualTo(29 + 28);
    for (Month month : Month.values()) {
      assertThat(result.index(month).orElseThrow()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void doubledJulyStandsOutPerDay() {
    LocalDate from = LocalDate.parse("2025-01-01");
    LocalDate to = LocalDate.parse("2025-12-31");
    List<LocalDate> events = Stream.concat(
            from.datesUntil(to.plusDays(1)),
            LocalDate.parse("2025-07-01").datesUntil(LocalDate.parse("2025-08-01")))
        .toList();
    MonthIndex.Result result = MonthIndex.of(events, from, to);
    assertThat(result.index(Month.JULY).orElseThrow()).isCloseTo(2 * 365.0 / 396, within(1e-12));
    assertThat(result.count(Month.JULY)).isEqualTo(62);
  }

  @Test
  void monthOutsideThePeriodHasNoIndex() {
    LocalDate day = LocalDate.parse("2026-02-28");
    MonthIndex.Result result = MonthIndex.of(List.of(day), day, day);
    assertThat(result.index(Month.MARCH)).isEmpty();
    assertThat(result.index(Month.FEBRUARY)).hasValue(1);
  }

  @Test
  void nothingAtAllHasNoIndex() {
    LocalDate day = LocalDate.parse("2026-02-28");
    assertThat(MonthIndex.of(List.of(), day, day).index(Month.FEBRUARY)).isEmpty();
  }

  @Test
  void eventOutsideThePeriodIsRefused() {
    LocalDate day = LocalDate.parse("2026-02-28");
    assertThatThrownBy(() -> MonthIndex.of(List.of(day.plusDays(1)), day, day))
        .hasMessageContaining("2026-03-01");
    assertThatThrownBy(() -> MonthIndex.of(List.of(), day, day.minusDays(1)))
        .hasMessageContaining("before it begins");
  }
}
