package se.samlad.reporting.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;

/**
 * The quick answers to when it happened. Each but {@link #BETWEEN}, {@link #COMING} and {@link #KEEP} means an interval that can be said from the clock
 * alone; the page computes the same ones (static/js/rapport/tid.js).
 */
enum TimeChoice {
  NOW("nu"),
  LAST_HOUR("timme"),
  EVENING("kvall"),
  NIGHT("natt"),
  YESTERDAY("igar"),
  BETWEEN("mellan"),
  COMING("kommande"),
  KEEP("behall");

  private static final LocalTime EVENING_BEGINS = LocalTime.of(17, 0);
  private static final LocalTime NIGHT_BEGINS = LocalTime.of(22, 0);
  private static final LocalTime NIGHT_ENDS = LocalTime.of(6, 0);

  private final String code;

  TimeChoice(String code) {
    this.code = code;
  }

  /** As the form writes it. */
  public String code() {
    return code;
  }

  static Optional<TimeChoice> find(String code) {
    return Arrays.stream(values()).filter(choice -> choice.code.equals(code)).findFirst();
  }

  /** Whether it is said by two times of its own. */
  boolean written() {
    return this == BETWEEN || this == COMING;
  }

  /** From the earliest to the latest time it can have happened. */
  record Interval(ZonedDateTime from, ZonedDateTime to) {}

  /** The interval as seen from now; empty where the clock alone does not tell, and for an evening that has not begun. */
  Optional<Interval> interval(ZonedDateTime now) {
    return switch (this) {
      case NOW -> Optional.of(new Interval(now, now));
      case LAST_HOUR -> Optional.of(new Interval(now.minus(Duration.ofHours(1)), now));
      case EVENING ->
        now.toLocalTime().isBefore(EVENING_BEGINS)
            ? Optional.empty()
            : Optional.of(new Interval(now.with(EVENING_BEGINS), now));
      case NIGHT -> Optional.of(night(now));
      case YESTERDAY -> {
        LocalDate today = now.toLocalDate();
        yield Optional.of(new Interval(
            today.minusDays(1).atStartOfDay(now.getZone()), today.atStartOfDay(now.getZone())));
      }
      case BETWEEN, COMING, KEEP -> Optional.empty();
    };
  }

  /** The night that is, or the last one that was. */
  private static Interval night(ZonedDateTime now) {
    LocalTime time = now.toLocalTime();
    LocalDate begins =
        time.isBefore(NIGHT_BEGINS) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
    ZonedDateTime from = begins.atTime(NIGHT_BEGINS).atZone(now.getZone());
    ZonedDateTime to = begins.plusDays(1).atTime(NIGHT_ENDS).atZone(now.getZone());
    return new Interval(from, to.isAfter(now) ? now : to);
  }
}
