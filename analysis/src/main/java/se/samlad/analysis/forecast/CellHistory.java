package se.samlad.analysis.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.samlad.analysis.distribution.SeededRandom;

/**
 * Events sorted by day, each with the cell of the study area it fell in. A look at it is always at a stretch of days, so
 * that nothing after the day of a forecast can be seen by accident.
 */
public final class CellHistory {

  /** One event: the day and where. */
  public record Event(LocalDate day, double x, double y) {

    public Event {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("An event lies at %s, %s".formatted(x, y));
      }
    }
  }

  static final int OUTSIDE = -1;

  private final StudyArea area;
  private final Map<StudyArea.Cell, Integer> index;
  private final long[] days;
  private final double[] xs;
  private final double[] ys;
  private final int[] cells;

  public CellHistory(StudyArea area, List<Event> events) {
    this.area = area;
    this.index = area.index();
    List<Event> sorted =
        events.stream().sorted(Comparator.comparing(Event::day)).toList();
    this.days = sorted.stream().mapToLong(event -> event.day().toEpochDay()).toArray();
    this.xs = sorted.stream().mapToDouble(Event::x).toArray();
    this.ys = sorted.stream().mapToDouble(Event::y).toArray();
    this.cells = sorted.stream().mapToInt(event -> cellAt(event.x(), event.y())).toArray();
  }

  public StudyArea area() {
    return area;
  }

  public int size() {
    return days.length;
  }

  /** Events outside every cell of the study area: they are never counted. */
  public int outside() {
    return (int) Arrays.stream(cells).filter(cell -> cell == OUTSIDE).count();
  }

  /** The first day with an event; empty history is refused. */
  public LocalDate firstDay() {
    if (days.length == 0) {
      throw new IllegalStateException("A history without events has no first day");
    }
    return LocalDate.ofEpochDay(days[0]);
  }

  /** Events in each cell from a day up to and not including another. */
  public double[] counts(LocalDate from, LocalDate before) {
    double[] counts = new double[area.size()];
    for (int i = firstFrom(from); i < firstFrom(before); i++) {
      if (cells[i] != OUTSIDE) {
        counts[cells[i]]++;
      }
    }
    return counts;
  }

  /** The position of the first event on or after a day. */
  int firstFrom(LocalDate day) {
    long wanted = day.toEpochDay();
    int low = 0;
    int high = days.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  long day(int event) {
    return days[event];
  }

  double x(int event) {
    return xs[event];
  }

  double y(int event) {
    return ys[event];
  }

  int cell(int event) {
    return cells[event];
  }

  int cell(long column, long row) {
    return index.getOrDefault(new StudyArea.Cell(column, row), OUTSIDE);
  }

  private int cellAt(double x, double y) {
    return cell((long) Math.floor(x / area.cellSize()), (long) Math.floor(y / area.cellSize()));
  }

  private CellHistory(CellHistory of, int[] events) {
    this.area = of.area;
    this.index = of.index;
    this.days = Arrays.stream(events).mapToLong(i -> of.days[i]).toArray();
    this.xs = Arrays.stream(events).mapToDouble(i -> of.xs[i]).toArray();
    this.ys = Arrays.stream(events).mapToDouble(i -> of.ys[i]).toArray();
    this.cells = Arrays.stream(events).map(i -> of.cells[i]).toArray();
  }

  /** Each event not at all, once or more often, as a count about one. */
  CellHistory redrawn(SeededRandom random) {
    int[] events = IntStream.range(0, days.length)
        .flatMap(i -> IntStream.generate(() -> i).limit(random.nextPoisson(1)))
        .toArray();
    return new CellHistory(this, events);
  }
}
