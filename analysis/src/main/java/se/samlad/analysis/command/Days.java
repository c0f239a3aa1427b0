package se.samlad.analysis.command;

import java.time.LocalDate;

/** A column of days: dates as days since 1970, or numbers as they are. */
final class Days {

  private Days() {}

  static double[] of(Input input, String column) {
    if (areDates(input, column)) {
      LocalDate[] dates = input.dates(column);
      double[] days = new double[dates.length];
      for (int row = 0; row < days.length; row++) {
        days[row] = dates[row].toEpochDay();
      }
      return days;
    }
    return input.numbers(column);
  }

  /** The same as whole days; a number with decimals is refused. */
  static int[] wholeOf(Input input, String column) {
    double[] days = of(input, column);
    int[] whole = new int[days.length];
    for (int row = 0; row < whole.length; row++) {
      whole[row] = (int) days[row];
      if (whole[row] != days[row]) {
        throw new IllegalArgumentException(
            "Row %d: column %s has %s, which is not a date or a whole number of days"
                .formatted(row + 1, column, Outcome.plain(days[row])));
      }
    }
    return whole;
  }

  /** Whether the first row that says anything says a date. */
  static boolean areDates(Input input, String column) {
    for (int row = 0; row < input.size(); row++) {
      String text = input.text(row, column);
      if (!text.isEmpty()) {
        return text.length() >= 10 && text.charAt(4) == '-';
      }
    }
    return false;
  }

  /** A day written as the column writes its own. */
  static String text(int day, boolean asDate) {
    return asDate ? LocalDate.ofEpochDay(day).toString() : Integer.toString(day);
  }
}
