package se.samlad.analysis.forecast;

import java.time.LocalDate;

/** A way to score the cells by what was known before a day: the higher, the likelier (Swedish: rangordning). */
public sealed interface Ranking {

  /** Scores for the time from {@code day} on, from events before it alone. */
  double[] scores(CellHistory history, LocalDate day);

  /** How many days back it looks. */
  int days();

  /** The plain count of so many days: hard to beat, and the one every forecast is shown beside. */
  record PlainCount(int days) implements Ranking {

    /** Last year's count. */
    public static final PlainCount YEAR = new PlainCount(365);

    public PlainCount {
      requirePositive(days, "days");
    }

    @Override
    public double[] scores(CellHistory history, LocalDate day) {
      return history.counts(day.minusDays(days), day);
    }
  }

  /** A count in which an event weighs half as much for each half-life that has passed. */
  record FadingCount(int days, double halfLifeDays) implements Ranking {

    public FadingCount {
      requirePositive(days, "days");
      requirePositive(halfLifeDays, "half-life");
    }

    @Override
    public double[] scores(CellHistory history, LocalDate day) {
      double[] scores = new double[history.area().size()];
      for (int i = history.firstFrom(day.minusDays(days)); i < history.firstFrom(day); i++) {
        if (history.cell(i) != CellHistory.OUTSIDE) {
          scores[history.cell(i)] +=
              Math.pow(0.5, (day.toEpochDay() - history.day(i)) / halfLifeDays);
        }
      }
      return scores;
    }
  }

  /** A count smoothed by a quartic kernel, seen from the centre of each cell. */
  record KernelCount(int days, double bandwidth) implements Ranking {

    public KernelCount {
      requirePositive(days, "days");
      requirePositive(bandwidth, "bandwidth");
    }

    @Override
    public double[] scores(CellHistory history, LocalDate day) {
      double[] scores = new double[history.area().size()];
      for (int i = history.firstFrom(day.minusDays(days)); i < history.firstFrom(day); i++) {
        spread(history, i, scores);
      }
      return scores;
    }

    private void spread(CellHistory history, int event, double[] scores) {
      double size = history.area().cellSize();
      double x = history.x(event);
      double y = history.y(event);
      for (long row = low(y, size); row <= high(y, size); row++) {
        for (long column = low(x, size); column <= high(x, size); column++) {
          int cell = history.cell(column, row);
          double rest = 1
              - squared((column + 0.5) * size - x, (row + 0.5) * size - y)
                  / (bandwidth * bandwidth);
          if (cell != CellHistory.OUTSIDE && rest > 0) {
            scores[cell] += 3 / (Math.PI * bandwidth * bandwidth) * rest * rest;
          }
        }
      }
    }

    private long low(double at, double size) {
      return (long) Math.floor((at - bandwidth) / size);
    }

    private long high(double at, double size) {
      return (long) Math.floor((at + bandwidth) / size);
    }

    private static double squared(double dx, double dy) {
      return dx * dx + dy * dy;
    }
  }

  private static void requirePositive(double value, String name) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The %s of a ranking is %s, it should be above 0".formatted(name, value));
    }
  }
}
