package se.samlad.analysis.interaction;

/** Counts the close pairs by bands for one order of the times; whole times look their band up in a table. */
abstract sealed class PairTable {

  private final int events;
  private final int cells;

  private PairTable(int events, int cells) {
    this.events = events;
    this.cells = cells;
  }

  static PairTable of(ClosePairs pairs, double[] times, int rows, Bands time) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    boolean whole = true;
    for (double t : times) {
      least = Math.min(least, t);
      most = Math.max(most, t);
      whole &= t == Math.rint(t);
    }
    return whole && times.length > 0 && Knox.fitsTable(most - least)
        ? new Whole(pairs, times, rows, time, least, (int) (most - least))
        : new Any(pairs, times, rows, time);
  }

  int events() {
    return events;
  }

  int[] emptyTable() {
    return new int[cells];
  }

  /** The order in which every event has its own time. */
  final int[] asReported() {
    int[] order = new int[events];
    for (int i = 0; i < events; i++) {
      order[i] = i;
    }
    return order;
  }

  /** Pairs by row (space) and column (time), the last column too far apart in time, when event i has the time of event order[i]. */
  abstract int[] count(int[] order);

  private static final class Whole extends PairTable {
    private final ClosePairs pairs;
    private final int[] days;
    private final byte[] bandOf;
    private final int columns;

    Whole(ClosePairs pairs, double[] times, int rows, Bands time, double first, int range) {
      super(times.length, rows * (time.size() + 1));
      this.pairs = pairs;
      columns = time.size() + 1;
      days = new int[times.length];
      for (int i = 0; i < days.length; i++) {
        days[i] = (int) (times[i] - first);
      }
      bandOf = new byte[range + 1];
      for (int difference = 0; difference <= range; difference++) {
        bandOf[difference] = (byte) time.of(difference);
      }
    }

    @Override
    int[] count(int[] order) {
      int[] dealt = new int[order.length];
      for (int i = 0; i < dealt.length; i++) {
        dealt[i] = days[order[i]];
      }
      int[] table = emptyTable();
      pairs.countInto(table, dealt, bandOf, columns);
      return table;
    }
  }

  private static final class Any extends PairTable {
    private final ClosePairs pairs;
    private final double[] times;
    private final Bands time;

    Any(ClosePairs pairs, double[] times, int rows, Bands time) {
      super(times.length, rows * (time.size() + 1));
      this.pairs = pairs;
      this.times = times.clone();
      this.time = time;
    }

    @Override
    int[] count(int[] order) {
      double[] dealt = new double[order.length];
      for (int i = 0; i < dealt.length; i++) {
        dealt[i] = times[order[i]];
      }
      int[] table = emptyTable();
      pairs.countInto(table, dealt, time);
      return table;
    }
  }
}
