package se.samlad.insight;

import java.util.Arrays;
import java.util.stream.IntStream;
import se.samlad.analysis.season.AoristicWeek;

/**
 * Weekday by hour, Monday 00-01 first (Swedish: veckodag och timme). An interval is spread over its hours; the shares are then made whole
 * numbers whose sum is the number of incidents, by the largest remainders, so that the table adds up to the list.
 *
 * @param counts 7 x 24
 * @param timed incidents whose time is seen: the sum of the table
 * @param intervals those of them known as an interval only
 * @param untimed incidents shared without a time
 */
@SuppressWarnings("ArrayRecordComponent")
public record WeekMatrix(int[][] counts, int timed, int intervals, int untimed) {

  /** Sums are taken to nine decimals, so that the order of the incidents does not decide a tie. */
  private static final double EXACT = 1e9;

  public WeekMatrix {
    counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
  }

  @Override
  public int[][] counts() {
    return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
  }

  public int count(int day, int hour) {
    return counts[day][hour];
  }

  public int dayTotal(int day) {
    return Arrays.stream(counts[day]).sum();
  }

  public int largest() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(0);
  }

  static WeekMatrix of(AoristicWeek.Result week, int untimed) {
    double[] weights = week.weights();
    int[] whole = new int[weights.length];
    double[] rest = new double[weights.length];
    int left = week.n();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.rint(weights[i] * EXACT) / EXACT;
      whole[i] = (int) Math.floor(weights[i]);
      rest[i] = weights[i] - whole[i];
      left -= whole[i];
    }
    int[] order = IntStream.range(0, weights.length)
        .boxed()
        .sorted(java.util.Comparator.comparingDouble((Integer i) -> -rest[i])
            .thenComparing(i -> -weights[i])
            .thenComparing(i -> i))
        .mapToInt(Integer::intValue)
        .toArray();
    for (int i = 0; i < left; i++) {
      whole[order[i]]++;
    }
    int[][] counts = new int[7][];
    for (int day = 0; day < 7; day++) {
      counts[day] = Arrays.copyOfRange(whole, day * 24, day * 24 + 24);
    }
    return new WeekMatrix(counts, week.n(), week.n() - week.moments(), untimed);
  }
}
