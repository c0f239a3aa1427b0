package se.samlad.analysis.interaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All pairs of points within the longest band, each with its band: found through a grid of squares as wide as that band, so far-off pairs
 * are never looked at. Five bytes a pair, found in two passes, the first of which counts.
 */
final class ClosePairs {

  /** More pairs than this are refused: 250 MB. */
  static final long LIMIT = 50_000_000;

  private final int[] start;
  private int[] partner = new int[0];
  private byte[] band = new byte[0];

  private ClosePairs(int points) {
    start = new int[points + 1];
  }

  static ClosePairs of(double[] x, double[] y, Bands bands, Knox.Metric metric) {
    ClosePairs pairs = new ClosePairs(x.length);
    Map<Long, int[]> squares = squares(x, y, side(bands));
    long[] found = {0};
    visit(x, y, bands, metric, squares, (i, j, b) -> {
      found[0]++;
      pairs.start[i + 1]++;
      if (found[0] > LIMIT) {
        throw new TooManyClosePairs(bands.longest());
      }
    });
    for (int i = 0; i < x.length; i++) {
      pairs.start[i + 1] += pairs.start[i];
    }
    pairs.partner = new int[(int) found[0]];
    pairs.band = new byte[(int) found[0]];
    int[] next = pairs.start.clone();
    visit(x, y, bands, metric, squares, (i, j, b) -> {
      pairs.partner[next[i]] = j;
      pairs.band[next[i]++] = (byte) b;
    });
    return pairs;
  }

  int size() {
    return partner.length;
  }

  /** How many pairs lie in each band. */
  long[] perBand(int bands) {
    long[] counts = new long[bands];
    for (byte b : band) {
      counts[b]++;
    }
    return counts;
  }

  /**
   * Adds every pair to its cell: row is the band in space, column the band in time of the given times.
   *
   * @param table rows of {@code time.size() + 1} columns, the last for pairs too far apart in time
   */
  void countInto(int[] table, double[] times, Bands time) {
    int columns = time.size() + 1;
    for (int i = 0; i < start.length - 1; i++) {
      for (int k = start[i]; k < start[i + 1]; k++) {
        table[band[k] * columns + time.of(Math.abs(times[partner[k]] - times[i]))]++;
      }
    }
  }

  /** The same for whole times: {@code bandOf} holds the band of every possible difference. */
  void countInto(int[] table, int[] times, byte[] bandOf, int columns) {
    for (int i = 0; i < start.length - 1; i++) {
      int mine = times[i];
      for (int k = start[i]; k < start[i + 1]; k++) {
        table[band[k] * columns + bandOf[Math.abs(times[partner[k]] - mine)]]++;
      }
    }
  }

  private interface Visitor {
    void pair(int i, int j, int band);
  }

  private static Map<Long, int[]> squares(double[] x, double[] y, double side) {
    Map<Long, List<Integer>> lists = new HashMap<>();
    for (int i = 0; i < x.length; i++) {
      lists.computeIfAbsent(square(x[i], y[i], side), key -> new ArrayList<>()).add(i);
    }
    Map<Long, int[]> squares = new HashMap<>();
    lists.forEach((key, list) ->
        squares.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
    return squares;
  }

  /** A little wider than the longest band, so that rounding cannot put a close pair two squares apart. */
  private static double side(Bands bands) {
    return bands.longest() * (1 + 1e-9);
  }

  private static long square(double x, double y, double side) {
    return side == 0
        ? key(Double.hashCode(x + 0.0), Double.hashCode(y + 0.0))
        : key((long) Math.floor(x / side), (long) Math.floor(y / side));
  }

  private static long key(long column, long row) {
    return column * 0x1_0000_0000L + row;
  }

  private static void visit(
      double[] x,
      double[] y,
      Bands bands,
      Knox.Metric metric,
      Map<Long, int[]> squares,
      Visitor visitor) {
    double side = side(bands);
    int reach = side == 0 ? 0 : 1;
    for (int i = 0; i < x.length; i++) {
      long middle = square(x[i], y[i], side);
      for (int dx = -reach; dx <= reach; dx++) {
        for (int dy = -reach; dy <= reach; dy++) {
          int[] near = squares.get(middle + key(dx, dy));
          if (near != null) {
            visitOne(x, y, bands, metric, i, near, visitor);
          }
        }
      }
    }
  }

  private static void visitOne(
      double[] x, double[] y, Bands bands, Knox.Metric metric, int i, int[] near, Visitor visitor) {
    for (int j : near) {
      if (j > i) {
        int b = bands.of(metric.distance(x[i] - x[j], y[i] - y[j]));
        if (b < bands.size()) {
          visitor.pair(i, j, b);
        }
      }
    }
  }

  /** The longest band takes in more pairs than memory is set aside for. */
  static final class TooManyClosePairs extends IllegalArgumentException {
    TooManyClosePairs(double longest) {
      super("More than %d pairs lie within %s; choose shorter bands or a shorter period"
          .formatted(LIMIT, longest));
    }
  }
}
