package se.samlad.analysis.density;

import java.util.Arrays;
import se.samlad.analysis.grid.KdTree;
import se.samlad.analysis.grid.PlanePoints;

/**
 * How far should an event's weight be spread (Swedish: bandbredd)? The standard deviation of a Gaussian in metres, with the
 * rule it came from; {@link Kernel#bandwidthLike} turns it into a quartic's support.
 *
 * <p>Rules differ by a factor of twenty on the same town, none is right: street work in a town reads well at 150-400 m, a
 * municipality at 500-1000 m. Rules of spread work per axis; the figure for both is their geometric mean.
 *
 * <p>Edges: fewer than 2 events, and events without spread along an axis, are refused by name, except by the mean nearest
 * distance, which is refused when it is 0. Cost n log n. {@link BandwidthSearch} has the rules that try bandwidths out.
 *
 * <p>Source: Scott 1992, Multivariate density estimation; Silverman 1986, Density estimation; Venables and Ripley 2002,
 * Modern applied statistics with S, 5.6.
 */
public record Bandwidth(double meters, BandwidthRule rule) {

  public Bandwidth {
    if (!(meters > 0 && meters < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a bandwidth of %s m, it should be above 0".formatted(meters));
    }
  }

  /** A bandwidth along each axis. */
  public record PerAxis(double x, double y) {
    /** One for both, the geometric mean. */
    public double both() {
      return Math.sqrt(x * y);
    }
  }

  public static Bandwidth chosen(double meters) {
    return new Bandwidth(meters, BandwidthRule.CHOSEN);
  }

  public static Bandwidth scott(PlanePoints events) {
    return new Bandwidth(scottPerAxis(events).both(), BandwidthRule.SCOTT);
  }

  public static PerAxis scottPerAxis(PlanePoints events) {
    events.needAtLeast(2);
    double factor = Math.pow(events.size(), -1.0 / 6);
    return new PerAxis(factor * deviation(events.xs()), factor * deviation(events.ys()));
  }

  public static Bandwidth silverman(PlanePoints events) {
    return new Bandwidth(silvermanPerAxis(events).both(), BandwidthRule.SILVERMAN);
  }

  public static PerAxis silvermanPerAxis(PlanePoints events) {
    events.needAtLeast(2);
    double factor = 0.9 * Math.pow(events.size(), -0.2);
    return new PerAxis(factor * robust(events.xs()), factor * robust(events.ys()));
  }

  public static Bandwidth normalReference(PlanePoints events) {
    return new Bandwidth(normalReferencePerAxis(events).both(), BandwidthRule.NORMAL_REFERENCE);
  }

  public static PerAxis normalReferencePerAxis(PlanePoints events) {
    events.needAtLeast(2);
    double factor = 4 * 1.06 * Math.pow(events.size(), -0.2);
    return new PerAxis(factor * robust(events.xs()), factor * robust(events.ys()));
  }

  /** Mean distance to the k-th nearest other event. */
  public static Bandwidth meanNearest(PlanePoints events, int k) {
    events.needAtLeast(k + 1);
    double mean = Arrays.stream(new KdTree(events).distancesToNearest(k, 1)).sum() / events.size();
    if (mean == 0) {
      throw new NoSpread("every event has its nearest at the same place");
    }
    return new Bandwidth(mean, BandwidthRule.MEAN_NEAREST);
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / (values.length - 1));
    if (!(deviation > 1e-12 * Math.abs(mean))) {
      throw new NoSpread("all events have the same coordinate along one axis");
    }
    return deviation;
  }

  /** The smaller of standard deviation and scaled quartile range; a quartile range of 0 is left out. */
  private static double robust(double[] values) {
    double deviation = deviation(values);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double range = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
    return range > 0 ? Math.min(deviation, range) : deviation;
  }

  private static double quantile(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** Events that lie at one place or on a line along an axis have no bandwidth by this rule. */
  public static final class NoSpread extends IllegalArgumentException {
    NoSpread(String what) {
      super("No bandwidth by this rule: %s. Choose one in metres".formatted(what));
    }
  }
}
