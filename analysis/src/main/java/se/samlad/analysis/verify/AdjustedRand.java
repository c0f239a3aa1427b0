package se.samlad.analysis.verify;

import java.util.HashMap;
import java.util.Map;

/** How far two ways of parting the same points agree: 1 for the same, about 0 for chance (Hubert and Arabie 1985). */
final class AdjustedRand {
  private AdjustedRand() {}

  static double of(int[] one, int[] other) {
    Map<Long, Integer> both = new HashMap<>();
    Map<Integer, Integer> rows = new HashMap<>();
    Map<Integer, Integer> columns = new HashMap<>();
    for (int i = 0; i < one.length; i++) {
      both.merge(((long) one[i] << 32) ^ (other[i] & 0xFFFFFFFFL), 1, Integer::sum);
      rows.merge(one[i], 1, Integer::sum);
      columns.merge(other[i], 1, Integer::sum);
    }
    double together = pairs(both);
    double inRows = pairs(rows);
    double inColumns = pairs(columns);
    double expected = inRows * inColumns / (one.length * (one.length - 1.0) / 2);
    double most = (inRows + inColumns) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(Map<?, Integer> counts) {
    return counts.values().stream()
        .mapToDouble(count -> count * (count - 1.0) / 2)
        .sum();
  }
}
