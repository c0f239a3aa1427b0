package se.samlad.analysis.season;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.Progress;
import se.samlad.analysis.Stability;

/**
 * At which hours of the week do things happen, when only an interval is known for many of them (Swedish: veckodag och
 * timme)?
 *
 * <p>Each event has weight 1, spread over the hours between its first and last possible moment in proportion to the time
 * that passes in them; a moment gives its whole weight to its hour. The table has 7 x 24 cells named by the local weekday
 * and hour of a time zone.
 *
 * <p>Daylight saving: time is measured as it passes, then named by the local clock. The hour that is skipped in spring
 * receives nothing from that night, the hour that comes twice in autumn receives both. An interval that lasts longer than
 * 168 passed hours tells nothing about the hour and gives 1/168 to every cell; the result counts these. No events give a
 * table of zeros. An interval that ends before it begins is refused by {@link TimeSpan}.
 *
 * <p>Cost: one step for each hour of each interval, at most 169 a span; memory 168 numbers whatever the number of events.
 *
 * <p>Source: Ratcliffe & McCullagh (1998), International Journal of Geographical Information Science 12:751-764; Ratcliffe
 * (2002), Journal of Quantitative Criminology 18:23-43.
 */
public final class AoristicWeek {

  public static final int HOURS = 168;
  private static final long HOUR_MILLIS = 3_600_000L;
  private static final long WEEK_MILLIS = HOURS * HOUR_MILLIS;

  private final ZoneId zone;
  private final LocalHours hours;
  private final double[] weights = new double[HOURS];
  private int n;
  private int moments;
  private int longerThanAWeek;

  /** An empty table to which spans are added one by one. */
  public AoristicWeek(ZoneId zone) {
    this.zone = zone;
    this.hours = new LocalHours(zone);
  }

  public static Result of(List<TimeSpan> spans, ZoneId zone) {
    AoristicWeek week = new AoristicWeek(zone);
    spans.forEach(week::add);
    return week.result();
  }

  /** The weights of one span alone, hour of the week 0 being Monday 00-01. */
  public static double[] weightsOf(TimeSpan span, ZoneId zone) {
    return of(List.of(span), zone).weights();
  }

  /**
   * How many hours of each name there are between two moments: what the weights are divided by to give a rate for each
   * hour that was there to happen in.
   */
  public static double[] hoursAvailable(Instant from, Instant to, ZoneId zone) {
    double[] available = new double[HOURS];
    long span = new TimeSpan(from, to).length().toMillis();
    new LocalHours(zone)
        .spread(from.toEpochMilli(), to.toEpochMilli(), (double) span / HOUR_MILLIS, available);
    return available;
  }

  public void add(TimeSpan span) {
    add(span.from().toEpochMilli(), span.to().toEpochMilli());
  }

  /** Adds a span given in milliseconds since 1970-01-01 UTC. */
  public void add(long fromMillis, long toMillis) {
    if (toMillis < fromMillis) {
      throw new IllegalArgumentException(
          "A time span ends at %d, before it begins at %d".formatted(toMillis, fromMillis));
    }
    n++;
    if (toMillis == fromMillis) {
      moments++;
      weights[hours.weekHour(fromMillis)] += 1;
    } else if (toMillis - fromMillis > WEEK_MILLIS) {
      longerThanAWeek++;
      for (int hour = 0; hour < HOURS; hour++) {
        weights[hour] += 1.0 / HOURS;
      }
    } else {
      hours.spread(fromMillis, toMillis, 1, weights);
    }
  }

  public Result result() {
    return new Result(n, moments, longerThanAWeek, zone, weights);
  }

  /**
   * The table.
   *
   * @param n events
   * @param moments those of them known to the minute
   * @param longerThanAWeek those of them that say nothing about the hour
   * @param zone whose local clock names the hours
   * @param weights 168 sums, hour 0 being Monday 00-01
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Result(int n, int moments, int longerThanAWeek, ZoneId zone, double[] weights) {

    public Result {
      weights = weights.clone();
    }

    @Override
    public double[] weights() {
      return weights.clone();
    }

    public double weight(DayOfWeek day, int hour) {
      if (hour < 0 || hour > 23) {
        throw new IllegalArgumentException("The hour %d is outside 0-23".formatted(hour));
      }
      return weights[(day.getValue() - 1) * 24 + hour];
    }

    /** The part of all weight that lies in this cell; 0 when there are no events. */
    public double share(DayOfWeek day, int hour) {
      return n == 0 ? 0 : weight(day, hour) / n;
    }

    /** The hour of the week with most weight, 0 being Monday 00-01; the first of equals. */
    public int busiest() {
      return busiest(weights);
    }

    private static int busiest(double[] hours) {
      int busiest = 0;
      for (int hour = 1; hour < hours.length; hour++) {
        busiest = hours[hour] > hours[busiest] ? hour : busiest;
      }
      return busiest;
    }

    /** Share of draws, each hour's weight drawn as a count about what was seen, with the same busiest weekday and hour. */
    public Stability stability(Stability.Parameters how, Progress progress) {
      int seen = busiest();
      return Stability.of(how, progress, () -> random -> {
        double[] drawn = new double[HOURS];
        Arrays.setAll(drawn, hour -> Stability.redrawn(weights[hour], 1, random));
        return busiest(drawn) == seen;
      });
    }
  }
}
