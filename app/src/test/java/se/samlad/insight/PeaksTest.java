package se.samlad.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samlad.analysis.season.TimeSpan;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.insight.Hotspot.Peak;

/** When in the week a place gathers its incidents. */
class PeaksTest {

  @Test
  void smallestBlockThatHoldsHalfIsNamed() {
    List<TimeSpan> spans = moments("20T19:10", "20T20:30", "21T19:40", "21T21:00", "21T22:50");
    spans.addAll(moments("16T03:00", "17T09:00", "18T12:00"));
    Peak peak = Peaks.of(spans);
    assertThat(peak.days()).containsExactly(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
    assertThat(peak.count()).isGreaterThanOrEqualTo(4);
    assertThat(peak.toHour() - peak.fromHour()).isLessThanOrEqualTo(4);
  }

  @Test
  void scatteredIncidentsHaveNoPeak() {
    assertThat(Peaks.of(moments(
                "16T01:00", "17T07:00", "18T13:00", "19T19:00", "20T04:00", "21T10:00", "22T16:00"))
            .isNone())
        .isTrue();
  }

  @Test
  void whatIsOnlyKnownWithinANightTellsNoHour() {
    List<TimeSpan> spans = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Instant evening = at("20T18:00");
      spans.add(new TimeSpan(evening, evening.plus(Duration.ofHours(13))));
    }
    assertThat(Peaks.of(spans).isNone()).isTrue();
  }

  @Test
  void twoIncidentsAreNoPattern() {
    assertThat(Peaks.of(moments("20T19:00", "20T19:30")).isNone()).isTrue();
  }

  private static List<TimeSpan> moments(String... times) {
    List<TimeSpan> spans = new ArrayList<>();
    for (String time : times) {
      spans.add(TimeSpan.at(at(time)));
    }
    return spans;
  }

  private static Instant at(String dayAndTime) {
    return LocalDateTime.parse("2026-11-" + dayAndTime).atZone(IsoWeek.ZONE).toInstant();
  }
}
