package se.samlad.analysis.effect;

/**
 * How much more weekly counts vary than chance alone (Swedish: spridning mellan veckor).
 *
 * <p>Question: which variance over mean do the weeks of these areas have? Terms: a row per area and period, so that a level
 * that changed between before and after does not look like spread; -1 marks a week without data. Edges: rows with fewer
 * than two weeks or no event say nothing; with nothing left, and below 1, the answer is 1. Method: Pearson's squared
 * deviations over the rows' means, over their degrees of freedom. Cost: linear. Source: McCullagh and Nelder 1989,
 * Generalized linear models, section 4.5.
 *
 * @param dispersion variance over mean, at least 1
 * @param freedom degrees of freedom behind it
 */
public record WeeklySpread(double dispersion, int freedom) {
  public static WeeklySpread of(int[][] rows) {
    double squares = 0;
    int freedom = 0;
    for (int[] row : rows) {
      int weeks = 0;
      long sum = 0;
      for (int count : row) {
        weeks += count >= 0 ? 1 : 0;
        sum += Math.max(count, 0);
      }
      if (weeks >= 2 && sum > 0) {
        squares += squares(row, (double) sum / weeks);
        freedom += weeks - 1;
      }
    }
    return new WeeklySpread(freedom == 0 ? 1 : Math.max(1, squares / freedom), freedom);
  }

  /** Infinite where nothing was estimated and the dispersion is 1 by decree. */
  double freedomOrKnown() {
    return freedom == 0 ? Double.POSITIVE_INFINITY : freedom;
  }

  private static double squares(int[] row, double mean) {
    double squares = 0;
    for (int count : row) {
      if (count < -1) {
        throw new IllegalArgumentException("a count below 0: " + count);
      }
      squares += count < 0 ? 0 : (count - mean) * (count - mean) / mean;
    }
    return squares;
  }
}
