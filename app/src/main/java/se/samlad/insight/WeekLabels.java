package se.samlad.insight;

import java.util.Locale;
import se.samlad.ground.calendar.IsoWeek;

/** How weeks are written where their year is plain: v. 47, v. 44–47; weeks 44–47. */
public final class WeekLabels {

  private WeekLabels() {}

  public static String of(IsoWeek first, IsoWeek last, Locale locale) {
    boolean swedish = locale.getLanguage().equals("sv");
    if (first.equals(last)) {
      return (swedish ? "v. " : "week ") + last.week();
    }
    return (swedish ? "v. " : "weeks ") + first.week() + "–" + last.week();
  }
}
