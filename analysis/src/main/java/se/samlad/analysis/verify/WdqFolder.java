package se.samlad.analysis.verify;

import java.nio.file.Path;
import se.samlad.analysis.effect.BeforeAfter;
import se.samlad.analysis.effect.DisplacementQuotient;
import se.samlad.analysis.table.Csv;

/** Weighted displacement quotients with their parts. */
final class WdqFolder implements FolderKind {

  private static final Tolerance TOLERANCE = Tolerance.relative(1e-12, 1);

  @Override
  public String name() {
    return "wdq";
  }

  @Override
  public void check(Path folder, Findings findings) {
    Csv cases = Csv.read(folder.resolve("cases.csv"));
    for (int row = 0; row < cases.size(); row++) {
      DisplacementQuotient ours = DisplacementQuotient.of(
          pair(cases, row, "R"), pair(cases, row, "D"), pair(cases, row, "C"));
      Expected reads = new Expected(cases, row, findings);
      reads.compare("WDQ", TOLERANCE, "WDQ", ours.quotient());
      reads.compare("buffer measure", TOLERANCE, "buffer", ours.buffer());
      reads.compare("success measure", TOLERANCE, "success", ours.success());
      reads.compare("gross effect", TOLERANCE, "GE", ours.grossEffect());
      reads.compare("net effect", TOLERANCE, "NE", ours.netEffect());
      reads.compare("total net effect", TOLERANCE, "TNE", ours.totalNetEffect());
    }
  }

  private static BeforeAfter pair(Csv cases, int row, String area) {
    return BeforeAfter.of(cases.number(row, area + "_before"), cases.number(row, area + "_after"));
  }
}
