package se.samlad.analysis.grid;

import java.util.Arrays;

/**
 * Which areas or cells lie beside which (Swedish: grannar): for each of n units the list of its neighbours.
 *
 * <p>Terms: queen neighbours share a side or a corner, rook neighbours a side; pairs are directed, so that the nearest k
 * need not be mutual. A unit is not its own neighbour until {@link #withSelf()}.
 *
 * <p>Edges: a unit may have no neighbour. An index out of range, a pair given twice and a unit paired with itself are
 * refused with their numbers. At most 10 million units and 200 million pairs.
 *
 * <p>Method: one array of neighbours in order of the units with the place where each list begins, each list ascending.
 * Memory 4 bytes a pair and 4 a unit.
 */
public final class Neighbours {
  /** The most units. */
  public static final int MOST_UNITS = 10_000_000;

  /** The most directed pairs. */
  public static final int MOST_PAIRS = 200_000_000;

  private final int[] starts;
  private final int[] targets;
  private final boolean self;

  Neighbours(int[] starts, int[] targets, boolean self) {
    this.starts = starts;
    this.targets = targets;
    this.self = self;
  }

  /** From directed pairs of 0-based units: to[k] is a neighbour of from[k]. */
  public static Neighbours ofPairs(int units, int[] from, int[] to) {
    if (units < 1 || units > MOST_UNITS) {
      throw new IllegalArgumentException(
          "%d units, there should be 1 to %d".formatted(units, MOST_UNITS));
    }
    if (from.length != to.length || from.length > MOST_PAIRS) {
      throw new IllegalArgumentException(
          "pairs from %d to %d units, there should be as many of both, at most %d"
              .formatted(from.length, to.length, MOST_PAIRS));
    }
    int[] starts = new int[units + 1];
    for (int k = 0; k < from.length; k++) {
      checkPair(units, from[k], to[k]);
      starts[from[k] + 1]++;
    }
    for (int i = 0; i < units; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    int[] targets = new int[from.length];
    for (int k = 0; k < from.length; k++) {
      targets[next[from[k]]++] = to[k];
    }
    sortLists(starts, targets);
    return new Neighbours(starts, targets, false);
  }

  private static void checkPair(int units, int from, int to) {
    if (from < 0 || from >= units || to < 0 || to >= units || from == to) {
      throw new IllegalArgumentException(
          "pair of units %d and %d, they should be two of 0 to %d".formatted(from, to, units - 1));
    }
  }

  private static void sortLists(int[] starts, int[] targets) {
    for (int i = 0; i + 1 < starts.length; i++) {
      Arrays.sort(targets, starts[i], starts[i + 1]);
      for (int k = starts[i] + 1; k < starts[i + 1]; k++) {
        if (targets[k] == targets[k - 1]) {
          throw new IllegalArgumentException(
              "unit %d has the neighbour %d twice".formatted(i, targets[k]));
        }
      }
    }
  }

  /** Cells of a grid, row by row, that share a side or a corner. */
  public static Neighbours queen(int columns, int rows) {
    return lattice(columns, rows, true);
  }

  /** Cells of a grid, row by row, that share a side. */
  public static Neighbours rook(int columns, int rows) {
    return lattice(columns, rows, false);
  }

  private static Neighbours lattice(int columns, int rows, boolean corners) {
    long cells = (long) columns * rows;
    if (columns < 1 || rows < 1 || cells > MOST_UNITS) {
      throw new IllegalArgumentException(
          "a grid of %d x %d cells, it should have 1 to %d".formatted(columns, rows, MOST_UNITS));
    }
    int[] starts = new int[(int) cells + 1];
    int[] targets = new int[(int) cells * (corners ? 8 : 4)];
    int k = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
          for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
            int steps = Math.abs(r - row) + Math.abs(c - column);
            if (steps == 1 || (corners && steps == 2)) {
              targets[k++] = r * columns + c;
            }
          }
        }
        starts[row * columns + column + 1] = k;
      }
    }
    return new Neighbours(starts, Arrays.copyOf(targets, k), false);
  }

  /** Every other point at most so many metres away. */
  public static Neighbours within(PlanePoints points, double meters) {
    if (!(meters > 0 && meters < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "neighbours within %s m, it should be above 0".formatted(meters));
    }
    points.needAtLeast(1);
    PointBuckets buckets = new PointBuckets(points, meters);
    int n = points.size();
    int[] starts = new int[n + 1];
    int[][] lists = new int[n][];
    long pairs = 0;
    Near near = new Near(meters * meters);
    for (int i = 0; i < n; i++) {
      near.startFrom(i);
      buckets.near(points.x(i), points.y(i), near);
      lists[i] = near.sorted();
      pairs += lists[i].length;
      if (pairs > MOST_PAIRS) {
        throw new IllegalArgumentException(
            "more than %d pairs within %s m, choose a shorter distance"
                .formatted(MOST_PAIRS, meters));
      }
      starts[i + 1] = (int) pairs;
    }
    int[] targets = new int[(int) pairs];
    for (int i = 0; i < n; i++) {
      System.arraycopy(lists[i], 0, targets, starts[i], lists[i].length);
    }
    return new Neighbours(starts, targets, false);
  }

  /** The k other points nearest to each. */
  public static Neighbours nearest(PlanePoints points, int k) {
    points.needAtLeast(2);
    Nearest nearest = new KdTree(points).nearest(k, 1);
    int n = points.size();
    int[] starts = new int[n + 1];
    int[] targets = new int[n * k];
    for (int i = 0; i < n; i++) {
      for (int j = 1; j <= k; j++) {
        targets[i * k + j - 1] = nearest.neighbour(i, j);
      }
      Arrays.sort(targets, i * k, (i + 1) * k);
      starts[i + 1] = (i + 1) * k;
    }
    return new Neighbours(starts, targets, false);
  }

  /** Gathers who is near one point. */
  private static final class Near implements PointBuckets.Visitor {
    private final double limit;
    private int self;
    private int[] list = new int[16];
    private int count;

    Near(double limit) {
      this.limit = limit;
    }

    void startFrom(int point) {
      self = point;
      count = 0;
    }

    int[] sorted() {
      int[] own = Arrays.copyOf(list, count);
      Arrays.sort(own);
      return own;
    }

    @Override
    public void visit(int point, double square) {
      if (point != self && square <= limit) {
        list = count == list.length ? Arrays.copyOf(list, 2 * count) : list;
        list[count++] = point;
      }
    }
  }

  /** The same lists with every unit added to its own. */
  public Neighbours withSelf() {
    if (self) {
      return this;
    }
    int n = size();
    int[] longer = new int[n + 1];
    int[] all = new int[targets.length + n];
    int at = 0;
    for (int i = 0; i < n; i++) {
      boolean placed = false;
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        if (!placed && targets[k] > i) {
          all[at++] = i;
          placed = true;
        }
        all[at++] = targets[k];
      }
      if (!placed) {
        all[at++] = i;
      }
      longer[i + 1] = at;
    }
    return new Neighbours(longer, all, true);
  }

  /** Whether every unit is in its own list. */
  public boolean includesSelf() {
    return self;
  }

  public int size() {
    return starts.length - 1;
  }

  /** Directed pairs in all. */
  public int pairs() {
    return targets.length;
  }

  public int degree(int unit) {
    return starts[unit + 1] - starts[unit];
  }

  /** Where the list of a unit begins; it ends before that of the next. */
  public int from(int unit) {
    return starts[unit];
  }

  /** The neighbour at a position of {@link #from}. */
  public int neighbour(int position) {
    return targets[position];
  }

  public boolean areNeighbours(int unit, int other) {
    return Arrays.binarySearch(targets, starts[unit], starts[unit + 1], other) >= 0;
  }

  /** For each unit the sum of the values in its list. */
  public double[] sums(double[] values) {
    if (values.length != size()) {
      throw new IllegalArgumentException("%d values for %d units".formatted(values.length, size()));
    }
    double[] sums = new double[values.length];
    for (int i = 0; i < sums.length; i++) {
      double sum = 0;
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        sum += values[targets[k]];
      }
      sums[i] = sum;
    }
    return sums;
  }
}
