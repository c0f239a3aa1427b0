package se.samlad.analysis.season;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.Reference;
import se.samlad.analysis.table.Csv;

class AoristicWeekTest {

  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  @Test
  void agreesWithTheReferenceForEveryEventAndHour() {
    Csv events = Reference.csv("aoristic/weekhour", "events.csv");
    double[][] weights = new double[events.size()][];
    AoristicWeek week = new AoristicWeek(ZoneOffset.UTC);
    for (int i = 0; i < events.size(); i++) {
      TimeSpan span = utc(events.text(i, "from"), events.text(i, "to"));
      weights[i] = AoristicWeek.weightsOf(span, ZoneOffset.UTC);
      week.add(span);
    }
    Csv expected = Reference.csv("aoristic/weekhour", "expected_weights.csv");
    for (int row = 0; row < expected.size(); row++) {
      int event = (int) expected.number(row, "id") - 1;
      int hour = (int) expected.number(row, "weekhour");
      assertThat(weights[event][hour]).isCloseTo(expected.number(row, "weight"), within(1e-9));
      weights[event][hour] = 0;
    }
    assertThat(Arrays.stream(weights).flatMapToDouble(Arrays::stream).max().orElseThrow())
        .as("no weight outside the listed hours")
        .isLessThan(1e-9);
    double[] sums = Reference.csv("aoristic/weekhour", "expected_weekhour.csv").numbers("sum");
    assertThat(week.result().weights()).containsExactly(sums, within(1e-9));
  }

  @Test
  void eveningSpanIsSharedByThePassedMinutes() {
    AoristicWeek.Result week =
        AoristicWeek.of(List.of(local("2026-11-20T22:30", "2026-11-21T01:00")), STOCKHOLM);
    assertThat(week.weight(FRIDAY, 22)).isCloseTo(0.2, within(1e-15));
    assertThat(week.weight(FRIDAY, 23)).isCloseTo(0.4, within(1e-15));
    assertThat(week.weight(SATURDAY, 0)).isCloseTo(0.4, within(1e-15));
    assertThat(week.share(SATURDAY, 1)).isZero();
  }

  @Test
  void hourSkippedInSpringReceivesNothing() {
    AoristicWeek.Result week =
        AoristicWeek.of(List.of(local("2026-03-29T01:00", "2026-03-29T04:00")), STOCKHOLM);
    assertThat(week.weight(SUNDAY, 1)).isEqualTo(0.5);
    assertThat(week.weight(SUNDAY, 2)).isZero();
    assertThat(week.weight(SUNDAY, 3)).isEqualTo(0.5);
  }

  @Test
  void hourThatComesTwiceInAutumnReceivesBoth() {
    AoristicWeek.Result week =
        AoristicWeek.of(List.of(local("2026-10-25T01:00", "2026-10-25T04:00")), STOCKHOLM);
    assertThat(week.weight(SUNDAY, 1)).isEqualTo(0.25);
    assertThat(week.weight(SUNDAY, 2)).isEqualTo(0.5);
    assertThat(week.weight(SUNDAY, 3)).isEqualTo(0.25);
  }

  @Test
  void zoneWithHalfHourOffsetChangesHourOnItsOwnClock() {
    ZoneId kolkata = ZoneId.of("Asia/Kolkata");
    TimeSpan span = utc("2026-11-23T18:00:00", "2026-11-23T19:00:00");
    AoristicWeek.Result week = AoristicWeek.of(List.of(span), kolkata);
    assertThat(week.weight(MONDAY, 23)).isEqualTo(0.5);
    assertThat(week.weight(java.time.DayOfWeek.TUESDAY, 0)).isEqualTo(0.5);
  }

  @Test
  void spanLongerThanAWeekSaysNothingAboutTheHour() {
    TimeSpan longSpan = utc("2026-11-01T00:00:00", "2026-11-08T00:00:01");
    AoristicWeek.Result week = AoristicWeek.of(List.of(longSpan), STOCKHOLM);
    assertThat(week.longerThanAWeek()).isEqualTo(1);
    assertThat(week.weights()).containsOnly(1.0 / 168);
  }

  @Test
  void everyEventWeighsOneWhateverItsSpan() {
    Instant start = Instant.parse("2026-10-20T11:17:00Z");
    AoristicWeek week = new AoristicWeek(STOCKHOLM);
    for (int minutes = 0; minutes < 12_000; minutes += 97) {
      week.add(new TimeSpan(start, start.plus(Duration.ofMinutes(minutes))));
    }
    AoristicWeek.Result result = week.result();
    assertThat(Arrays.stream(result.weights()).sum()).isCloseTo(result.n(), within(1e-9));
    assertThat(result.moments()).isEqualTo(1);
  }

  @Test
  void yearHasAsManySundayTwosAsTheClockShows() {
    double[] hours = AoristicWeek.hoursAvailable(
        LocalDateTime.parse("2026-01-01T00:00").atZone(STOCKHOLM).toInstant(),
        LocalDateTime.parse("2027-01-01T00:00").atZone(STOCKHOLM).toInstant(),
        STOCKHOLM);
    assertThat(Arrays.stream(hours).sum()).isCloseTo(365 * 24, within(1e-6));
    assertThat(hours[6 * 24 + 2])
        .as("52 Sundays, one without and one with two")
        .isCloseTo(52, within(1e-6));
    assertThat(hours[3 * 24]).as("53 Thursdays").isCloseTo(53, within(1e-6));
  }

  @Test
  void noEventsGiveAnEmptyWeek() {
    AoristicWeek.Result week = AoristicWeek.of(List.of(), STOCKHOLM);
    assertThat(week.weights()).containsOnly(0.0);
    assertThat(week.share(MONDAY, 12)).isZero();
  }

  @Test
  void spanThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> utc("2026-11-02T00:00:00", "2026-11-01T00:00:00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("before it begins");
  }

  private static TimeSpan utc(String from, String to) {
    return new TimeSpan(Instant.parse(from + "Z"), Instant.parse((to.isEmpty() ? from : to) + "Z"));
  }

  private static TimeSpan local(String from, String to) {
    return new TimeSpan(
        LocalDateTime.parse(from).atZone(STOCKHOLM).toInstant(),
        LocalDateTime.parse(to).atZone(STOCKHOLM).toInstant());
  }
}
