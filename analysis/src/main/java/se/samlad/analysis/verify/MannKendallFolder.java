package se.samlad.analysis.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import se.samlad.analysis.season.MannKendall;
import se.samlad.analysis.table.Csv;

/** Mann-Kendall tests and Sen slopes, with Hamed and Rao's variance. */
final class MannKendallFolder implements FolderKind {

  private static final Tolerance NINE_DIGITS = Tolerance.relative(1e-9, 1e-9);
  private static final Tolerance EIGHT_DIGITS = Tolerance.relative(1e-8, 1e-8);
  private static final Tolerance P = Tolerance.absolute(1e-10);
  /** One reference computes in single precision. */
  private static final Tolerance SINGLE = Tolerance.absolute(2e-3);

  private static final Tolerance SINGLE_TAU = Tolerance.relative(1e-6);

  @Override
  public String name() {
    return "mann_kendall";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv input = Csv.read(folder.resolve("input.csv"));
    Csv expected = Csv.read(folder.resolve("expected_mk.csv"));
    for (int row = 0; row < expected.size(); row++) {
      MannKendall ours = of(input, expected.text(row, "series"));
      Expected reads = new Expected(expected, row, findings);
      reads.compare("S", Tolerance.exact(), "S", ours.s());
      reads.compare("variance, z", NINE_DIGITS, "varS", ours.variance());
      reads.compare("variance, z", NINE_DIGITS, "z_cont", ours.z());
      reads.compare("p", P, "p_cont", ours.p());
      reads.compare("p in single precision", SINGLE, "p_kendall_pkg", ours.p());
      reads.compare("tau b in single precision", SINGLE_TAU, "tau_b", ours.tauB());
      reads.compare("Sen slope", EIGHT_DIGITS, "sen_slope", ours.slope());
    }
    Path other = folder.resolve("expected_pymannkendall.csv");
    if (Files.exists(other)) {
      checkOther(input, Csv.read(other), findings);
    }
  }

  private static void checkOther(Csv input, Csv expected, Findings findings) {
    for (int row = 0; row < expected.size(); row++) {
      if (Double.isNaN(expected.number(row, "S"))) {
        continue; // The reference has no answer for a constant series.
      }
      MannKendall ours = of(input, expected.text(row, "series"));
      Expected reads = new Expected(expected, row, findings);
      reads.compare("S", Tolerance.exact(), "S", ours.s());
      reads.compare("variance, z", NINE_DIGITS, "varS", ours.variance());
      reads.compare("variance, z", NINE_DIGITS, "z", ours.z());
      reads.compare("p", P, "p", ours.p());
      reads.compare("tau a, slope, intercept", EIGHT_DIGITS, "tau_a", ours.tauA());
      reads.compare("tau a, slope, intercept", EIGHT_DIGITS, "slope", ours.slope());
      reads.compare("tau a, slope, intercept", EIGHT_DIGITS, "intercept", ours.intercept());
      MannKendall.WithMemory memory = ours.allowingForMemory();
      reads.compare("Hamed-Rao", EIGHT_DIGITS, "hamed_rao_varS", memory.variance());
      reads.compare("Hamed-Rao", EIGHT_DIGITS, "hamed_rao_z", memory.z());
      reads.compare("Hamed-Rao", EIGHT_DIGITS, "hamed_rao_p", memory.p());
    }
  }

  private static MannKendall of(Csv input, String series) {
    return MannKendall.of(input.where("series", series).numbers("value"));
  }
}
