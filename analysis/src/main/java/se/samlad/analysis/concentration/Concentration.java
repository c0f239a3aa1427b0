package se.samlad.analysis.concentration;

import java.util.Arrays;

/**
 * On how few places does much of it happen (Swedish: koncentration, "de 10 platser som står för 52 %")?
 *
 * <p>Terms: a count of events for every place of the study area, those without events included. The Lorenz curve orders
 * places from quiet to busy; Gini is 0 when all have the same and towards 1 when one has all. With fewer events than places
 * most places must be empty and the ordinary Gini misleads: the generalised one measures from the most even spread that so
 * few events allow.
 *
 * <p>Edges: no place, a negative count, or no event at all is refused by name; a single place has Gini 0 and no unbiased
 * Gini (NaN). Identical counts give Gini 0. At most 10 million places.
 *
 * <p>Method: one sort and one pass of running sums in whole numbers. Cost n log n, memory two arrays of n.
 *
 * <p>Source: Lorenz 1905; Gini 1912; Weisburd 2015, Criminology 53:133-157; Bernasco and Steenbeek 2017, Journal of
 * Quantitative Criminology 33:235-264.
 */
public final class Concentration {
  /** The most places one call takes. */
  public static final int MOST_PLACES = 10_000_000;

  private final long[] ascending;
  private final long events;

  private Concentration(long[] ascending, long events) {
    this.ascending = ascending;
    this.events = events;
  }

  /** The concentration of these counts, one for each place, in any order. */
  public static Concentration of(long[] counts) {
    if (counts.length == 0 || counts.length > MOST_PLACES) {
      throw new IllegalArgumentException(
          "%d places, there should be 1 to %d".formatted(counts.length, MOST_PLACES));
    }
    long events = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0) {
        throw new IllegalArgumentException(
            "Place %d has %d events, there should be 0 or more".formatted(i + 1, counts[i]));
      }
      events = Math.addExact(events, counts[i]);
    }
    if (events == 0) {
      throw new NoEvents(counts.length);
    }
    long[] ascending = counts.clone();
    Arrays.sort(ascending);
    return new Concentration(ascending, events);
  }

  /** All figures at once, with places for 25, 50 and 80 % of the events. */
  public Result result() {
    return new Result(
        places(),
        events,
        placesWithEvents(),
        gini(),
        unbiasedGini(),
        generalisedGini(),
        placesFor(0.25) / (double) places(),
        placesFor(0.50) / (double) places(),
        placesFor(0.80) / (double) places());
  }

  public int places() {
    return ascending.length;
  }

  public long events() {
    return events;
  }

  public int placesWithEvents() {
    int with = 0;
    for (long count : ascending) {
      with += count > 0 ? 1 : 0;
    }
    return with;
  }

  /** Twice the area between the Lorenz curve and the line of equal shares. */
  public double gini() {
    int n = ascending.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (2.0 * (i + 1) - n - 1) * ascending[i];
    }
    return sum / ((double) n * events);
  }

  /** Gini times n / (n - 1), which a single place can reach 1 in; NaN for one place. */
  public double unbiasedGini() {
    int n = ascending.length;
    return n == 1 ? Double.NaN : gini() * n / (n - 1.0);
  }

  /** Gini measured from the most even spread the events allow; the ordinary one when events are at least as many as places. */
  public double generalisedGini() {
    return Math.max((double) ascending.length / events, 1) * (gini() - 1) + 1;
  }

  /** The fewest places that together have at least this share of the events. */
  public int placesFor(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in (0, 1]: " + share);
    }
    double wanted = share * events * (1 - 1e-12);
    long sum = 0;
    int places = 0;
    while (sum < wanted) {
      places++;
      sum += ascending[ascending.length - places];
    }
    return places;
  }

  /** The share of the events at the busiest places, so many of them. */
  public double shareOfBusiest(int places) {
    if (places < 1 || places > ascending.length) {
      throw new IllegalArgumentException(
          "%d places asked for, there are %d".formatted(places, ascending.length));
    }
    long sum = 0;
    for (int i = 1; i <= places; i++) {
      sum += ascending[ascending.length - i];
    }
    return (double) sum / events;
  }

  /** The Lorenz curve: shares of the events at the quietest 0, 1, ... n places. */
  public double[] lorenz() {
    double[] shares = new double[ascending.length + 1];
    long sum = 0;
    for (int i = 0; i < ascending.length; i++) {
      sum += ascending[i];
      shares[i + 1] = (double) sum / events;
    }
    return shares;
  }

  /**
   * The figures of one set of places.
   *
   * @param places n, with and without events
   * @param events N
   * @param share25 smallest share of the places with at least 25 % of the events; likewise 50 and 80
   */
  public record Result(
      int places,
      long events,
      int placesWithEvents,
      double gini,
      double unbiasedGini,
      double generalisedGini,
      double share25,
      double share50,
      double share80) {

    /** Whether there are fewer events than places, so that only the generalised Gini should be shown. */
    public boolean isSparse() {
      return events < places;
    }
  }

  /** None of the places has an event, so nothing is concentrated anywhere. */
  public static final class NoEvents extends IllegalArgumentException {
    NoEvents(int places) {
      super("None of the %d places has an event, it takes at least 1".formatted(places));
    }
  }
}
