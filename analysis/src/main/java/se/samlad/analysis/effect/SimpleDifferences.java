package se.samlad.analysis.effect;

import java.util.List;
import se.samlad.analysis.effect.DifferenceInDifferences.Week;

/**
 * The plain two-by-two comparison beside the regression: treated or not, before or after (Swedish: två gånger två).
 *
 * <p>Question: what do the four means say without area and week effects? Terms, edges and source: {@link
 * DifferenceInDifferences}. Method: the logarithms of the four mean counts and their Poisson errors, and the four means
 * themselves with errors that let each cell vary as it does (HC1). Cost: linear.
 *
 * @param poisson by logarithm: intercept, treated, post, treated after the start
 * @param ordinary in events per area and week, in the same order
 * @param n area-weeks
 */
public record SimpleDifferences(Coefficients poisson, Coefficients ordinary, int n) {

  /** Four coefficients with their errors. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Coefficients(double[] values, double[] errors) {}

  public static SimpleDifferences of(List<Week> panel) {
    double[] n = new double[4];
    double[] sums = new double[4];
    for (Week each : panel) {
      n[cell(each)]++;
      sums[cell(each)] += each.count();
    }
    double[] means = new double[4];
    for (int i = 0; i < 4; i++) {
      if (sums[i] == 0) {
        throw new IllegalArgumentException("%s areas have no events %s the start"
            .formatted(i % 2 == 1 ? "treated" : "untreated", i >= 2 ? "after" : "before"));
      }
      means[i] = sums[i] / n[i];
    }
    double[] squares = new double[4];
    panel.forEach(each -> squares[cell(each)] += Math.pow(each.count() - means[cell(each)], 2));
    double correction = panel.size() / (panel.size() - 4.0);
    double[] logs = new double[4];
    double[] logVariances = new double[4];
    double[] variances = new double[4];
    for (int i = 0; i < 4; i++) {
      logs[i] = Math.log(means[i]);
      logVariances[i] = 1 / sums[i];
      variances[i] = squares[i] / (n[i] * n[i]) * correction;
    }
    return new SimpleDifferences(
        coefficients(logs, logVariances), coefficients(means, variances), panel.size());
  }

  /** Untreated before 0, treated before 1, untreated after 2, treated after 3. */
  private static int cell(Week week) {
    return (week.treated() ? 1 : 0) + (week.post() ? 2 : 0);
  }

  private static Coefficients coefficients(double[] cell, double[] variance) {
    return new Coefficients(
        new double[] {
          cell[0], cell[1] - cell[0], cell[2] - cell[0], cell[3] - cell[2] - cell[1] + cell[0]
        },
        new double[] {
          Math.sqrt(variance[0]),
          Math.sqrt(variance[0] + variance[1]),
          Math.sqrt(variance[0] + variance[2]),
          Math.sqrt(variance[0] + variance[1] + variance[2] + variance[3])
        });
  }
}
