package se.samlad.measure;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The one number to watch (Swedish: indikator, mäts med): passed incidents of some categories within a distance of the place, on some
 * weekdays and hours.
 *
 * @param codes codes of groups or categories
 * @param radiusMeters around the place
 * @param weekdays empty means all
 * @param fromHour first local hour
 * @param toHour first local hour after; smaller than {@code fromHour} goes past midnight
 */
public record Indicator(
    List<String> codes, int radiusMeters, Set<DayOfWeek> weekdays, int fromHour, int toHour) {

  /** What a hotspot's cell of 250 metres needs to be held with its edges. */
  public static final int DEFAULT_RADIUS = 150;

  public Indicator {
    codes = List.copyOf(codes);
    weekdays = weekdays.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(weekdays));
  }

  public static Indicator of(List<String> codes) {
    return new Indicator(codes, DEFAULT_RADIUS, Set.of(), 0, 24);
  }

  public boolean allDay() {
    return fromHour == 0 && toHour == 24;
  }
}
