package se.samlad.ground.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samlad.ground.calendar.RiskDates.Kind;

/** The days of the Swedish year that everybody plans for. */
class RiskDatesTest {

  @Test
  void lastWeekOfNovemberHasPaydayAndBlackFriday() {
    assertThat(told("2026-11-23", "2026-11-29"))
        .containsExactly("2026-11-25 PAYDAY", "2026-11-27 BLACK_FRIDAY");
  }

  @Test
  void paydayOnAWeekendIsTheFridayBefore() {
    assertThat(told("2026-07-20", "2026-07-26")).containsExactly("2026-07-24 PAYDAY");
    assertThat(told("2026-10-19", "2026-10-25")).containsExactly("2026-10-23 PAYDAY");
  }

  @Test
  void decemberPaysBeforeChristmas() {
    assertThat(told("2026-12-21", "2026-12-31"))
        .containsExactly(
            "2026-12-23 PAYDAY", "2026-12-24 CHRISTMAS_EVE", "2026-12-31 NEW_YEARS_EVE");
  }

  @Test
  void midsummerEveIsAFridayBetweenThe19thAndThe25th() {
    assertThat(days(Kind.MIDSUMMER_EVE, 2024)).isEqualTo("2024-06-21");
    assertThat(days(Kind.MIDSUMMER_EVE, 2026)).isEqualTo("2026-06-19");
    assertThat(days(Kind.MIDSUMMER_EVE, 2027)).isEqualTo("2027-06-25");
  }

  @Test
  void aWeekWithoutAnySuchDayHasNone() {
    assertThat(told("2026-11-02", "2026-11-08")).isEmpty();
  }

  private static List<String> told(String first, String last) {
    return RiskDates.between(LocalDate.parse(first), LocalDate.parse(last)).stream()
        .map(day -> day.date() + " " + day.kind())
        .toList();
  }

  private static String days(Kind kind, int year) {
    return RiskDates.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
        .filter(day -> day.kind() == kind)
        .map(day -> day.date().toString())
        .findFirst()
        .orElseThrow();
  }
}
