package se.samlad.insight;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.disclosure.Figure;

/**
 * A week as one audience sees it.
 *
 * @param incidents of the week, against the 13 weeks before
 * @param before incidents of the week before
 * @param lastYear incidents 52 weeks earlier; empty when nobody was heard then
 * @param series 52 weeks ending with this one
 * @param matrix weekday by hour of the last four weeks, Monday 00-01 first; intervals are spread over their hours, and the sum is the number
 *     of incidents whose time is seen
 * @param categories of the week, in the catalogue's order
 * @param recordedCrime offences of the week in police records: a series of its own, never added
 * @param unreviewed of the incidents, those not yet passed
 */
@SuppressWarnings("ArrayRecordComponent")
public record WeekSummary(
    IsoWeek week,
    Figure incidents,
    int before,
    OptionalInt lastYear,
    List<WeekPoint> series,
    int[][] matrix,
    List<CategoryFigure> categories,
    int recordedCrime,
    int unreviewed) {

  public WeekSummary {
    series = List.copyOf(series);
    categories = List.copyOf(categories);
    matrix = copy(matrix);
  }

  @Override
  public int[][] matrix() {
    return copy(matrix);
  }

  private static int[][] copy(int[][] table) {
    return Arrays.stream(table).map(int[]::clone).toArray(int[][]::new);
  }
}
