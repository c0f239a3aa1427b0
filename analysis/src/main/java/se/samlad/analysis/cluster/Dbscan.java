package se.samlad.analysis.cluster;

import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.distribution.Draws;
import se.samlad.analysis.grid.PlanePoints;

/**
 * Which places have many events close together (Swedish: heta platser, DBSCAN)?
 *
 * <p>Terms: a point is core when at least minPts points, itself among them, lie within eps of it, at most that far. Core
 * points within eps of each other are one cluster; other points within eps of a core point are its border; the rest is
 * noise.
 *
 * <p>Edges: no point gives no cluster; identical points are a cluster when there are minPts of them. A border point in
 * reach of several clusters goes to that of its nearest core point, at equal distance of the one that comes first, so the
 * answer does not depend on the order of the points but for such ties. eps not above 0 and minPts below 1 are refused.
 *
 * <p>Method: points in cells of eps / root 2, in which minPts points are core without looking further; neighbouring cells
 * join when one pair of core points is near enough. Exact. Cost some n log n; n squared only for points packed into two
 * neighbouring cells just out of reach. Memory some numbers a point.
 *
 * <p>Source: Ester, Kriegel, Sander and Xu 1996, KDD 226-231; Gunawan 2013; Schubert et al. 2017, ACM TODS 42:19.
 */
public final class Dbscan {
  private static final int BATCH = 1024;

  private final double eps;
  private final int minPts;
  private final int threads;

  public Dbscan(double epsMeters, int minPts, int threads) {
    if (!(epsMeters > 0 && epsMeters < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eps of %s m, it should be above 0".formatted(epsMeters));
    }
    if (minPts < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "minPts %d on %d threads, both should be at least 1".formatted(minPts, threads));
    }
    this.eps = epsMeters;
    this.minPts = minPts;
    this.threads = threads;
  }

  public static Result of(PlanePoints points, double epsMeters, int minPts) {
    return new Dbscan(epsMeters, minPts, 1).cluster(points);
  }

  public Result cluster(PlanePoints points) {
    int n = points.size();
    if (n == 0) {
      return new Result(points, eps, minPts, new int[0], new boolean[0], 0);
    }
    EpsCells cells = new EpsCells(points, eps);
    boolean[] core = new boolean[n];
    int batches = (cells.count() + BATCH - 1) / BATCH;
    Draws.run(batches, 0, threads, () -> (random, batch) -> {
      int from = batch * BATCH;
      markCore(cells, core, from, Math.min(cells.count(), from + BATCH));
    });
    Sets sets = joined(cells, core);
    return labelled(points, cells, core, sets);
  }

  private void markCore(EpsCells cells, boolean[] core, int from, int to) {
    EpsCells.Walk walk = cells.new Walk().from(from);
    for (int cell = from; cell < to; cell++) {
      int first = cells.from(cell);
      int size = cells.size(cell);
      if (size >= minPts) {
        Arrays.fill(core, first, first + size, true);
      } else {
        walk.to(cell);
        for (int p = first; p < first + size; p++) {
          core[p] = hasEnough(cells, walk, p, size);
        }
      }
    }
  }

  private boolean hasEnough(EpsCells cells, EpsCells.Walk walk, int p, int own) {
    int count = own;
    double square = eps * eps;
    for (int k = 0; k < walk.nearCount; k++) {
      int to = cells.from(walk.near[k]) + cells.size(walk.near[k]);
      for (int q = cells.from(walk.near[k]); q < to; q++) {
        double dx = cells.x[q] - cells.x[p];
        double dy = cells.y[q] - cells.y[p];
        if (dx * dx + dy * dy <= square && ++count >= minPts) {
          return true;
        }
      }
    }
    return count >= minPts;
  }

  /** Joins cells by their core points; a cell's set is that of its number. */
  private Sets joined(EpsCells cells, boolean[] core) {
    Sets sets = new Sets(cells.count());
    boolean[] hasCore = new boolean[cells.count()];
    for (int cell = 0; cell < hasCore.length; cell++) {
      for (int p = cells.from(cell); p < cells.from(cell) + cells.size(cell); p++) {
        hasCore[cell] |= core[p];
      }
    }
    EpsCells.Walk walk = cells.new Walk();
    for (int cell = 0; cell < hasCore.length; cell++) {
      if (!hasCore[cell]) {
        continue;
      }
      walk.to(cell);
      for (int k = 0; k < walk.nearCount; k++) {
        int other = walk.near[k];
        if (other < cell
            && hasCore[other]
            && sets.find(cell) != sets.find(other)
            && touch(cells, core, cell, other)) {
          sets.join(cell, other);
        }
      }
    }
    return sets;
  }

  private boolean touch(EpsCells cells, boolean[] core, int one, int other) {
    double square = eps * eps;
    for (int p = cells.from(one); p < cells.from(one) + cells.size(one); p++) {
      if (!core[p]) {
        continue;
      }
      for (int q = cells.from(other); q < cells.from(other) + cells.size(other); q++) {
        double dx = cells.x[q] - cells.x[p];
        double dy = cells.y[q] - cells.y[p];
        if (core[q] && dx * dx + dy * dy <= square) {
          return true;
        }
      }
    }
    return false;
  }

  private Result labelled(PlanePoints points, EpsCells cells, boolean[] core, Sets sets) {
    int n = points.size();
    int[] owner = new int[n];
    EpsCells.Walk walk = cells.new Walk();
    for (int cell = 0; cell < cells.count(); cell++) {
      walk.to(cell);
      for (int p = cells.from(cell); p < cells.from(cell) + cells.size(cell); p++) {
        int at = core[p] ? cell : nearestCore(cells, core, walk, cell, p);
        owner[cells.number[p]] = at < 0 ? -1 : sets.find(at);
      }
    }
    boolean[] coreByNumber = new boolean[n];
    for (int p = 0; p < n; p++) {
      coreByNumber[cells.number[p]] = core[p];
    }
    int[] names = new int[cells.count()];
    int clusters = 0;
    for (int i = 0; i < n; i++) {
      if (coreByNumber[i] && names[owner[i]] == 0) {
        names[owner[i]] = ++clusters;
      }
    }
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = owner[i] < 0 ? 0 : names[owner[i]];
    }
    return new Result(points, eps, minPts, labels, coreByNumber, clusters);
  }

  /** The cell of the nearest core point within eps, or -1. */
  private int nearestCore(EpsCells cells, boolean[] core, EpsCells.Walk walk, int cell, int p) {
    double least = eps * eps;
    int first = Integer.MAX_VALUE;
    int found = -1;
    for (int k = -1; k < walk.nearCount; k++) {
      int at = k < 0 ? cell : walk.near[k];
      for (int q = cells.from(at); q < cells.from(at) + cells.size(at); q++) {
        double dx = cells.x[q] - cells.x[p];
        double dy = cells.y[q] - cells.y[p];
        double square = dx * dx + dy * dy;
        if (core[q] && (square < least || (square == least && cells.number[q] < first))) {
          least = square;
          first = cells.number[q];
          found = at;
        }
      }
    }
    return found;
  }

  /**
   * Who belongs where, in the order of the points.
   *
   * @param labels 1 for the cluster whose core point comes first, and so on; 0 for noise
   * @param core whether each point is core
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Result(
      PlanePoints points,
      double epsMeters,
      int minPts,
      int[] labels,
      boolean[] core,
      int clusters) {

    public Result {
      labels = labels.clone();
      core = core.clone();
    }

    @Override
    public int[] labels() {
      return labels.clone();
    }

    @Override
    public boolean[] core() {
      return core.clone();
    }

    public int n() {
      return points.size();
    }

    /** Points in no cluster. */
    public int noise() {
      int noise = 0;
      for (int label : labels) {
        noise += label == 0 ? 1 : 0;
      }
      return noise;
    }

    /** The clusters as places, that with most events first. */
    public List<HotPlace> places() {
      return HotPlace.of(points, labels, clusters);
    }
  }
}
