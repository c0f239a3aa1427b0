package se.samlad.analysis.density;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import se.samlad.analysis.Progress;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.grid.PlanePoints;
import se.samlad.analysis.grid.PointBuckets;
import se.samlad.analysis.grid.SquareGrid;

/**
 * How thick do events lie, here and there (Swedish: täthet, värmekarta)?
 *
 * <p>Terms: every event is spread around its place by a kernel and the sum is read in events per square kilometre; with
 * weights (harm) in weight per square kilometre. The bandwidth decides the picture far more than the kernel does and is part
 * of every result. No correction for the edge of the municipality: nothing is known beyond it.
 *
 * <p>Edges: no event gives 0 everywhere; one or identical events give the kernel itself. Weights below 0 or not finite, a
 * bandwidth not above 0 and more than 10 billion cells to visit are refused with their values.
 *
 * <p>Method: direct sums over the cells a kernel reaches, a Gaussian as the product of two short rows; rows of the grid are
 * shared among threads and every cell adds its events in their order, so the result is the same for any number of threads.
 * Placed in cells, events are moved to the centre of their cell first, which errs by less than a tenth of the peak when the
 * bandwidth is at least two cells. Cost: events x cells within reach, placed in cells: cells x cells across the reach.
 *
 * <p>Source: Silverman 1986, Density estimation, 4.2; Chainey and Ratcliffe 2005, GIS and crime mapping, 6.
 */
public final class KernelDensity {
  private static final double MOST_VISITS = 1e11;

  private final Kernel kernel;
  private final double bandwidth;
  private final Placement placement;
  private final int threads;

  /** Where events are taken to lie when a grid is filled. */
  public enum Placement {
    /** At their coordinates. */
    EXACT,
    /**
     * At their coordinates, through the moments of each cell where that is quicker: within a millionth of an event's peak
     * for each event, a quartic to rounding.
     */
    EXPANDED,
    /** At the centre of their cell: the fastest, for bandwidths of at least two cells. */
    IN_CELLS
  }

  public KernelDensity(Kernel kernel, double bandwidthMeters, Placement placement, int threads) {
    if (!(bandwidthMeters > 0 && bandwidthMeters < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a bandwidth of %s m, it should be above 0".formatted(bandwidthMeters));
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
    this.kernel = kernel;
    this.bandwidth = bandwidthMeters;
    this.placement = placement;
    this.threads = threads;
  }

  /** The quartic surface of events without weights. */
  public static DensityGrid quartic(PlanePoints events, double bandwidthMeters, SquareGrid grid) {
    return new KernelDensity(Kernel.QUARTIC, bandwidthMeters, Placement.EXACT, 1)
        .on(grid, events, ones(events.size()));
  }

  /** The Gaussian surface of events without weights. */
  public static DensityGrid gaussian(PlanePoints events, double sigmaMeters, SquareGrid grid) {
    return new KernelDensity(Kernel.GAUSSIAN, sigmaMeters, Placement.EXACT, 1)
        .on(grid, events, ones(events.size()));
  }

  /** The density at the centre of every cell. */
  public DensityGrid on(SquareGrid grid, PlanePoints events, double[] weights) {
    return on(grid, events, weights, Progress.silent());
  }

  /** As {@link #on(SquareGrid, PlanePoints, double[])}, telling how many bands of rows are filled. */
  public DensityGrid on(SquareGrid grid, PlanePoints events, double[] weights, Progress progress) {
    double total = checkedTotal(events, weights);
    double[] density = switch (placement) {
      case EXACT -> exact(grid, events, weights, progress);
      case EXPANDED -> expanded(grid, events, weights, progress);
      case IN_CELLS -> new CellSums(kernel, bandwidth, grid).of(events, weights);
    };
    double factor = kernel.peak(bandwidth) * 1e6;
    for (int i = 0; i < density.length; i++) {
      density[i] *= factor;
    }
    return new DensityGrid(grid, events.size(), total, kernel, bandwidth, placement, density);
  }

  private double[] exact(SquareGrid grid, PlanePoints events, double[] weights, Progress progress) {
    double[] density = new double[grid.cells()];
    addExact(density, grid, events, weights, progress);
    return density;
  }

  private void addExact(
      double[] density, SquareGrid grid, PlanePoints events, double[] weights, Progress progress) {
    double visits = visits(grid) * events.size();
    if (visits > MOST_VISITS) {
      throw new IllegalArgumentException(
          "%d events of %.0f m on cells of %.0f m take %.1e steps, at most %.0e: place them in cells"
              .formatted(events.size(), bandwidth, grid.cellMeters(), visits, MOST_VISITS));
    }
    inBands(grid, progress, () -> {
      RowBand band = new RowBand(kernel, bandwidth, grid, density);
      return (from, to) -> band.fill(events, weights, from, to);
    });
  }

  /** Cells that one event reaches. */
  private double visits(SquareGrid grid) {
    double across = 2 * kernel.reach * bandwidth / grid.cellMeters() + 1;
    return Math.min(across, grid.columns()) * Math.min(across, grid.rows());
  }

  private double[] expanded(
      SquareGrid grid, PlanePoints events, double[] weights, Progress progress) {
    CellEvents cells = new CellEvents(grid, events, weights, bandwidth);
    double[] density = new double[grid.cells()];
    if (kernel == Kernel.QUARTIC) {
      inBands(grid, progress, () -> new QuarticExpansion(grid, cells, bandwidth, density)::fill);
    } else if (GaussianExpansion.cost(grid, cells, bandwidth) < visits(grid) * events.size()) {
      GaussianExpansion expansion = new GaussianExpansion(grid, cells, bandwidth);
      inBands(grid, progress, () -> expansion::alongRows);
      inBands(grid, progress, () -> (from, to) -> expansion.alongColumns(density, from, to));
    } else {
      return exact(grid, events, weights, progress);
    }
    addExact(density, grid, cells.outside(), cells.outsideWeights(), progress);
    return density;
  }

  /** Work on some rows of the grid. */
  private interface Rows {
    void fill(int from, int to);
  }

  private void inBands(SquareGrid grid, Progress progress, Supplier<Rows> maker) {
    int bands = Math.min(grid.rows(), 8 * threads);
    AtomicInteger done = new AtomicInteger();
    Draws.run(bands, 0, threads, () -> {
      Rows rows = maker.get();
      return (random, number) -> {
        int from = (int) ((long) number * grid.rows() / bands);
        int to = (int) ((number + 1L) * grid.rows() / bands);
        rows.fill(from, to);
        progress.advance(done.incrementAndGet(), bands);
      };
    });
  }

  /** The density at any places, as at the events themselves; exact whatever the placement. */
  public double[] at(PlanePoints places, PlanePoints events, double[] weights) {
    checkedTotal(events, weights);
    return sums(places, events, weights, false);
  }

  /** The density at each event of all the others. */
  public double[] leaveOneOut(PlanePoints events, double[] weights) {
    checkedTotal(events, weights);
    return sums(events, events, weights, true);
  }

  private double[] sums(
      PlanePoints places, PlanePoints events, double[] weights, boolean withoutSelf) {
    double[] density = new double[places.size()];
    if (events.size() == 0) {
      return density;
    }
    PointBuckets buckets = new PointBuckets(events, kernel.reach * bandwidth);
    double factor = kernel.peak(bandwidth) * 1e6;
    double scale = 1 / (bandwidth * bandwidth);
    double most = kernel.reach * kernel.reach;
    int batch = 256;
    Draws.run((places.size() + batch - 1) / batch, 0, threads, () -> (random, number) -> {
      for (int i = number * batch; i < Math.min(places.size(), (number + 1) * batch); i++) {
        int self = withoutSelf ? i : -1;
        double[] sum = new double[1];
        buckets.near(places.x(i), places.y(i), (event, square) -> {
          double relative = square * scale;
          if (event != self && relative <= most) {
            sum[0] += weights[event] * kernel.relative(relative);
          }
        });
        density[i] = sum[0] * factor;
      }
    });
    return density;
  }

  private double checkedTotal(PlanePoints events, double[] weights) {
    if (weights.length != events.size()) {
      throw new IllegalArgumentException(
          "%d weights for %d events".formatted(weights.length, events.size()));
    }
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Event %d has the weight %s, it should be 0 or more".formatted(i + 1, weights[i]));
      }
      total += weights[i];
    }
    return total;
  }

  /** A weight of 1 for each of so many events. */
  public static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
