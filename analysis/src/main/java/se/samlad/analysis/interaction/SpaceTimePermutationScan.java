package se.samlad.analysis.interaction;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;

/**
 * Where and when have there been more events than the place usually has and the time usually has, when nothing is known of the population
 * (Swedish: svepstatistik i rum och tid)?
 *
 * <p>Terms: a window is a circle and a run of days. In it c cases are observed and (cases in the circle) x (cases in the days) / C expected;
 * the statistic is c ln(c/e) + (C - c) ln((C - c)/(C - e)) when c > e. p is the rank of the statistic among the largest ones of data sets
 * with the times permuted, so the whole search is counted. Prospective: windows that end on the last day; retrospective: all.
 *
 * <p>Edges: with none or one event, with all events at one place or on one day, nothing can be more than expected, and no cluster is
 * reported. Events at the same coordinates are one place. NaN places, days outside the study period and more than {@value #MOST_CASES}
 * events, {@value #MOST_DAYS} days or {@link Places#MOST} places are refused.
 *
 * <p>Method: for every number of cases only the window with the least expectation can win, so the search keeps one whole number per number
 * of cases and takes a logarithm only at the end; windows that gain no case by their last place or day are skipped. A prospective replicate
 * deals only the days of the window.
 *
 * <p>Cost per replicate: prospective, neighbours in all circles + those with a recent case x longest window; retrospective, neighbours x
 * (days with a case in the circle) plus the windows through a new case. Memory: 4 bytes a neighbour, about 40 bytes an event and thread.
 *
 * <p>Source: Kulldorff, Heffernan, Hartman, Assunção and Mostashari 2005, PLoS Medicine 2:e59; Kulldorff 2001, JRSS A 164:61-72.
 */
public final class SpaceTimePermutationScan {

  /** More events than this are refused. */
  public static final int MOST_CASES = 1_000_000;

  /** A longer study period is refused. */
  public static final int MOST_DAYS = 100_000;

  private final ScanWindow window;
  private final Replicates replicates;

  public SpaceTimePermutationScan(ScanWindow window, Replicates replicates) {
    this.window = window;
    this.replicates = replicates;
  }

  /** This week's look: see {@link ScanWindow#thisWeek()}, 999 replicates. */
  public static ScanResult thisWeek(double[] x, double[] y, int[] day, int firstDay, int lastDay) {
    return new SpaceTimePermutationScan(ScanWindow.thisWeek(), Replicates.STANDARD)
        .scan(x, y, day, firstDay, lastDay, Progress.silent());
  }

  /**
   * Scans events that carry their own place.
   *
   * @param x per event, in the plane or degrees east as the window says
   * @param y per event
   * @param day of each event, any whole numbers that count days
   * @param firstDay first day of the study, also when nothing happened on it
   * @param lastDay last day of the study
   */
  public ScanResult scan(
      double[] x, double[] y, int[] day, int firstDay, int lastDay, Progress progress) {
    return scan(x, y, IntStream.range(0, x.length).toArray(), day, firstDay, lastDay, progress);
  }

  /**
   * Scans events at given places; a place without any event is a centre too.
   *
   * @param x per place
   * @param y per place
   * @param at the row of the place of each event
   */
  public ScanResult scan(
      double[] x, double[] y, int[] at, int[] day, int firstDay, int lastDay, Progress progress) {
    check(x, at, day, firstDay, lastDay);
    Places places = Places.of(x, y);
    int[] casesByDay = IntStream.range(0, day.length)
        .boxed()
        .sorted((a, b) -> Integer.compare(day[a], day[b]))
        .mapToInt(Integer::intValue)
        .toArray();
    int[] placeOfCase = Arrays.stream(at).map(places::placeOf).toArray();
    double[] perPlace = new double[places.size()];
    for (int place : placeOfCase) {
      perPlace[place]++;
    }
    Circles circles = Circles.of(places, window, perPlace);
    PermutationWindows.Data data = new PermutationWindows.Data(
        circles,
        placeOfCase,
        Arrays.stream(casesByDay).map(one -> day[one] - firstDay).toArray(),
        lastDay - firstDay + 1,
        Math.min(window.maxDays(), lastDay - firstDay + 1),
        window.minCases());
    Supplier<PermutationWindows> windows = window.direction() == ScanWindow.Direction.PROSPECTIVE
        ? () -> new ProspectiveWindows(data)
        : () -> new RetrospectiveWindows(data);
    return new ScanRun(places, circles, window, replicates, day.length, firstDay, lastDay)
        .report(worthNaming -> windows.get().observed(casesByDay, worthNaming), windows, progress);
  }

  /** Share of draws, each event as a count about one, that find something, or nothing, as the result of {@link #scan} did. */
  public Stability stability(
      ScanResult result,
      double[] x,
      double[] y,
      int[] day,
      Stability.Parameters how,
      Progress progress) {
    SpaceTimePermutationScan once = new SpaceTimePermutationScan(window, Replicates.one());
    return result.stability(how, progress, random -> {
      int[] events = IntStream.range(0, day.length)
          .flatMap(i -> IntStream.generate(() -> i).limit(random.nextPoisson(1)))
          .toArray();
      int[] days = Arrays.stream(events).map(i -> day[i]).toArray();
      return once.scan(x, y, events, days, result.firstDay(), result.lastDay(), Progress.silent());
    });
  }

  private static void check(double[] x, int[] at, int[] day, int firstDay, int lastDay) {
    if (at.length != day.length) {
      throw new IllegalArgumentException(
          "There are %d events with a place and %d with a day".formatted(at.length, day.length));
    }
    if (day.length > MOST_CASES) {
      throw new IllegalArgumentException(
          "At most %d events can be scanned but there are %d".formatted(MOST_CASES, day.length));
    }
    if (lastDay < firstDay || (long) lastDay - firstDay >= MOST_DAYS) {
      throw new IllegalArgumentException("The study must have 1 to %d days but goes from %d to %d"
          .formatted(MOST_DAYS, firstDay, lastDay));
    }
    for (int i = 0; i < day.length; i++) {
      if (at[i] < 0 || at[i] >= x.length) {
        throw new IllegalArgumentException(
            "Event %d lies at place %d of %d".formatted(i + 1, at[i], x.length));
      }
      if (day[i] < firstDay || day[i] > lastDay) {
        throw new IllegalArgumentException("Event %d lies on day %d, outside %d to %d"
            .formatted(i + 1, day[i], firstDay, lastDay));
      }
    }
  }
}
