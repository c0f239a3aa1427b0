package se.samlad.insight;

import java.util.Optional;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;

/**
 * One week of a series.
 *
 * @param expected empty when fewer than six earlier weeks have data
 * @param answered units that reported or said that there was nothing to report
 * @param asked units expected to
 */
public record WeekPoint(
    IsoWeek week, int value, Optional<Figure.Expected> expected, int answered, int asked) {

  /** Below this share of answers a week is drawn hatched. */
  private static final double FEW = 2.0 / 3;

  /** Få har svarat: less than two thirds of those asked. */
  public boolean fewAnswered() {
    return asked > 0 && answered < FEW * asked;
  }

  public boolean more() {
    return expected.filter(band -> value > band.upper()).isPresent();
  }
}
