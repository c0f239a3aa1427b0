package se.samlad.situation;

import java.time.DayOfWeek;
import java.util.EnumSet;
import se.samlad.situation.PictureFigures.Peak;

/** Finds the block of two adjacent days by four hours that holds most; the earliest of equals. */
final class DensestHours {

  private static final int DAYS = 2;
  private static final int HOURS = 4;
  private static final int STEP = 2;

  private DensestHours() {}

  /**
   * @param counts weekday by hour, Monday 00-01 first
   * @param least counts below which no block is named
   */
  static Peak of(int[][] counts, int least) {
    Peak best = Peak.none();
    for (int day = 0; day + DAYS <= counts.length; day++) {
      for (int hour = 0; hour + HOURS <= 24; hour += STEP) {
        int held = sum(counts, day, hour);
        if (held >= least && held > best.count()) {
          best = new Peak(
              EnumSet.range(DayOfWeek.of(day + 1), DayOfWeek.of(day + DAYS)),
              hour,
              hour + HOURS,
              held);
        }
      }
    }
    return best;
  }

  private static int sum(int[][] counts, int day, int hour) {
    int sum = 0;
    for (int d = day; d < day + DAYS; d++) {
      for (int h = hour; h < hour + HOURS; h++) {
        sum += counts[d][h];
      }
    }
    return sum;
  }
}
