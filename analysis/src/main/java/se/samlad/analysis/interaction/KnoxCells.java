package se.samlad.analysis.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.samlad.analysis.distribution.Poisson;

/** Sets the observed pairs of every cell against the permutations and the Poisson approximation. */
record KnoxCells(Bands space, Bands time, boolean nested, long pairs) {

  Knox.Result result(
      Knox test, int n, int[] observed, int[][] drawn, long[] nearInSpace, long[] nearInTime) {
    List<Knox.Cell> cells = new ArrayList<>();
    for (int s = 0; s < space.size(); s++) {
      for (int t = 0; t < time.size(); t++) {
        int cell = s * time.size() + t;
        double expected = pairs == 0
            ? 0
            : (double) sum(nearInSpace, s) * (double) sum(nearInTime, t) / (double) pairs;
        int[] values =
            Arrays.stream(drawn).mapToInt(table -> table[cell]).sorted().toArray();
        cells.add(cell(s, t, observed[cell], values, expected));
      }
    }
    return new Knox.Result(
        cells,
        n,
        pairs,
        Arrays.stream(nearInSpace).boxed().toList(),
        Arrays.stream(nearInTime).boxed().toList(),
        space,
        time,
        test.metric(),
        nested,
        test.permutations(),
        test.seed());
  }

  private long sum(long[] perBand, int band) {
    return nested ? Arrays.stream(perBand, 0, band + 1).sum() : perBand[band];
  }

  private Knox.Cell cell(int s, int t, int observed, int[] sorted, double expected) {
    int n = sorted.length;
    double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
    double squares =
        Arrays.stream(sorted).mapToDouble(v -> (v - mean) * (v - mean)).sum();
    long atLeast = Arrays.stream(sorted).filter(v -> v >= observed).count();
    return new Knox.Cell(
        nested ? 0 : space.lower(s),
        space.upper(s),
        nested ? 0 : time.lower(t),
        time.upper(t),
        observed,
        mean,
        (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0,
        n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)),
        (1.0 + atLeast) / (n + 1.0),
        expected,
        Poisson.of(expected).atLeast(observed));
  }
}
