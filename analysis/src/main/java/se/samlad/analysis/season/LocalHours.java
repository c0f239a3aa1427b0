package se.samlad.analysis.season;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Names passed time by the local hour of the week, keeping the offset until the clock is next changed. */
final class LocalHours {

  private static final long HOUR_MILLIS = 3_600_000L;
  private static final long WEEK_HOURS = 168;
  /** 1970-01-01 was a Thursday: 72 hours after a Monday at midnight. */
  private static final long EPOCH_HOUR_OF_WEEK = 72;

  private final ZoneRules rules;
  private long validFrom = Long.MAX_VALUE;
  private long validTo = Long.MIN_VALUE;
  private long offsetMillis;

  LocalHours(ZoneId zone) {
    this.rules = zone.getRules();
  }

  int weekHour(long millis) {
    long hours = Math.floorDiv(millis + offsetAt(millis), HOUR_MILLIS) + EPOCH_HOUR_OF_WEEK;
    return (int) Math.floorMod(hours, WEEK_HOURS);
  }

  /** Adds {@code total} to the hours between two moments in proportion to the time that passes in each. */
  void spread(long from, long to, double total, double[] weights) {
    long at = from;
    while (at < to) {
      int hour = weekHour(at);
      long intoHour = Math.floorMod(at + offsetMillis, HOUR_MILLIS);
      long end = Math.min(to, Math.min(at + HOUR_MILLIS - intoHour, validTo));
      weights[hour] += total * (end - at) / (to - from);
      at = end;
    }
  }

  private long offsetAt(long millis) {
    if (millis < validFrom || millis >= validTo) {
      Instant moment = Instant.ofEpochMilli(millis);
      offsetMillis = rules.getOffset(moment).getTotalSeconds() * 1000L;
      ZoneOffsetTransition next = rules.nextTransition(moment);
      validFrom = millis;
      validTo = next == null ? Long.MAX_VALUE : next.toEpochSecond() * 1000L;
    }
    return offsetMillis;
  }
}
