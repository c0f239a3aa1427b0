package se.samlad.analysis.season;

import java.time.Duration;
import java.time.Instant;

/** The time within which something happened: a moment when both ends are the same (Swedish: tidsintervall). */
public record TimeSpan(Instant from, Instant to) {

  public TimeSpan {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "A time span ends at %s, before it begins at %s".formatted(to, from));
    }
  }

  public static TimeSpan at(Instant moment) {
    return new TimeSpan(moment, moment);
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
