package se.samlad.insight;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.samlad.analysis.season.TimeSpan;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.insight.Hotspot.Peak;

/**
 * Finds when in the week a place gathers its incidents: the smallest block of one to six whole hours on one to three adjacent days in which
 * at least six in ten of them, and no fewer than three, began. What is only known within more than six hours counts as outside every block. Among
 * equally small blocks the fullest is taken, then the earliest.
 */
final class Peaks {

  private static final int LEAST = 3;
  private static final int MOST_DAYS = 3;
  private static final int LEAST_HOURS = 1;
  private static final int MOST_HOURS = 6;
  private static final Duration KNOWN_WITHIN = Duration.ofHours(6);

  private Peaks() {}

  static Peak of(List<TimeSpan> spans) {
    int[][] began = new int[7][24];
    for (TimeSpan span : spans) {
      if (span.length().compareTo(KNOWN_WITHIN) <= 0) {
        ZonedDateTime from = span.from().atZone(IsoWeek.ZONE);
        began[from.getDayOfWeek().getValue() - 1][from.getHour()]++;
      }
    }
    int enough = Math.max(LEAST, (6 * spans.size() + 9) / 10);
    Peak best = Peak.none();
    int bestSize = Integer.MAX_VALUE;
    for (int days = 1; days <= MOST_DAYS; days++) {
      for (int hours = LEAST_HOURS; hours <= MOST_HOURS; hours++) {
        int size = days * hours;
        if (size > bestSize) {
          continue;
        }
        Peak fullest = fullest(began, days, hours);
        if (fullest.count() >= enough && (size < bestSize || fullest.count() > best.count())) {
          best = fullest;
          bestSize = size;
        }
      }
    }
    return best;
  }

  private static Peak fullest(int[][] began, int days, int hours) {
    int most = -1;
    int atDay = 0;
    int atHour = 0;
    for (int day = 0; day < 7; day++) {
      for (int hour = 0; hour + hours <= 24; hour++) {
        int count = 0;
        for (int d = 0; d < days; d++) {
          for (int h = 0; h < hours; h++) {
            count += began[(day + d) % 7][hour + h];
          }
        }
        if (count > most) {
          most = count;
          atDay = day;
          atHour = hour;
        }
      }
    }
    Set<DayOfWeek> named = new LinkedHashSet<>();
    for (int d = 0; d < days; d++) {
      named.add(DayOfWeek.of((atDay + d) % 7 + 1));
    }
    return new Peak(named, atHour, atHour + hours, most);
  }
}
