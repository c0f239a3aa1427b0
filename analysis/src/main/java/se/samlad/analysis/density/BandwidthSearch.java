package se.samlad.analysis.density;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import se.samlad.analysis.cluster.RipleyK;
import se.samlad.analysis.distribution.Normal;
import se.samlad.analysis.grid.KdTree;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.Rectangle;

/**
 * Which bandwidth do the events themselves ask for (Swedish: korsvaliderad bandbredd)?
 *
 * <p>Terms: standard deviation of a Gaussian in metres. Likelihood: events are foretold best by the others. Cronie and van
 * Lieshout: the sum of 1 / density at the events comes nearest to the area. Diggle: the estimated error of a surface of
 * gathered events is least. Rounded coordinates make Diggle's too sharp.
 *
 * <p>Edges: fewer than 3 events, more than 10,000, events outside the area, an area without extent and events all at one
 * place are refused. Cost: events squared times the 16 bandwidths tried, seconds for 10,000.
 *
 * <p>Method: bandwidths in even ratios from the shortest distance between two events to half the diagonal of the area are
 * tried and the best is taken; Diggle's from Ripley's K (translation) at 512 distances. The steps are coarse, a factor of
 * 1.3 to 2: a sharper figure would say more than the criterion knows.
 *
 * <p>Source: Loader 1999, Local regression and likelihood, 5.3; Cronie and van Lieshout 2018, Biometrika 105:455-462;
 * Diggle 1985, Applied Statistics 34:138-147; Berman and Diggle 1989, JRSS B 51:81-92.
 */
public final class BandwidthSearch {
  private static final int STEPS = 16;
  private static final int MOST_EVENTS = 10_000;
  private static final int NODES = 64;

  private final PlanePoints events;
  private final Rectangle area;
  private final int threads;
  private final double[] ones;

  /** Over the bounding box of the events. */
  public BandwidthSearch(PlanePoints events) {
    this(events, Rectangle.around(events), 1);
  }

  public BandwidthSearch(PlanePoints events, Rectangle area, int threads) {
    events.needAtLeast(3);
    events.allowAtMost(MOST_EVENTS);
    area.needArea();
    for (int i = 0; i < events.size(); i++) {
      if (!area.contains(events.x(i), events.y(i))) {
        throw new IllegalArgumentException("Event %d lies outside the area".formatted(i + 1));
      }
    }
    this.events = events;
    this.area = area;
    this.threads = threads;
    this.ones = KernelDensity.ones(events.size());
  }

  /** The bandwidth under which the events are foretold best by each other. */
  public Bandwidth likelihood() {
    return best(BandwidthRule.LIKELIHOOD, sigma -> {
      double[] others = gaussian(sigma).leaveOneOut(events, ones);
      double sum = 0;
      double mass = 0;
      for (int i = 0; i < others.length; i++) {
        double x = events.x(i);
        double y = events.y(i);
        double inside = inside(x, area.west(), area.east(), sigma)
            * inside(y, area.south(), area.north(), sigma);
        sum += Math.log(others[i] / 1e6 / inside);
        mass += spread(x, area.west(), area.east(), sigma)
            * spread(y, area.south(), area.north(), sigma);
      }
      return sum - mass;
    });
  }

  /** The bandwidth under which the sum of 1 / density comes nearest to the area. */
  public Bandwidth cronieVanLieshout() {
    return best(BandwidthRule.CRONIE_VAN_LIESHOUT, sigma -> {
      double sum = 0;
      for (double each : gaussian(sigma).at(events, events, ones)) {
        sum += 1e6 / each;
      }
      return -(sum - area.area()) * (sum - area.area());
    });
  }

  /** The bandwidth of least estimated error for gathered events. */
  public Bandwidth diggle() {
    double density = events.size() / area.area();
    double longest =
        Math.min(Math.min(area.width(), area.height()) / 4, Math.sqrt(1000 / (Math.PI * density)));
    double[] r = new double[512];
    Arrays.setAll(r, i -> longest * i / (r.length - 1));
    double[] k = RipleyK.of(events, area, r, RipleyK.Correction.TRANSLATION).k();
    double least = Double.POSITIVE_INFINITY;
    int best = 1;
    for (int h = 1; h <= r.length / 2; h++) {
      double disc = Math.PI * r[h] * r[h];
      double error = (1 / density - 2 * k[h]) / disc + overlap(r, k, h) / (disc * disc);
      if (error < least) {
        least = error;
        best = h;
      }
    }
    return new Bandwidth(r[best] / 2, BandwidthRule.DIGGLE);
  }

  /** Area shared by two discs of radius r[h] whose centres lie as far apart as the pairs counted in K. */
  private static double overlap(double[] r, double[] k, int h) {
    double sum = 0;
    for (int i = 1; i <= 2 * h && i < r.length; i++) {
      double y = Math.min(1, r[i] / (2 * r[h]));
      double shared = 2 * r[h] * r[h] * (Math.acos(y) - y * Math.sqrt(1 - y * y));
      sum += shared * (k[i] - k[i - 1]);
    }
    return sum;
  }

  private KernelDensity gaussian(double sigma) {
    return new KernelDensity(Kernel.GAUSSIAN, sigma, KernelDensity.Placement.EXACT, threads);
  }

  private Bandwidth best(BandwidthRule rule, DoubleUnaryOperator criterion) {
    double shortest = Double.POSITIVE_INFINITY;
    for (double distance : new KdTree(events).distancesToNearest(1, threads)) {
      shortest = distance > 0 ? Math.min(shortest, distance) : shortest;
    }
    if (shortest == Double.POSITIVE_INFINITY) {
      throw new Bandwidth.NoSpread("every event has another at the same place");
    }
    double longest = area.diagonal() / 2;
    double most = Double.NEGATIVE_INFINITY;
    double best = longest;
    for (int step = 0; step < STEPS; step++) {
      double sigma = shortest * Math.pow(longest / shortest, step / (STEPS - 1.0));
      double value = criterion.applyAsDouble(sigma);
      if (value > most) {
        most = value;
        best = sigma;
      }
    }
    return new Bandwidth(best, rule);
  }

  /** The part of a Gaussian round x that lies between two edges. */
  private static double inside(double x, double low, double high, double sigma) {
    return Normal.STANDARD.atMost((high - x) / sigma) - Normal.STANDARD.atMost((low - x) / sigma);
  }

  /** The integral over the line between the edges of a Gaussian round x, each place divided by what lies inside there. */
  private static double spread(double x, double low, double high, double sigma) {
    double from = Math.max(low, x - 6 * sigma);
    double to = Math.min(high, x + 6 * sigma);
    double step = (to - from) / NODES;
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double u = from + (i + 0.5) * step;
      sum += new Normal(x, sigma).density(u) / inside(u, low, high, sigma);
    }
    return sum * step;
  }
}
