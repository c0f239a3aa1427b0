package se.samlad.analysis.verify;

import java.nio.file.Path;
import se.samlad.analysis.effect.RateRatio;
import se.samlad.analysis.table.Csv;

/** Rate ratios with exact, mid-p and Wald intervals, and the E-test where both times are equal. */
final class RateRatioFolder implements FolderKind {

  private static final Tolerance CLOSED = Tolerance.relative(1e-8);
  /** The reference finds these by root search in the share of the first, to this accuracy there. */
  private static final Tolerance ROOT = Tolerance.absolute(1e-4);

  private static final Tolerance E_TEST = Tolerance.absolute(1e-6);

  @Override
  public String name() {
    return "rate_ratio";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv input = Csv.read(folder.resolve("input.csv"));
    Csv expected = Csv.read(folder.resolve("expected.csv"));
    for (int row = 0; row < expected.size(); row++) {
      Csv pair = input.where("id", expected.text(row, "id"));
      RateRatio ours = RateRatio.of(
          pair.integers("x1")[0],
          pair.number(0, "T1"),
          pair.integers("x0")[0],
          pair.number(0, "T0"));
      double weight = pair.number(0, "T1") / pair.number(0, "T0");
      compare(new Expected(expected, row, findings), ours, weight);
    }
  }

  private static void compare(Expected reads, RateRatio ours, double weight) {
    reads.compare("ratio", CLOSED, "rr", ours.ratio());
    reads.compare("exact p", CLOSED, "exact_p", ours.exactP());
    reads.compare("exact interval", CLOSED, "exact_lo", ours.exact().lower());
    reads.compare("exact interval", CLOSED, "exact_hi", ours.exact().upper());
    reads.compare("Wald interval", CLOSED, "wald_lo", ours.wald().lower());
    reads.compare("Wald interval", CLOSED, "wald_hi", ours.wald().upper());
    reads.compare("mid-p", CLOSED, "midp", ours.midPValue());
    compareRoot(reads, "median-unbiased share", "epitools_midp_est", ours.medianRatio(), weight);
    compareRoot(reads, "mid-p limits as share", "epitools_midp_lo", ours.midP().lower(), weight);
    compareRoot(reads, "mid-p limits as share", "epitools_midp_hi", ours.midP().upper(), weight);
    if (weight == 1) {
      reads.compare("E-test p", E_TEST, "etest_p", ours.eTestP());
    }
  }

  private static void compareRoot(
      Expected reads, String group, String column, double ours, double weight) {
    if (!Double.isNaN(ours) && reads.has(column)) {
      reads.compareValue(group, ROOT, share(reads.number(column), weight), share(ours, weight));
    }
  }

  /** The part of all events that falls in the first at this ratio. */
  private static double share(double ratio, double weight) {
    return Double.isInfinite(ratio) ? 1 : ratio * weight / (ratio * weight + 1);
  }
}
