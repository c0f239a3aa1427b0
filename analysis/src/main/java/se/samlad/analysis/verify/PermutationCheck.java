package se.samlad.analysis.verify;

import se.samlad.analysis.autocorrelation.GetisOrd;
import se.samlad.analysis.autocorrelation.GetisOrd.Form;
import se.samlad.analysis.autocorrelation.LocalMoran;
import se.samlad.analysis.autocorrelation.Permutations;
import se.samlad.analysis.autocorrelation.Permutations.Scheme;
import se.samlad.analysis.autocorrelation.Weighting;
import se.samlad.analysis.grid.Neighbours;
import se.samlad.analysis.table.Csv;

/**
 * Compares permutation p values with the reference's, both random: ours from many permutations drawn as the reference draws
 * (with replacement), theirs from a few hundred.
 *
 * <p>The README's four standard deviations hold for one tail of p; the two-sided p is twice it. The reference breaks ties by
 * the rounding of its sums, so two units in a hundred may lie outside. Means and variances may differ by the README's 15 %
 * (means: of a standard deviation) and five standard errors of the reference's own few permutations.
 */
final class PermutationCheck {
  private static final Permutations MANY =
      Permutations.of(20_000, 20_261_122).with(Scheme.RESAMPLED);

  private static final double WITHIN = 0.98;

  private final double[] x;
  private final Neighbours neighbours;
  private final int theirs;

  PermutationCheck(double[] x, Neighbours neighbours, int theirs) {
    this.x = x;
    this.neighbours = neighbours;
    this.theirs = theirs;
  }

  void check(Csv expected, Findings findings) {
    LocalMoran.Result moran =
        new LocalMoran(LocalMoran.Parameters.DEFAULT.with(MANY)).statistics(x, neighbours);
    GetisOrd.Result star = new GetisOrd(Form.GI_STAR, Weighting.BINARY, MANY).of(x, neighbours);
    findings
        .group("p2_sim, share of units within", 0)
        .atLeast(WITHIN, within(expected.numbers("p2_sim"), moran.permuted().p()));
    findings
        .group("gistar_perm_p, share of units within", 0)
        .atLeast(WITHIN, within(expected.numbers("gistar_perm_p"), star.permutationP()));
    double kurtosis = kurtosis();
    double[] mean = expected.numbers("E_perm");
    double[] variance = expected.numbers("Var_perm");
    for (int i = 0; i < mean.length; i++) {
      double ours = moran.permuted().variance()[i];
      double deviation = Math.sqrt(ours);
      double excess = (kurtosis - 3) / neighbours.degree(i);
      double meanLimit = deviation * (0.15 + 5 / Math.sqrt(theirs));
      double varianceLimit = ours * (0.15 + 5 * Math.sqrt((2 + excess) / theirs));
      findings
          .group("E_perm, in its limits", 1)
          .compare(mean[i] / meanLimit, moran.permuted().mean()[i] / meanLimit);
      findings
          .group("Var_perm, in its limits", 1)
          .compare(variance[i] / varianceLimit, ours / varianceLimit);
    }
  }

  private double within(double[] expected, double[] ours) {
    int within = 0;
    for (int i = 0; i < expected.length; i++) {
      double tail = expected[i] / 2;
      double limit = 4 * Math.sqrt(tail * (1 - tail) / theirs) + 2.0 / (theirs + 1);
      within += Math.abs(ours[i] / 2 - tail) <= limit ? 1 : 0;
    }
    return (double) within / expected.length;
  }

  private double kurtosis() {
    double mean = 0;
    for (double value : x) {
      mean += value / x.length;
    }
    double second = 0;
    double fourth = 0;
    for (double value : x) {
      double square = (value - mean) * (value - mean);
      second += square;
      fourth += square * square;
    }
    return x.length * fourth / (second * second);
  }
}
