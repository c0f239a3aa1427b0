package se.samlad.insight;

import java.util.List;
import java.util.OptionalInt;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;

/**
 * A selection over whole weeks as one audience sees it.
 *
 * @param total incidents, against the 13 equally long periods before
 * @param before incidents of the period just before
 * @param lastYear incidents of the same weeks 52 weeks earlier; empty when nobody was heard then
 * @param lastWeek the last week for itself
 * @param series 52 weeks ending with the last one
 * @param matrix weekday by hour of the period
 * @param categories in the catalogue's order, those with any incident now or before
 * @param recordedCrime offences in police records of the same weeks and areas: a series of its own, never added
 * @param unreviewed of the incidents, those not yet passed
 */
public record PeriodFigures(
    IsoWeek first,
    IsoWeek last,
    Figure total,
    int before,
    OptionalInt lastYear,
    Figure lastWeek,
    List<WeekPoint> series,
    WeekMatrix matrix,
    List<CategoryFigure> categories,
    int recordedCrime,
    int unreviewed) {

  public PeriodFigures {
    series = List.copyOf(series);
    categories = List.copyOf(categories);
  }

  public int weeks() {
    return first.until(last) + 1;
  }
}
